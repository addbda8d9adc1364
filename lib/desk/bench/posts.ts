// Synthetic posts: 6.5 kB each, with a code block, a table and one figure of thirty scenarios.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storyOf } from '@/lib/posts/check/story'
import { dataText, exampleOf } from '@/lib/posts/example'
import { fetchProtocol } from '@/lib/protocols'
import { run } from '@/lib/sim/lean'
import type { AnyProtocol } from '@/lib/sim/protocol'

/** So many films and pictures there are among all posts, as a cache would meet them. */
const scenarios = 30

const paragraph = (seed: number) =>
  Array.from({ length: 6 }, (_, i) => {
    const [a, b] = [(seed * 7 + i) % 100, (seed * 13 + i * 3) % 1000]
    return `A leader of term ${a} sends entry ${b} to _all_ others, and **waits** for a majority.`
  }).join(' ')

const section = (post: number, i: number) => `
## Part ${i + 1}

${paragraph(post + i)}

${paragraph(post * 3 + i)}

- One node writes ${post}.
- Another reads \`${i}\`, see [the first](#part-1).

| step | who |
|---|---|
| ${i} | n${(post % 5) + 1} |
`

const code = (post: number) => `
\`\`\`ts
export const term = ${post}
export const next = (term: number) => term + 1
\`\`\`
`

/** An instant for each: seconds from New Year on. */
const dateOf = (i: number) =>
  `${new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString().slice(0, 19)}Z`

const front = (i: number) => `---
id: tag:partial-order.example,2026:bench-${i}
title: Post ${i}
date: ${dateOf(i)}
summary: Post number ${i} of those that are only there to be measured, with nothing to read in it.
tags: [${i % 2 === 0 ? 'time' : 'failure'}]
---
`
const text = (i: number) =>
  paragraph(i) + Array.from({ length: 5 }, (_, part) => section(i, part)).join('') + code(i)

/** A figure of the post, and a sentence that is held against it. */
type Shown = { readonly data: string; readonly story: string; readonly leader: number }
const shownOf = (protocol: AnyProtocol, i: number): Shown => {
  const scenario = { ...exampleOf(protocol), seed: i + 1, title: `Run ${i}` }
  const { facts } = run(protocol, scenario, { promises: false })
  const { text: story } = storyOf(protocol, scenario)
  return { data: dataText(scenario, `Run ${i}.`), story, leader: Number(facts.leader) }
}

const figure = ({ leader }: Shown) => `
<Figure of={run}>Five nodes elect one of them.</Figure>

<Claim of={run} at={1000} that={{ leader: ${leader} }}>One of them leads.</Claim>
`

export const slugOf = (i: number) => `bench-${i}`

/** Writes so many posts into a content folder, each with its figure and its transcript. */
export async function writePosts(content: string, count: number) {
  const raft = (await fetchProtocol('raft')) as AnyProtocol
  const all = Array.from({ length: scenarios }, (_, i) => shownOf(raft, i))
  for (let i = 0; i < count; i++) {
    const folder = join(content, slugOf(i))
    const shown = all[i % scenarios]!
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'run.ts'), shown.data)
    writeFileSync(join(folder, 'run.txt'), shown.story)
    const body = `import run from './run'\n\n${text(i)}${figure(shown)}`
    writeFileSync(join(folder, 'post.mdx'), front(i) + body)
  }
}

/** The same words without the figure, for who cannot draw one. */
export function writePlainPosts(content: string, count: number) {
  for (let i = 0; i < count; i++) {
    mkdirSync(join(content, slugOf(i)), { recursive: true })
    writeFileSync(join(content, slugOf(i), 'post.mdx'), front(i) + text(i))
  }
}
