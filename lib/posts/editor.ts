// What an author's editor needs to complete a post: the schema of front matter, the components
// with their props as types, and both as snippets; all made from what the linter holds posts to.

import { z } from 'zod'
import { type Component, components, type Prop } from './components'
import { frontMatter, kinds } from './front-matter'
import type { Known } from './lint/reading'

type Lists = Pick<Known, 'tags' | 'series'>
type Field = { description?: string; enum?: readonly string[]; items?: Field }

/** The JSON Schema of front matter, with the tags and series that there are. */
export const frontMatterSchema = ({ tags, series }: Lists) => {
  const schema = z.toJSONSchema(frontMatter, { io: 'input' })
  const fields = schema.properties as { [key: string]: Field }
  fields.tags = { ...fields.tags, items: { ...fields.tags!.items, enum: tags } }
  fields.series = { ...fields.series, enum: series }
  return { title: 'The front matter of a post', ...schema }
}

const data = [
  "import('@/lib/protocols').Scenario",
  "import('@/lib/protocols').Survey",
  "import('@/lib/studies').Study",
]
const types: { readonly [is in Prop['is']]: string } = {
  data: data.join(' | '),
  moment: 'number',
  facts: '{ readonly [fact: string]: unknown }',
  text: 'string',
  texts: 'readonly string[]',
  flag: 'true',
}

const propType = ([name, { is, required, says }]: [string, Prop]) => [
  `    /** ${says} */`,
  `    ${name}${required ? '' : '?'}: ${is === 'data' ? 'FigureData' : types[is]}`,
]

const componentType = ([name, { says, holds, filled, props }]: [string, Component]) => [
  `  /** ${says} */`,
  `  ${name}: (props: {`,
  ...Object.entries(props).flatMap(propType),
  holds === 'nothing' ? '    children?: never' : `    children${filled ? '' : '?'}: unknown`,
  '  }) => null',
]

/** A TypeScript declaration of the components, by the name that MDX language servers look for. */
export const componentTypes = (): string =>
  [
    '// The components of a post and their props, for editors; written by `npm run check`.',
    '',
    'type FigureData =',
    ...data.map((it) => `  | ${it}`),
    '',
    'type MDXProvidedComponents = {',
    ...Object.entries(components).flatMap(componentType),
    '}',
    '',
  ].join('\n')

type Snippet = { readonly prefix: string; readonly body: string; readonly description: string }

const choice = (place: number, words: readonly string[]) => `\${${place}|${words.join(',')}|}`
const values: { readonly [is in Prop['is']]: (name: string, place: number) => string } = {
  data: (name, place) => `${name}={$${place}}`,
  moment: (name, place) => `${name}={$${place}}`,
  facts: (name, place) => `${name}={{ $${place} }}`,
  text: (name, place) => `${name}="$${place}"`,
  texts: (name, place) => `${name}={['$${place}']}`,
  flag: (name) => name,
}

const componentSnippet = ([name, it]: [string, Component]): [string, Snippet] => {
  const required = Object.entries(it.props).filter(([, prop]) => prop.required)
  const props = required.map(([prop, { is }], i) => ` ${values[is](prop, i + 1)}`).join('')
  const inside = `$${required.length + 1}`
  const body =
    it.holds === 'nothing'
      ? `<${name}${props} />`
      : it.holds === 'blocks'
        ? `<${name}${props}>\n\n${inside}\n\n</${name}>`
        : `<${name}${props}>${inside}</${name}>`
  return [name, { prefix: `<${name}`, body, description: it.says }]
}

const fieldSnippets = (lists: Lists): [string, Snippet][] => {
  const known: { [key: string]: string } = {
    tags: `tags: [${choice(1, lists.tags)}]`,
    series: `series: ${choice(1, lists.series)}\npart: $2`,
    kind: `kind: ${choice(1, kinds)}`,
    draft: 'draft: true',
    changes: 'changes:\n  - { day: $1, says: $2 }\nupdated: $1',
  }
  const { properties } = frontMatterSchema(lists)
  return Object.entries(properties as { [key: string]: Field }).map(([key, { description }]) => [
    key,
    { prefix: key, body: known[key] ?? `${key}: $1`, description: description ?? key },
  ])
}

/** Snippets for Visual Studio Code, which shows them beside what its extensions complete. */
export const snippets = (lists: Lists) =>
  Object.fromEntries(
    [...fieldSnippets(lists), ...Object.entries(components).map(componentSnippet)].map(
      ([name, it]) => [name, { scope: 'mdx', ...it }],
    ),
  )

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** All files for editors, by their paths in the project. */
export const editorFiles = (lists: Lists): { readonly [file: string]: string } => ({
  '.vscode/front-matter.schema.json': json(frontMatterSchema(lists)),
  'content/components.d.ts': componentTypes(),
  '.vscode/content.code-snippets': json(snippets(lists)),
})
