// What editors are told is what the linter holds posts to.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { components } from './components'
import { componentTypes, editorFiles, frontMatterSchema, snippets } from './editor'
import { readKnown } from './folder'

const known = await readKnown(process.cwd())
const posts = readdirSync('content', { withFileTypes: true })
  .filter((it) => it.isDirectory() && !it.name.startsWith('.'))
  .map(({ name }) => path.join('content', name, 'post.mdx'))
const frontOf = (file: string) =>
  parse(/^---\r?\n([\s\S]*?)^---/m.exec(readFileSync(file, 'utf8'))![1]!) as object

test('the files for editors are the ones of today: npm run check writes them', () => {
  for (const [file, text] of Object.entries(editorFiles(known)))
    expect(readFileSync(file, 'utf8'), file).toBe(text)
})

test('posts belong to the TypeScript project: else a language server knows no component', () => {
  const { include } = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
  expect(include).toContain('content/**/*.mdx')
})

test('the schema takes the front matter of every post, and no misspelt key, tag or kind', () => {
  const valid = new Ajv2020().compile(frontMatterSchema(known))
  for (const file of posts) {
    valid(frontOf(file))
    expect(valid.errors, file).toBeNull()
  }
  const front = frontOf(posts[0]!)
  for (const more of [{ sumary: 'x' }, { tags: ['tim'] }, { kind: 'artcle' }, { part: 0 }])
    expect(valid({ ...front, ...more })).toBe(false)
})

test('every component and each of its props is declared, with its sentence', () => {
  const text = componentTypes()
  for (const [name, { says, props }] of Object.entries(components)) {
    expect(text).toContain(`  /** ${says} */\n  ${name}: (props: {`)
    for (const [prop, { says: it, required }] of Object.entries(props))
      expect(text).toContain(`/** ${it} */\n    ${prop}${required ? '' : '?'}: `)
  }
})

test('a snippet has what must be there, and nothing else', () => {
  const all = snippets({ tags: ['time', 'play'], series: ['course'] })
  expect(all.Figure?.body).toBe('<Figure of={$1}>$2</Figure>')
  expect(all.Rule?.body).toBe('<Rule of="$1" name="$2" />')
  expect(all.Note?.body).toBe('<Note>\n\n$1\n\n</Note>')
  expect(all.tags?.body).toBe(`tags: [${'$'}{1|time,play|}]`)
  expect(all.kind?.body).toContain('|article,note|')
})
