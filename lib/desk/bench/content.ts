// How long 300 posts take from file to code: at first, unchanged, and after one edit.

import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bundle } from '@/lib/posts/compile/bundle'
import { lintAll } from '@/lib/posts/lint/all'
import { root } from '../run'
import type { Row } from './row'

const posts = 300

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

\`\`\`ts
export const term${i} = ${post} + ${i}
\`\`\`
`

/** One post of about 6.5 kB. */
const postOf = (i: number) => {
  const minute = String(Math.floor(i / 60)).padStart(2, '0')
  const second = String(i % 60).padStart(2, '0')
  return `---
id: tag:partial-order.example,2026:bench-${i}
title: Post ${i}
date: 2026-01-01T09:${minute}:${second}Z
summary: Post number ${i} of those that are only there to be measured, with nothing to read in it.
---

${paragraph(i)}
${Array.from({ length: 5 }, (_, part) => section(i, part)).join('')}`
}

const configs = {
  /** Ours: metadata only. */
  ours: (here: string) => `export { default } from '${here}/lib/posts/contentlayer.config'\n`,
  /** The usual way: contentlayer compiles the bodies as well. */
  usual: () => `import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
const text = { type: 'string', required: true }
const Post = defineDocumentType(() => ({
  name: 'Post', filePathPattern: '*/post.mdx', contentType: 'mdx',
  fields: { id: text, title: text, date: text, summary: text },
}))
export default makeSource({
  contentDirPath: 'content', documentTypes: [Post], disableImportAliasWarning: true,
})
`,
}

const layer = (folder: string, config: string) => {
  const command = join(root, 'node_modules/contentlayer2/bin/cli.cjs')
  // It takes PWD for the folder it is in.
  const env = { ...process.env, PWD: folder }
  const args = [command, 'build', '-c', config]
  execFileSync(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** One pass over a folder, from files to code, in a process of its own. */
export async function contentPass(folder: string) {
  const { posts: linted, faults, known } = await lintAll(folder)
  if (faults.length > 0) throw new Error(`${faults[0]?.file}: ${faults[0]?.says}`)
  layer(folder, 'ours.config.ts')
  for (const { slug } of linted) await bundle(folder, slug, known)
}

const seconds = (work: () => void) => {
  const began = performance.now()
  work()
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

/** Content of 300 posts, ours beside contentlayer2 compiling the bodies. */
export function benchContent(): Row[] {
  const folder = join(root, '.cache/bench')
  rmSync(folder, { recursive: true, force: true })
  for (let i = 0; i < posts; i++) {
    mkdirSync(join(folder, `content/bench-${i}`), { recursive: true })
    writeFileSync(join(folder, `content/bench-${i}/post.mdx`), postOf(i))
  }
  const here = relative(folder, root).replaceAll('\\', '/')
  writeFileSync(join(folder, 'ours.config.ts'), configs.ours(here))
  writeFileSync(join(folder, 'usual.config.ts'), configs.usual())
  const ours = () => {
    const args = ['--import', 'tsx', 'lib/desk/bench.ts', '--pass', folder]
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const usual = () => layer(folder, 'usual.config.ts')
  const edit = () => appendFileSync(join(folder, 'content/bench-7/post.mdx'), '\nOne line more.\n')
  const times = (work: () => void) => {
    rmSync(join(folder, '.contentlayer'), { recursive: true, force: true })
    const [cold, warm] = [seconds(work), seconds(work)]
    edit()
    return [cold, warm, seconds(work)]
  }
  const [mine, theirs] = [times(ours), times(usual)]
  const names = ['cold', 'warm', 'after one edit']
  const rows = names.map((name, i) => ({
    what: `${posts} posts, ${name}`,
    here: mine[i] ?? '',
    baseline: `${theirs[i]} contentlayer2 compiling bodies`,
    budget: 'printed',
  }))
  rmSync(folder, { recursive: true, force: true })
  return rows
}
