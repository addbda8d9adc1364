// `npm run bench:content`: a site of 1,000 posts, built and edited, beside plain Next.

import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stat } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { timeLinter } from './bench/linting'
import { type Measured, measure, together } from './bench/measure'
import { writePlainSite } from './bench/plain'
import { slugOf, writePlainPosts, writePosts } from './bench/posts'
import type { Row } from './bench/row'
import { timeSaves } from './bench/saving'
import { printRows } from './bench/table'
import { copyProject } from './copy'
import { flag, main, Refusal, refuseWords, whole, words } from './run'
import { seal } from './seal'

const help = `npm run bench:content [-- --posts 1000] [--no-saves] [--no-baseline]

Makes a copy of this project with so many posts of 6.5 kB, each with a code block and one figure of
thirty; lints it, builds it, edits one post and builds it again, and saves one in development.
Beside it, the same words in plain Next with contentlayer2 compiling the bodies. Takes minutes, and
with --posts 10000 an hour or more.

  --posts        how many; at least 30
  --no-saves     without the saves in development
  --no-baseline  without plain Next`

const env = { NODE_ENV: 'production', NOW: '2026-06-01T09:00Z', OUT: '.cache/export' }
const tsx = (script: string, ...args: string[]) => [
  '--import',
  'tsx',
  `lib/desk/${script}`,
  ...args,
]
const next = ['node_modules/next/dist/bin/next', 'build']

/** Content checked, files and pages written: what a build does, but for pictures that are new. */
async function buildOnce(cwd: string, first = false) {
  const settings = { cwd, env }
  rmSync(join(cwd, '.cache/export'), { recursive: true, force: true })
  const check = await measure(tsx('check.ts', '--quiet'), settings)
  const pictured = first ? (await measure(tsx('files.ts'), settings)).seconds : 0
  // Once more with all pictures there, and nothing else.
  for (const name of first ? ['public', '.cache/files'] : [])
    rmSync(join(cwd, name), { recursive: true, force: true })
  const files = await measure(tsx('files.ts', '--bodies'), settings)
  const [folder, beside] = [join(cwd, env.OUT), join(cwd, 'public')]
  const begun = performance.now()
  const drawing = measure(tsx('draw.ts'), settings)
  const indexed = drawing.then(() => measure(tsx('search.ts', folder, beside), settings))
  const coming = [drawing, indexed]
  await seal(folder, join(cwd, '.cache/pressed'), { files: beside, coming })
  const pages = await drawing
  // What was sealed while pages were drawn took no time of its own.
  const seconds = (performance.now() - begun) / 1000 - pages.seconds
  const rest = { seconds, megabytes: (await indexed).megabytes }
  return { all: together(check, files, pages, rest), check, files, pages, rest, pictured }
}
type Built = Awaited<ReturnType<typeof buildOnce>>

async function plainOnce(cwd: string) {
  const layer = ['node_modules/contentlayer2/bin/cli.cjs', 'build']
  return together(
    await measure(layer, { cwd }),
    await measure(next, { cwd, env: { NODE_ENV: 'production' } }),
  )
}

const seconds = (it: number) => `${it.toFixed(1)} s`
const both = ({ seconds: time, megabytes }: Measured) =>
  megabytes > 0 ? `${seconds(time)}, ${(megabytes / 1000).toFixed(2)} GB` : seconds(time)

const edited = (cwd: string) => join(cwd, 'content', slugOf(7), 'post.mdx')
const edit = (cwd: string) => appendFileSync(edited(cwd), '\nOne line more.\n')

/** Lists and neighbours say a title too: their pages are drawn again, and not only its own. */
const retitle = (cwd: string) => {
  const text = readFileSync(edited(cwd), 'utf8')
  writeFileSync(edited(cwd), text.replace(/^title: .*$/m, 'title: Another title'))
}

async function ourSite(count: number) {
  const cwd = copyProject('bench-site')
  for (const entry of readdirSync(join(cwd, 'content'), { withFileTypes: true }))
    if (entry.isDirectory() || entry.name === 'ledger.tsv')
      rmSync(join(cwd, 'content', entry.name), { recursive: true })
  await writePosts(join(cwd, 'content'), count)
  return cwd
}

async function baseline(count: number) {
  // Packages alone: nothing of ours is in the way of the usual.
  const cwd = copyProject('bench-plain', ['app', 'components', 'lib', 'content', 'e2e', '.vscode'])
  for (const name of ['next.config.js', 'tsconfig.json', 'package.json', 'package-lock.json'])
    rmSync(join(cwd, name), { force: true })
  writePlainSite(cwd)
  writePlainPosts(join(cwd, 'content'), count)
  const cold = await plainOnce(cwd)
  edit(cwd)
  return { cold, edited: await plainOnce(cwd) }
}

const median = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

