// Which of several time servers are believed, and how far a clock may be off: RFC 5905 §10 and §11.
// No protocol uses it: clock-sync has one server, and believes the answer of the least delay to one
// poll, which is the heart of §10. A filter over eight polls, and a choice among servers, would be
// another protocol, and other films.

import { sqrt } from '@/lib/sim/curves'
import type { Millis } from '@/lib/sim/protocol'
import type { Interval } from './intervals'

/** The drift that NTP reckons with, 15 ppm, and the bounds of RFC 5905 §7.2, in ms. */
export const ntp = { driftPpm: 15, most: 16_000, least: 5, fewest: 3 } as const
/** By how much more a clock may be off after so long without an answer. */
export const grown = (ms: Millis) => (ms * ntp.driftPpm) / 1e6

/** One exchange: the offset, the delay, how far the reading of it may be off, and when it was. */
export type Exchange = {
  readonly offset: Millis
  readonly delay: Millis
  readonly dispersion: Millis
  readonly at: Millis
}
/** What the last eight exchanges with one server come to. */
type Peer = Exchange & { readonly jitter: Millis }
/** A server, and how far it may itself be off from where time comes from (its root). */
export type Source = Peer & { readonly rootDelay: Millis; readonly rootDispersion: Millis }

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
const square = (x: number) => x * x
const squares = (one: Millis, all: readonly Millis[]) => sum(all.map((it) => square(one - it)))

/**
 * The clock filter (§10): of the last eight exchanges the one with the least delay is believed;
 * stages never filled count as wrong by the most. Undefined without any.
 */
export function filtered(exchanges: readonly Exchange[], now: Millis): Peer | undefined {
  const stages = exchanges
    .slice(-8)
    .map((it) => ({ ...it, dispersion: it.dispersion + grown(now - it.at) }))
    .sort((a, b) => a.delay - b.delay || b.at - a.at)
  const [best] = stages
  if (!best) return undefined
  const missing = Array<Millis>(8 - stages.length).fill(ntp.most)
  const all = [...stages.map((it) => Math.min(it.dispersion, ntp.most)), ...missing]
  let [dispersion, weight] = [0, 0.5]
  for (const it of all) {
    dispersion += it * weight
    weight /= 2
  }
  const apart = squares(
    best.offset,
    stages.map((it) => it.offset),
  )
  return { ...best, dispersion, jitter: sqrt(apart) / Math.max(1, stages.length - 1) }
}

/** The root distance Λ: how far a server’s time may be off by now (§11.2, A.5.5.2). */
export const rootDistance = (source: Source, now: Millis): Millis =>
  Math.max(ntp.least, source.rootDelay + source.delay) / 2 +
  source.rootDispersion +
  source.dispersion +
  grown(now - source.at) +
  source.jitter

type Edge = { readonly at: Millis; readonly type: -1 | 0 | 1 }

/** Where, from one side, all but so many are open; and how many midpoints come before that. */
function bound(edges: readonly Edge[], opens: -1 | 1, enough: number) {
  let [open, middles] = [0, 0]
  for (const { at, type } of edges) {
    open += type * opens
    if (open >= enough) return { at, middles }
    if (type === 0) middles++
  }
  return undefined
}

/**
 * The selection (§11.2.1): the stretch that all but the fewest share, so that the middles of no
 * more than these lie outside: that is where a server most likely is, and Marzullo’s stretch may
 * miss it. Undefined where half or more would have to be wrong.
 */
export function truth(intervals: readonly Interval[]): Interval | undefined {
  const edges = intervals.flatMap(({ from, to }): Edge[] => [
    { at: from, type: -1 },
    { at: (from + to) / 2, type: 0 },
    { at: to, type: 1 },
  ])
  edges.sort((a, b) => a.at - b.at || a.type - b.type)
  for (let wrong = 0; 2 * wrong < intervals.length; wrong++) {
    const enough = intervals.length - wrong
    const low = bound(edges, -1, enough)
    const high = bound([...edges].reverse(), 1, enough)
    if (low && high && low.middles + high.middles <= wrong && high.at > low.at)
      return { from: low.at, to: high.at }
  }
  return undefined
}

type Candidate = { readonly source: Source; readonly distance: Millis }

/** The clustering (§11.2.2): outliers go while the others disagree more than any is unsteady. */
function clustered(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length <= ntp.fewest) return candidates
  const offsets = candidates.map(({ source }) => source.offset)
  const jitters = offsets.map((offset) => sqrt(squares(offset, offsets) / (offsets.length - 1)))
  const most = Math.max(...jitters)
  const steadiest = Math.min(...candidates.map(({ source }) => source.jitter))
  if (most < steadiest) return candidates
  const out = jitters.indexOf(most)
  return clustered(candidates.filter((_, i) => i !== out))
}

/**
 * The offset to believe now, from several servers: the mean of those that are left by selection and
 * clustering, by 1/Λ each (§11.2.3); and their places. Undefined where no majority agrees.
 */
export function combined(sources: readonly Source[], now: Millis) {
  const all = sources.map((source) => ({ source, distance: rootDistance(source, now) }))
  const agreed = truth(
    all.map(({ source: { offset }, distance }) => ({
      from: offset - distance,
      to: offset + distance,
    })),
  )
  if (!agreed) return undefined
  const within = all.filter(
    ({ source: { offset } }) => agreed.from <= offset && offset <= agreed.to,
  )
  const left = clustered([...within].sort((a, b) => a.distance - b.distance))
  const weights = sum(left.map(({ distance }) => 1 / distance))
  const offset = sum(left.map(({ source, distance }) => source.offset / distance)) / weights
  return { offset, believed: left.map(({ source }) => sources.indexOf(source)) }
}
