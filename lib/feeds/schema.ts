// The JSON API, version 1: what stands in each document, and the JSON Schema of all of them.

import { z } from 'zod'

const text = (says: string) => z.string().meta({ description: says })
const address = (says: string) => z.string().meta({ description: says, format: 'uri' })
const instant = (says: string) =>
  z.string().meta({ description: `${says}; an instant in UTC`, format: 'date-time' })
const whole = (says: string) => z.int().min(0).meta({ description: says })

const version = z.literal(1).meta({ description: 'changes when a program would have to' })
const facts = z
  .record(z.string(), z.json())
  .meta({ description: 'named values of the world: { leader: 3, term: 2 }' })
const data = z.record(z.string(), z.json())

const tag = z.strictObject({ name: text('as in addresses'), title: text('as readers see it') })
const change = z.strictObject({ day: instant('when it was corrected'), says: text('one sentence') })
const picture = z.strictObject({
  url: address('a PNG'),
  width: whole('pixels'),
  height: whole('pixels'),
  alt: text('what it shows'),
})
const line = z.strictObject({
  at: z.number().min(0).meta({ description: 'ms of simulated time' }),
  node: whole('whose event it is, from 1; 0 where it is nobody’s'),
  text: text('what happens'),
  count: z.int().min(1).meta({ description: 'how many equal lines it stands for' }),
})
const run = z.strictObject({
  label: text('what is different in it; the first run has none').optional(),
  facts,
  transcript: z.array(line),
})

const summary = {
  id: text('the permanent tag; it never changes'),
  slug: text('its place in addresses; it may change'),
  url: address('the page'),
  json: address('the whole post'),
  twin: address('the same words as Markdown'),
  title: text('plain text'),
  subtitle: text('plain text').optional(),
  summary: text('plain text'),
  image: address('the social card, 1200 × 630'),
  published: instant('when it appeared; it never changes'),
  updated: instant('the last change that readers should hear of'),
  changes: z.array(change).meta({ description: 'corrections, oldest first' }),
  tags: z.array(tag),
  kind: z.enum(['article', 'note']),
  series: text('the series it belongs to').optional(),
  part: z.int().min(1).optional().meta({ description: 'its place in the series' }),
  language: text('BCP 47'),
  minutes: whole('how long one reads'),
}

const shown = {
  id: text('the figure’s name in its post, and its anchor'),
  number: z.int().min(1).meta({ description: 'its place in the post' }),
  title: text('what it is called'),
  caption: text('plain text'),
  url: address('the figure in its post, at the moment of its picture'),
  at: z.number().min(0).optional().meta({ description: 'that moment, in ms of simulated time' }),
  words: text('what the picture shows'),
  picture: picture.optional(),
  scenario: data.optional().meta({ description: 'all that the run is made from' }),
  survey: data.optional().meta({ description: 'many runs of one scenario' }),
  study: data.optional().meta({ description: 'a figure without time' }),
}
const figureInPost = z.strictObject({ ...shown, json: address('its facts and its transcript') })

const postsDocument = z
  .strictObject({
    version,
    name: text('the publication'),
    home: address('its first page'),
    licence: address('of words and pictures'),
    posts: z.array(z.strictObject({ ...summary, figures: z.array(text('a figure’s id')) })),
    next: address('the next page of the list, where there is one').optional(),
  })
  .meta({
    id: 'posts',
    description: '/api/posts.json: all posts, newest first, without their text',
  })

const postDocument = z
  .strictObject({
    version,
    ...summary,
    html: text('the whole text, in the HTML that feeds have'),
    markdown: text('the whole text, figures as their words'),
    figures: z.array(figureInPost),
  })
  .meta({ id: 'post', description: '/api/posts/<slug>.json: one post' })

const figureDocument = z
  .strictObject({
    version,
    post: address('the post it stands in'),
    ...shown,
    facts,
    runs: z
      .array(run)
      .meta({ description: 'what happens; the second one is held against the first' }),
  })
  .meta({ id: 'figure', description: '/api/figures/<slug>/<figure>.json: one figure' })

export type PostsDocument = z.infer<typeof postsDocument>
export type PostDocument = z.infer<typeof postDocument>
export type FigureDocument = z.infer<typeof figureDocument>
export type FigureFacts = { readonly [name: string]: unknown }

/** One run of a figure, as lib/sim has it. */
export type FigureRun = {
  readonly label?: string
  readonly facts: FigureFacts
  readonly transcript: readonly z.infer<typeof line>[]
}

/** The JSON Schema (2020-12) of every document of the API; `url` is where it will be read. */
export const apiSchema = (url: string) => ({
  version: 1,
  $id: url,
  title: 'The JSON API of Partial Order',
  ...z.toJSONSchema(z.union([postsDocument, postDocument, figureDocument])),
})
