// What waiting for more copies costs while the network is whole, and what while it is cut: PACELC.

import type { Values } from '@/lib/sim/protocol'
import type { Chart, Finding, Layer, Place } from './drawn'
import { rounded, type Study } from './study'

const count = (to: number, standard: number, says: string) =>
  ({ is: 'number', from: 1, to, step: 1, default: standard, says }) as const
const options = {
  copies: { ...count(5, 5, 'copies'), from: 2 },
  far: {
    is: 'number',
    from: 10,
    to: 300,
    step: 10,
    default: 100,
    says: 'round trip to the farthest, ms',
  },
  waits: count(5, 1, 'copies a write waits for'),
  reads: count(5, 1, 'copies a read asks'),
  cut: { ...count(4, 0, 'far copies cut off'), from: 0 },
} as const

type Data = Chart & {
  readonly wait: number | null
  readonly read: number | null
  readonly stale: number
  readonly letters: string
}
type Set = Values<typeof options>

/** Round trip to the nearest copy: it stands in the same house. */
const near = 2

/** Round trip from the near end to its k-th nearest copy; from the far end it is the same. */
const roundTrip = ({ copies, far }: Set, k: number) =>
  near + ((far - near) * (k - 1)) / (copies - 1)

/**
 * For how long after a write was confirmed a read that begins at the far end may still be given
 * the old value: it asks the `reads` copies nearest to it, and none of them has heard of the write
 * when the question comes. If any has, the farthest one asked has, where the news is first and the
 * question last.
 */
const staleFor = (set: Set, waits: number) => {
  const news = roundTrip(set, set.copies - set.reads + 1) / 2
  const question = roundTrip(set, set.reads) / 2
  return Math.max(0, news - question - roundTrip(set, waits))
}

/** Through a cut: writers stand on the near side, readers on the far one. */
const during = ({ copies, waits, reads }: Set, cut: number) => ({
  writes: waits <= copies - cut,
  reads: reads <= cut,
})

/** Abadi 2012: on a partition, availability or consistency; else, latency or consistency. */
function lettersOf(set: Set): string {
  const cut = set.cut || Math.max(1, Math.floor(set.copies / 2))
  const { writes, reads } = during(set, cut)
  return `P${writes && reads ? 'A' : 'C'}/E${staleFor(set, set.waits) > 0 ? 'L' : 'C'}`
}

function findingsOf(set: Set): Finding[] {
  const { cut, copies, waits, reads } = set
  const split = cut || Math.max(1, Math.floor(copies / 2))
  const through = during(set, split)
  const stale = rounded(staleFor(set, waits), 1)
  const answer = (yes: boolean) => (yes ? 'is answered' : 'is refused')
  return [
    {
      name: 'during a cut: available',
      holds: through.writes && through.reads ? 'yes' : 'no',
      says:
        `with ${split} of ${copies} copies cut off, a write on this side ` +
        `${answer(through.writes)}, and a read on the other ${answer(through.reads)}`,
    },
    {
      name: 'else: never an old value',
      holds: stale === 0 ? 'yes' : 'no',
      says: stale
        ? `for ${stale} ms after a write was confirmed, ` +
          'a read that begins far away may still be given the old value'
        : waits + reads > copies
          ? 'every read asks at least one copy that every write has waited for'
          : 'the news of a confirmed write comes to where a read asks before its question does',
    },
  ]
}

function layersOf(set: Set): Layer[] {
  const { copies, cut, waits, reads } = set
  const all = Array.from({ length: copies }, (_, i) => i + 1)
  const points = (value: (w: number) => number) => all.map((w): Place => [w, rounded(value(w), 1)])
  const wait = points((w) => roundTrip(set, w))
  const old = points((w) => staleFor(set, w))
  const zone: Layer[] =
    cut > 0
      ? [
          {
            is: 'zone',
            says: 'refused while cut',
            hue: 0,
            from: copies - cut + 0.5,
            to: copies + 0.5,
          },
        ]
      : []
  return [
    ...zone,
    { is: 'rule', says: `waits for ${waits}`, hue: 0, x: waits },
    { is: 'rule', says: 'a read waits', hue: 2, y: rounded(roundTrip(set, reads), 1) },
    { is: 'line', says: 'a write waits', hue: 4, points: wait },
    { is: 'dots', says: 'a write waits', hue: 4, points: wait },
    { is: 'line', says: 'old values after it', hue: 1, points: old, dashed: true },
    { is: 'dots', says: 'old values after it', hue: 1, points: old },
  ]
}

function compute(given: Set): Data {
  const { copies } = given
  const least = (n: number) => Math.min(n, copies)
  const cut = Math.min(given.cut, copies - 1)
  const set = { ...given, waits: least(given.waits), reads: least(given.reads), cut }
  const answered = cut === 0 ? { writes: true, reads: true } : during(set, cut)
  const wait = answered.writes ? rounded(roundTrip(set, set.waits), 1) : null
  const read = answered.reads ? rounded(roundTrip(set, set.reads), 1) : null
  const stale = rounded(staleFor(set, set.waits), 1)
  const sells =
    wait === null ? 'A write is refused while the cut lasts' : `A write takes ${wait} ms`
  const finds = read === null ? 'a far read is refused' : `a far read ${read} ms`
  const old =
    cut > 0 && wait !== null && read !== null
      ? 'the far side gives old values until the cut heals'
      : stale > 0
        ? `old values are read for ${stale} ms after it`
        : 'no old value is ever read'
  return {
    wait,
    read,
    stale,
    letters: lettersOf(set),
    says: `${sells}, ${finds}, and ${old}: ${lettersOf(set)}.`,
    findings: findingsOf(set),
    across: {
      says: 'copies that a write waits for',
      from: 0.5,
      to: copies + 0.5,
      marks: Array.from({ length: copies }, (_, i) => i + 1),
    },
    up: { says: 'ms', from: 0, to: set.far },
    layers: layersOf(set),
  }
}

/**
 * Abadi, Consistency tradeoffs in modern distributed database system design, IEEE Computer 45(2),
 * 2012. Copies stand at even distances along a line; a writer at its near end, a reader at its far
 * one, and news travels to all of them at once.
 */
export const latencyOrConsistency = {
  name: 'latency-or-consistency',
  says: 'Waiting for more copies makes every write slower and every read fresher.',
  options,
  compute,
  facts: ({ wait, read, stale, letters }) => ({ wait, read, stale, letters }),
  picture: 'chart',
} satisfies Study<typeof options, 'chart', Data>
