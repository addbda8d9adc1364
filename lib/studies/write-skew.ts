// Two transactions that each look at both windows and close their own: what isolation lets through.

import { anomalies, levelsLeft } from '@/lib/checks/isolation'
import type { Step, Transaction } from '@/lib/checks/transaction'
import type { Millis, Values } from '@/lib/sim/protocol'
import type { Bar, Finding, History, Turned } from './drawn'
import type { Study } from './study'

const levels = ['read committed', 'snapshot', 'serializable'] as const
const options = {
  isolation: { is: 'choice', of: levels, default: 'snapshot', says: 'isolation' },
  later: {
    is: 'number',
    from: 0,
    to: 240,
    step: 10,
    default: 40,
    says: 'West begins later by, ms',
  },
} as const
type Set = Values<typeof options>

type Data = History & {
  readonly open: number
  readonly found: readonly string[]
  readonly committed: number
  readonly left: readonly string[]
}

const windows = ['East', 'West'] as const
type Window = (typeof windows)[number]
/** After its beginning a transaction does each of these, and takes so long for one. */
const plan = { readOwn: 10, readOther: 70, write: 130, commit: 195, step: 50 } as const
const until = 500

/** Both begin, read both windows, and close their own if the other is open. */
type Run = {
  readonly window: Window
  readonly begin: Millis
  readonly commit: Millis
  readonly saw: { readonly [window in Window]: boolean }
  readonly closes: boolean
  readonly committed: boolean
}

/** Was a window closed by a commit before that moment? */
const closedBy = (runs: readonly Run[], window: Window, at: Millis) =>
  runs.some((run) => run.window === window && run.closes && run.committed && run.commit <= at)

function runOne({ isolation }: Set, window: Window, begin: Millis, before: readonly Run[]): Run {
  const other = windows.find((one) => one !== window)!
  const look = (which: Window, at: Millis) =>
    !closedBy(before, which, isolation === 'snapshot' || isolation === 'serializable' ? begin : at)
  const saw = {
    [window]: look(window, begin + plan.readOwn),
    [other]: look(other, begin + plan.readOther),
  } as Run['saw']
  const commit = begin + plan.commit
  const closes = saw[other] && saw[window]
  // Serializable by looking back (Kung and Robinson 1981): whoever read what has changed since
  // its beginning may not commit.
  const changed = windows.some(
    (one) => closedBy(before, one, commit) && !closedBy(before, one, begin),
  )
  return {
    window,
    begin,
    commit,
    saw,
    closes,
    committed: !(isolation === 'serializable' && changed),
  }
}

const seen = (open: boolean, by: Window) => (open ? [] : [by])
/** Closing a window as an append to its list, which is what the checker reads. */
function asTransaction({ window, saw, closes, committed }: Run): Transaction {
  const other = windows.find((one) => one !== window)!
  const reads = [window, other].map((key): Step => ['read', key, seen(saw[key], key)])
  const writes: Step[] = closes ? [['append', window, window]] : []
  return { steps: [...reads, ...writes], outcome: committed ? 'ok' : 'fail' }
}

/** `stale`: whether what it had read of the other is wrong in the end. */
function barsOf({ window, begin, saw, closes, committed }: Run, stale: boolean): Bar[] {
  const other = windows.find((one) => one !== window)!
  const bar = (after: Millis, says: string, ok = true): Bar => ({
    client: window,
    from: begin + after,
    to: begin + after + plan.step,
    says,
    outcome: ok ? 'ok' : 'fail',
  })
  const word = (open: boolean) => (open ? 'open' : 'closed')
  return [
    bar(plan.readOwn, `${window}: ${word(saw[window])}`),
    { ...bar(plan.readOther, `${other}: ${word(saw[other])}`), ...(stale && { marked: true }) },
    ...(closes ? [bar(plan.write, `close ${window}`, committed)] : []),
  ]
}

const groupOf = ({ window, begin, commit, committed }: Run): Bar => ({
  client: window,
  from: begin,
  to: commit,
  says: `T${windows.indexOf(window) + 1}, ${committed ? 'committed' : 'taken back'}`,
  outcome: committed ? 'ok' : 'fail',
})

/** Windows that are closed in the end, the last of which leaves nobody to sell. */
const turnedOf = (runs: readonly Run[], open: number): Turned[] =>
  runs
    .filter(({ closes, committed }) => closes && committed)
    .map(({ window, commit }, i) => ({
      client: window,
      from: commit,
      says: 'closed',
      ...(open === 0 && i === 1 && { wrong: 'nobody sells' }),
    }))

const names: { readonly [level: string]: string } = {
  'read-committed': 'read committed',
  'snapshot-isolation': 'snapshot isolation',
  serializable: 'serializable',
}

function findingsOf(runs: readonly Run[], open: number): { found: string[]; findings: Finding[] } {
  const found = anomalies(runs.map(asTransaction))
  const left: readonly string[] = levelsLeft(found)
  const why = found.map(({ name, says }) => `${says} (${name})`).join('; ')
  const findings = Object.entries(names).map(([level, name]): Finding => {
    const holds = left.includes(level)
    return {
      name,
      holds: holds ? 'yes' : 'no',
      says: holds ? 'it allows this history' : why,
    }
  })
  const rule: Finding = {
    name: 'one window is open',
    holds: open > 0 ? 'yes' : 'no',
    says:
      open > 0 ? `${open} of 2 are open in the end` : 'each saw the other open, and both closed',
  }
  return { found: found.map(({ name }) => name), findings: [rule, ...findings] }
}

function compute(set: Set): Data {
  const first = runOne(set, 'East', 30, [])
  const second = runOne(set, 'West', 30 + set.later, [first])
  const runs = [first, second]
  const open = windows.filter((one) => !closedBy(runs, one, until)).length
  const { found, findings } = findingsOf(runs, open)
  const ends =
    open === 0
      ? 'both close, and nobody sells'
      : second.committed
        ? 'the second sees that the first has closed, and stays open'
        : 'the second is taken back, since what it had read has changed'
  return {
    says: `Under ${set.isolation} isolation, ${ends}.`,
    findings,
    clients: windows,
    until,
    bars: runs.flatMap((run) => barsOf(run, open === 0)),
    groups: runs.map(groupOf),
    turned: turnedOf(runs, open),
    open,
    found,
    committed: runs.filter(({ committed }) => committed).length,
    left: findings.filter(({ holds }) => holds === 'yes').map(({ name }) => name),
  }
}

/**
 * Write skew: Berenson et al. 1995, A5B; found as Adya 1999 and Elle do, by a cycle of reads that
 * missed a write (G2-item).
 */
export const writeSkew = {
  name: 'write-skew',
  says: 'Two transactions keep a rule each by itself, and break it together.',
  options,
  compute,
  facts: ({ open, found, committed }) => ({ open, anomalies: found, committed }),
  picture: 'history',
} satisfies Study<typeof options, 'history', Data>
