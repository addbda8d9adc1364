// `npm run check`: lint, figures, claims, transcripts, bodies, ledger and types, in one pass.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Checked, type CheckedFigure, checkAll } from '@/lib/posts/check/all'
import { checkBodies } from '@/lib/posts/check/bodies'
import { ledgerFile, writeLedger } from '@/lib/posts/check/ledger'
import { checkSpelling } from '@/lib/posts/check/spelling'
import { describePosts } from '@/lib/posts/describe'
import { known } from '@/lib/posts/edit/slugs'
import { editorFiles } from '@/lib/posts/editor'
import { annotationOf, describeFaults, type Fault, sorted } from '@/lib/posts/fault'
import { instantOf, nowOf } from '@/lib/posts/instant'
import { writeWhole } from '@/lib/posts/store'
import { Failed, flag, main, root } from './run'
import { writeStamp } from './scripts'

const help = `npm run check [-- slug …] [--quiet] [--ci]

Checks front matter, words, spelling, links, images, scenarios, transcripts, claims, the ledger
and types. Lists for each claim what makes it false. Ends with 1 if anything is wrong.

  slug …   only the figures and faults of these posts
  --quiet  only what is wrong, and without types and spelling (as npm run build does)
  --ci     the same, and each fault once more as an annotation, which GitHub shows beside its
           line; always so where GITHUB_ACTIONS is set

Writes what is new to content/ledger.tsv, and the files that editors complete posts from.`

const slugOf = (fault: Fault) => fault.file.split('/')[1] ?? ''

/** TypeScript's own faults; of files that are at fault already they would only be echoes. */
const typeFaults = (known: readonly Fault[]): Fault[] => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, '--noEmit', '--pretty', 'false', '-p', root],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const files = new Set(known.map((it) => it.file))
  return [...stdout.matchAll(/^(\S+?)\((\d+),(\d+)\): error (TS\d+: .*)$/gm)].flatMap(
    ([, file = '', line, column, says = '']) =>
      files.has(file) ? [] : [{ file, line: Number(line), column: Number(column), says }],
  )
}

/** Whether what the ledger says has been committed; where there is no git, nobody can say. */
const ledgerFaults = ({ ledger }: Checked): Fault[] => {
  const fault = (says: string) => [{ file: ledgerFile, line: 1, column: 1, says }]
  if (ledger) {
    writeLedger(root, ledger)
    return fault('ledger: new posts or addresses have been added to it; commit it')
  }
  try {
    const args = ['status', '--porcelain', '--', ledgerFile]
    const said = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
    return said ? fault('ledger: it is not committed') : []
  } catch {
    return []
  }
}

const listClaims = ({ slug, id, claims, result }: CheckedFigure) => {
  if (claims.length > 0) console.log(`\ncontent/${slug}/${id}.ts`)
  for (const [i, { place, words }] of claims.entries()) {
    console.log(`  ${place} ${words.replace(/\s+/g, ' ').trim()}`)
    const falseIf = result.claims[i]?.falseIf ?? []
    if (falseIf.length > 0) console.log(`    false ${falseIf.join(' · ')}`)
  }
}

const summary = ({ folder, figures }: Checked) => {
  const claims = figures.reduce((sum, it) => sum + it.claims.length, 0)
  const now = nowOf()
  const due = folder.posts
    .flatMap(({ slug, meta }) =>
      meta?.publish && !meta.draft ? [{ slug, at: instantOf(meta.publish) }] : [],
    )
    .filter(({ at }) => Date.parse(at) > now)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const next = due[0] ? `\nnext: ${due[0].slug} at ${due[0].at}` : ''
  return `\n${folder.posts.length} posts, ${figures.length} figures, ${claims} claims${next}`
}

/** The same words in both: an annotation says what the terminal says. */
const show = (faults: readonly Fault[]) => {
  console.error(describeFaults(faults))
  if (flag('ci') !== undefined || process.env.GITHUB_ACTIONS)
    console.error(`\n${faults.map(annotationOf).join('\n')}`)
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
}

/** What editors complete a post from follows the lists of the publication. */
const writeEditorFiles = ({ folder }: Checked) => {
  for (const [file, text] of Object.entries(editorFiles(folder.known))) {
    const path = join(root, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    writeWhole(path, text)
    console.log(`${file}: written anew; commit it`)
  }
}

main(async () => {
  const quiet = flag('quiet') !== undefined
  const slugs = process.argv.slice(2).filter((it) => !it.startsWith('--'))
  const checked = await checkAll(root, slugs)
  const { folder, figures } = checked
  for (const slug of slugs) known(folder, slug)
  const broken = new Set(checked.faults.map(slugOf))
  const sound = folder.posts.map((it) => it.slug).filter((slug) => !broken.has(slug))
  const wanted = (slug: string) => slugs.length === 0 || slugs.includes(slug)
  const bodies = await checkBodies(root, folder, sound.filter(wanted))
  const spelling = quiet ? [] : await checkSpelling(root, folder)
  const content = [...checked.faults, ...bodies, ...spelling]
  if (content.length === 0) await describePosts(root, folder.posts)
  if (!quiet && !existsSync(join(root, '.cache/stamp.json'))) await writeStamp(0)
  const types = quiet || content.length > 0 ? [] : typeFaults(content)
  const clean = content.length + types.length === 0
  const ledger = clean && !quiet && slugs.length === 0 ? ledgerFaults(checked) : []
  const ours = content.filter((it) => wanted(slugOf(it)))
  const faults = sorted([...ours, ...types, ...ledger])
  if (!quiet) writeEditorFiles(checked)
  if (!quiet) figures.filter((it) => wanted(it.slug)).forEach(listClaims)
  if (!quiet) console.log(summary(checked))
  if (faults.length === 0) return
  show(faults)
  throw new Failed('check', 1)
}, help)
