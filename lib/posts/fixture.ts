// Makes small content folders for the tests of this room, each in a place of its own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeFault } from './fault'
import { lintAll } from './lint/all'

const tags = `export const tags = {
  consensus: { title: 'Consensus', says: 'Agreeing.' },
  time: { title: 'Time', says: 'Clocks.' },
}
export const series = { course: { title: 'The course' } }
`
const glossary = `export const glossary = {
  quorum: { says: 'Enough.' },
  term: { says: 'A reign.' },
}
`

/** A ballot of five, in which the motion of node 1 passes: a figure that is quick to shoot. */
export const ballot = `import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'ballot',
  nodes: 5,
  seed: 7,
  delay: [8, 12],
  script: [[10, { ask: { node: 1, type: 'propose' } }]],
  until: 200,
  poster: 30,
} satisfies Scenario
`

/** Front matter that is right, with some lines changed (or, being empty, left out). */
export const front = (slug: string, changed: { readonly [key: string]: string } = {}) => {
  const lines = {
    id: `tag:partial-order.example,2026:${slug}`,
    title: `A title of some words, for ${slug}`,
    date: '2026-11-22',
    summary: 'A summary that is long enough to say what one will learn from reading this.',
    ...changed,
  }
  const written = Object.entries(lines).filter(([, value]) => value !== '')
  return `---\n${written.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n`
}

/** A post with right front matter, and `body` from line 7 on. */
export const post = (slug: string, body = 'Words.\n', changed = {}) =>
  `${front(slug, changed)}${body}`

export type Files = { readonly [file: string]: string | Uint8Array }
const made: string[] = []

/** A project folder with these files in its content folder, beside tags and a glossary. */
export const folderWith = (files: Files): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'))
  made.push(root)
  writeInto(root, { 'tags.ts': tags, 'glossary.ts': glossary, ...files })
  return root
}

/** Writes more files into such a folder. */
export const writeInto = (root: string, files: Files) => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'content', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Takes away all that was made. */
export const clear = () => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true })
}

/** What the linter says about a folder, one text per fault. */
export const faultsOf = async (root: string) => (await lintAll(root)).faults.map(describeFault)

/** The faults of one post with this body, each cut to its first line without the file's name. */
export const faultsIn = async (body: string, changed = {}, files: Files = {}) => {
  const root = folderWith({ 'one/post.mdx': post('one', body, changed), ...files })
  return (await lintAll(root)).faults.map((it) => {
    const near = it.near === undefined ? '' : ` ~ ${it.near}`
    const file = it.file.replace('content/one/post.mdx', '')
    return `${file}${file ? ' ' : ''}${it.line}:${it.column} ${it.says}${near}`
  })
}
