// What stands between the two lines of `---`: one schema for the linter and the editor's help.

import { z } from 'zod'
import { instantFault } from './instant'
import { slugShape } from './slug'

const moment = (says: string, only?: 'instant') =>
  z
    .unknown()
    .superRefine((value, context) => {
      const wrong = instantFault(value, only)
      if (wrong) context.addIssue({ code: 'custom', message: wrong })
    })
    .transform(String)
    .meta({ type: 'string', description: says })

const got = (value: unknown) =>
  value === undefined || value === null ? 'nothing' : JSON.stringify(value)
const text = (says: string) =>
  z
    .string({ error: (issue) => `expected text, got ${got(issue.input)}` })
    .meta({ description: says })
const word = text('').regex(slugShape, {
  error: (issue) => `expected small letters, digits and single hyphens, got ${got(issue.input)}`,
})

/** Text for readers and feed readers alike: no markup, one line. */
const prose = (says: string, least: number, most: number) =>
  text(says).superRefine((value, context) => {
    const marks = /[<>]|&#?\w+;|\*\*|`|\]\(/.exec(value)
    const wrong = marks
      ? `plain text only, and this has ${JSON.stringify(marks[0])}`
      : /^\S.*\n$/.test(value)
        ? 'a line break at its end; what follows >- has none'
        : value.trim() !== value || /\s\s|\n/.test(value)
          ? 'one line without spaces at its ends or double spaces'
          : value.length < least || value.length > most
            ? `expected ${least} to ${most} characters, got ${value.length}`
            : undefined
    if (wrong) context.addIssue({ code: 'custom', message: wrong })
  })

const yes = (says: string) =>
  z
    .boolean({ error: (issue) => `expected true or false, got ${got(issue.input)}` })
    .meta({ description: says })
const list = <T extends z.ZodType>(of: T, says: string) =>
  z
    .array(of, { error: (issue) => `expected a list, got ${got(issue.input)}` })
    .meta({ description: says })

const change = z.strictObject(
  { day: moment('the day of the correction'), says: prose('one sentence', 8, 300) },
  { error: (issue) => (issue.code === 'invalid_type' ? 'expected a day and says' : undefined) },
)

const strange = 'expected a language such as en or en-GB'

/** Whether each part of it has a name: the language, the script, the country. */
const isLanguage = (tag: string): boolean => {
  try {
    const { language, script, region } = new Intl.Locale(tag)
    const named = (type: Intl.DisplayNamesType, code: string | undefined) =>
      !code || new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined
    return named('language', language) && named('script', script) && named('region', region)
  } catch {
    return false
  }
}

export const kinds = ['article', 'note'] as const

/** The keys of front matter; `npm run new` writes the first ones. */
export const frontMatter = z.strictObject({
  id: text('the permanent tag; written once, never changed').regex(
    /^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[a-z0-9/-]+$/,
    {
      error: (issue) =>
        `expected a tag such as tag:partial-order.example,2026:a-title, got ${got(issue.input)}`,
    },
  ),
  title: prose('the title', 2, 120),
  subtitle: prose('a line below the title', 2, 160).optional(),
  date: moment('the day it appears (09:00 UTC), or an instant'),
  summary: prose('plain text for lists, feeds and search', 60, 300),
  updated: moment('the last change that readers should hear of').optional(),
  changes: list(change, 'corrections: the day and one sentence each').optional(),
  tags: list(word, 'from content/tags.ts').optional(),
  series: word.optional().meta({ description: 'from content/tags.ts' }),
  part: z
    .number({ error: (issue) => `expected a whole number from 1, got ${got(issue.input)}` })
    .int('expected a whole number from 1')
    .min(1, 'expected a whole number from 1')
    .optional()
    .meta({ description: 'its place in the series' }),
  kind: z
    .enum(kinds, { error: (issue) => `expected article or note, got ${got(issue.input)}` })
    .optional(),
  draft: yes('seen in development only').optional(),
  publish: moment('not before this instant', 'instant').optional(),
  redirects: list(word, 'slugs it had before').optional(),
  lang: text('the language, if it is not the publication’s')
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, strange)
    .refine(isLanguage, strange)
    .optional(),
})

export type FrontMatter = z.infer<typeof frontMatter>
export const keys = Object.keys(frontMatter.shape)