async function largestFeed(cwd: string) {
  const sizes = await Promise.all(
    ['atom.xml', 'rss.xml', 'feed.json', 'tags/time/atom.xml'].map(
      async (name) => (await stat(join(cwd, 'public', name))).size,
    ),
  )
  return Math.max(...sizes) / 1000
}

/** How many pages the list of all posts has. */
const listPages = (cwd: string) =>
  readdirSync(join(cwd, env.OUT, 'older')).filter((name) => /^\d+\.html$/.test(name)).length

/** Numbers of a machine that is busy with something else say little, so its load stands by. */
const load = () => loadavg().map((it) => it.toFixed(1))[0]

type Line = (what: string, here: string, baseline?: string, budget?: string) => Row
type Part = { readonly name: string; readonly work: () => Promise<Row[]> }

const inParts = ({ check, files, pages, rest }: Built) =>
  [
    `${seconds(check.seconds)} content`,
    `${seconds(files.seconds)} files and words`,
    `${seconds(pages.seconds)} pages`,
    `${seconds(rest.seconds)} index and compression`,
  ].join(', ')

const linting = (cwd: string, line: Line) => async () => {
  const { fresh, unchanged } = await timeLinter(cwd, env)
  const [few, none] = line('', '').what.startsWith('10000 ') ? ['≤ 30 s', 'about 1 s'] : []
  return [
    line('linter, all new', both(fresh), '', few),
    line('linter, unchanged', both(unchanged), '', none),
  ]
}

const building = (cwd: string, line: Line, count: number) => async () => {
  const small = count <= 1000
  rmSync(join(cwd, '.cache'), { recursive: true, force: true })
  const cold = await buildOnce(cwd, true)
  edit(cwd)
  const again = await buildOnce(cwd)
  retitle(cwd)
  const titled = await buildOnce(cwd)
  const pages = listPages(cwd)
  return [
    line('cold', both(cold.all), '', small ? '≤ 30 s, ≤ 1 GB' : '≤ 4 GB'),
    line('cold, in parts', inParts(cold)),
    line('files with all pictures and cards, once', seconds(cold.pictured)),
    line('after one edit', both(again.all), '', small ? '≤ 10 s' : 'printed'),
    line('after one edit, in parts', inParts(again)),
    line('after a new title', both(titled.all)),
    line('after a new title, in parts', inParts(titled)),
    line('each 1,000 of them, cold', seconds((cold.all.seconds / count) * 1000), '', 'linear'),
    line('pages of the list', `${pages}`, '', '/older/2 is there'),
    line('the largest feed', `${Math.round(await largestFeed(cwd))} kB`, '', '< 1,000 kB'),
  ]
}

const saving = (cwd: string, line: Line) => async () => {
  const saves = await timeSaves(cwd)
  return [line('save → page', `${median(saves)} ms (${saves.join(', ')})`, '', '≤ 300 ms')]
}

const comparing = (line: Line, count: number) => async () => {
  const { cold, edited } = await baseline(count)
  return [
    line('cold', '', `${both(cold)} plain Next`),
    line('after one edit', '', `${both(edited)} plain Next`),
  ]
}

/** Prints what each part measured at once; a part that fails says so, and the others go on. */
async function run(parts: readonly Part[], line: Line): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, work } of parts) {
    const found = await work().catch((fault: Error) => {
      failed.push(`${name}: ${fault.message}`)
      return [line(name, 'failed')]
    })
    for (const row of found) console.log(`${row.what}: ${row.here || row.baseline}`)
    rows.push(...found)
  }
  return rows
}
const failed: string[] = []

main(async () => {
  refuseWords(words('posts'), help)
  const count = whole('posts', 1000, 30)
  const cwd = await ourSite(count)
  const line: Line = (what, here, other = '', budget = 'printed') => ({
    ...{ what: `${count} posts, ${what}`, here, baseline: other, budget },
  })
  const wanted = (name: string) => flag(`no-${name}`) === undefined
  const before = load()
  const parts: Part[] = [
    { name: 'linter', work: linting(cwd, line) },
    { name: 'build', work: building(cwd, line, count) },
    ...(wanted('saves') ? [{ name: 'save → page', work: saving(cwd, line) }] : []),
    ...(wanted('baseline') ? [{ name: 'plain Next', work: comparing(line, count) }] : []),
  ]
  try {
    const rows = await run(parts, line)
    console.log('')
    const at = line(`load of ${availableParallelism()} cores`, `${before} before, ${load()} after`)
    printRows([...rows, at])
    if (!existsSync(join(cwd, env.OUT, 'older/2.html')))
      failed.push('the list of posts has no second page: /older/2')
    if (failed.length > 0) throw new Refusal(`\n${failed.join('\n')}`)
  } finally {
    for (const name of ['bench-site', 'bench-plain'])
      rmSync(join(cwd, '..', name), { recursive: true, force: true })
  }
}, help)
