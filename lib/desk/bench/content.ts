// How long 300 posts take from file to code: at first, unchanged, and after one edit.

import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bundle } from '@/lib/posts/compile/bundle'
import { lintAll } from '@/lib/posts/lint/all'
import { root } from '../run'
import { usualConfig } from './plain'
import { writePlainPosts } from './posts'
import type { Row } from './row'

const posts = 300

/** Ours: metadata only. */
const ours = (here: string) => `export { default } from '${here}/lib/posts/contentlayer.config'\n`

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
  writePlainPosts(join(folder, 'content'), posts)
  for (const list of ['tags.ts', 'glossary.ts'])
    copyFileSync(join(root, 'content', list), join(folder, 'content', list))
  const here = relative(folder, root).replaceAll('\\', '/')
  writeFileSync(join(folder, 'ours.config.ts'), ours(here))
  writeFileSync(join(folder, 'usual.config.ts'), usualConfig)
  const own = () => {
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
  const [mine, theirs] = [times(own), times(usual)]
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
