// What the publication may say of itself in numbers, counted from what is here.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPosts } from '@/lib/posts'
import { fetchProtocol, protocols } from '@/lib/protocols'
import { mutants } from '@/lib/protocols/mutants'
import { root } from './run'

export type Numbers = { readonly [what: string]: number }

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(root, folder, file),
  )

/** Schedules that the ordinary test run fuzzes: the seeds that each fuzz test names. */
const schedules = () =>
  filesIn('lib/protocols')
    .filter((file) => file.endsWith('.fuzz.test.ts'))
    .map((file) => /^\s*seeds: ([\d_]+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '0')
    .reduce((sum, seeds) => sum + Number(seeds.replaceAll('_', '')), 0)

/** Test files that hold code against numbers which others have published. */
const papers = () =>
  ['lib/protocols', 'lib/values', 'lib/checks', 'lib/studies']
    .flatMap(filesIn)
    .filter((file) => file.endsWith('.paper.test.ts')).length

/** Counts everything again. Posts are those that are published. */
export async function countAll(): Promise<Numbers> {
  const posts = await listPosts()
  const all = await Promise.all(Object.keys(protocols).map(fetchProtocol))
  const broken = await Promise.all(Object.values(mutants).map((fetch) => fetch()))
  const size = (table: object | undefined) => Object.keys(table ?? {}).length
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  return {
    pieces: posts.length,
    figures: sum(posts.map(({ figures }) => figures.length)),
    claims: sum(posts.map(({ claims }) => claims)),
    protocols: all.length,
    promises: sum(all.map((it) => size(it?.always) + size(it?.eventually))),
    schedules: schedules(),
    mutants: sum(broken.map(size)),
    papers: papers(),
  }
}
