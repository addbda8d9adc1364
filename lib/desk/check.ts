// `npm run check`: lint, figures, claims, transcripts, bodies, ledger and types, in one pass.

import { execFileSync } from 'node:child_process'
import { ledgerFile } from '@/lib/posts/check/ledger'
import { annotationOf, describeFaults, type Fault } from '@/lib/posts/fault'
import { nowOf } from '@/lib/posts/instant'
import { Drawer, type Verdict } from './check/verdict'
import { Failed, flag, main, root, words } from './run'
import { soundSite } from './site-line'

const help = `npm run check [-- slug …] [--quiet] [--ci]

Checks front matter, words, spelling, links, images, scenarios, transcripts, claims, the ledger
and types. Lists for each claim what makes it false. Ends with 1 if anything is wrong.

  slug …   only the figures and faults of these posts
  --quiet  only what is wrong, and without types and spelling (as npm run build does)
  --ci     the same, and each fault once more as an annotation, which GitHub shows beside its
           line; always so where GITHUB_ACTIONS is set

Writes what is new to content/ledger.tsv, and the files that editors complete posts from. Where no
file has changed since, it says again what it found.`

/** Whether what the ledger says has been committed; where there is no git, nobody can say. */
const ledgerFaults = (ledgered: boolean): Fault[] => {
  const fault = (says: string) => [{ file: ledgerFile, line: 1, column: 1, says }]
  if (ledgered) return fault('ledger: new posts or addresses have been added to it; commit it')
  try {
    const args = ['status', '--porcelain', '--', ledgerFile]
    const said = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
    return said ? fault('ledger: it is not committed') : []
  } catch {
    return []
  }
}

/** The same words in both: an annotation says what the terminal says. */
const show = (faults: readonly Fault[]) => {
  console.error(describeFaults(faults))
  if (flag('ci') !== undefined || process.env.GITHUB_ACTIONS)
    console.error(`\n${faults.map(annotationOf).join('\n')}`)
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
}

/** What was found: looked for now, unless all posts are asked for and none has changed since. */
const found = async (quiet: boolean, slugs: readonly string[]): Promise<Verdict> => {
  const drawer = slugs.length === 0 ? new Drawer(quiet) : undefined
  const kept = drawer?.kept
  if (kept) return kept
  // Only now: what is needed to check anything takes longer to load than all this.
  const { judge } = await import('./check/judge')
  const verdict = await judge(quiet, slugs)
  drawer?.keep(verdict)
  return verdict
}

main(async () => {
  const quiet = flag('quiet') !== undefined
  const slugs = words()
  soundSite()
  const { faults: all, says, due, ledgered } = await found(quiet, slugs)
  const whole = !quiet && slugs.length === 0 && all.length === 0
  const faults = whole ? ledgerFaults(ledgered) : all
  for (const line of says) console.log(line)
  const next = due.find(({ at }) => Date.parse(at) > nowOf())
  if (!quiet && next) console.log(`next: ${next.slug} at ${next.at}`)
  if (faults.length === 0) return
  show(faults)
  throw new Failed('check', 1)
}, help)
