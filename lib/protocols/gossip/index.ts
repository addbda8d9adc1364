// Epidemic algorithms (Demers et al. 1987): rumours that are pushed or pulled until nobody cares,
// and anti-entropy, which compares two copies by their Merkle trees and mends both.

import { exponential } from '@/lib/sim/curves'
import { chance, pick, roll } from '@/lib/sim/dice'
import { type NodeId, type Protocol, say, send, wait } from '@/lib/sim/protocol'
import { gCounter } from '@/lib/values/g-counter'
import { merkleTree } from '@/lib/values/merkle-tree'
import {
  commands,
  type Entries,
  type Gossip,
  type Here,
  type Hot,
  later,
  type Messages,
  options,
  type State,
  type Step,
} from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph } from './view'

export type { State } from './kind'

const cold: Hot = { useless: 0, cycle: 'none' }
const rng = { partner: 0, first: 1, next: 2, coin: 3 } as const

/** When a site acts next: in step with all, at its own steady pace, or at random (mean `every`). */
const next = ({ options: { every, pace }, clock, dice }: Here, first = false) => {
  const steady = first ? Math.max(0.001, every * roll(dice, rng.first)) : every
  const random = Math.max(0.001, exponential(every, roll(dice, rng.next)))
  const left = every - (clock % every)
  const cycles = left < 0.001 ? every : left
  return wait('cycle', { cycles, steady, random }[pace])
}

/** Who pushes acts while it has something to tell; who pulls always does. */
const acts = (s: State, { options: { way, stops } }: Here) =>
  way !== 'push' ||
  Object.keys(s.hot).length > 0 ||
  Object.keys(s.sold).length > 0 ||
  (stops === 'never' && Object.keys(s.entries).length > 0)

/** What a site would tell now: what is hot; by a simple epidemic (§1.3), all that it has. */
const offer = (s: State, { options: { stops } }: Here): Entries =>
  stops === 'never'
    ? s.entries
    : Object.fromEntries(Object.keys(s.hot).map((key) => [key, s.entries[key]!]))

/** §1.4: after k useless contacts, or with a chance of 1/k at each, interest is lost. */
const tire = (s: State, keys: readonly string[], here: Here): State => {
  const { stops, k } = here.options
  const hot = { ...s.hot }
  keys.forEach((key, i) => {
    const useless = (hot[key]?.useless ?? 0) + 1
    const over = stops === 'coin' ? chance(here.dice, rng.coin + i, 1 / k) : useless >= k
    if (over) delete hot[key]
    else if (hot[key]) hot[key] = { useless, cycle: 'none' }
  })
  return { ...s, hot }
}

/** One useful contact makes up for all useless ones of a cycle (Table 3, note). */
const judge = (s: State, here: Here): State => {
  const { stops, feedback } = here.options
  if (stops === 'never' || !feedback) return s
  const of = (cycle: Hot['cycle']) =>
    Object.keys(s.hot).filter((key) => s.hot[key]!.cycle === cycle)
  const rested = Object.fromEntries(of('useful').map((key) => [key, cold]))
  return tire({ ...s, hot: { ...s.hot, ...rested } }, of('useless'), here)
}

/** Sends updates; blind spreading (§1.4) counts every contact as useless. */
const tell = (s: State, to: NodeId, wants: boolean, entries: Entries, here: Here): Step => {
  const keys = Object.keys(entries)
  const { stops, feedback } = here.options
  const told = { ...s, sent: s.sent + keys.length }
  const after = stops !== 'never' && !feedback ? tire(told, keys, here) : told
  return [after, send(to, 'news', { entries, sold: s.sold, wants })]
}

/** Keeps what is later than what it has, and spreads it. */
const learn = (s: State, news: Entries, spread: boolean, here: Here): State => {
  const fresh = Object.keys(news).filter((key) => later(news[key]!, s.entries[key]))
  if (!fresh.length) return s
  const all = <T>(value: (key: string) => T) => Object.fromEntries(fresh.map((k) => [k, value(k)]))
  return {
    ...s,
    entries: { ...s.entries, ...all((key) => news[key]!) },
    heard: { ...s.heard, ...all(() => here.clock) },
    hot: spread && here.options.stops !== 'never' ? { ...s.hot, ...all(() => cold) } : s.hot,
  }
}

/** Merges the counts: of each site’s share the larger; or, naively, one added to the other. */
const count = (s: State, sold: State['sold'], { options: { merge } }: Here): State => {
  if (!Object.keys(sold).length) return s
  if (merge === 'largest') return { ...s, sold: gCounter.merge(s.sold, sold) }
  const sum = Object.keys(sold).reduce((all, id) => gCounter.add(all, id, sold[id]), s.sold)
  return { ...s, sold: sum }
}

/** Whether a site needed an update; in cycles, what it heard in this very cycle is still news. */
const needs = (s: State, news: Entries, { clock, options: { pace, every } }: Here) => {
  const cycleOf = (at: number) => Math.floor(at / every)
  const now = (key: string) => pace === 'cycles' && cycleOf(s.heard[key] ?? 0) === cycleOf(clock)
  return (key: string) => later(news[key]!, s.entries[key]) || now(key)
}

/** A site with news acts from its next cycle on. */
const rouse = (before: State, s: State, here: Here) =>
  acts(s, here) && !acts(before, here) ? [next(here, true)] : []

const hear = (s: State, body: Messages['news'], from: NodeId, here: Here): Step => {
  const { entries, sold, wants } = body
  const keys = Object.keys(entries)
  const isNeeded = needs(s, entries, here)
  const needed = keys.filter(isNeeded)
  const useless = keys.filter((key) => !isNeeded(key))
  const { stops, feedback } = here.options
  const learnt = count(learn(s, entries, true, here), sold, here)
  const thanks =
    keys.length && feedback && stops !== 'never' ? [send(from, 'thanks', { needed, useless })] : []
  const first = keys.filter((key) => !s.entries[key])
  const says = first.length ? [say(`n${here.self} hears of ${first.join(', ')} from n${from}`)] : []
  const mine = wants ? offer(s, here) : {}
  const answers = Object.keys(mine).length > 0 || (wants && Object.keys(learnt.sold).length > 0)
  const [after, ...does] = answers ? tell(learnt, from, false, mine, here) : ([learnt] as const)
  return [after, ...says, ...thanks, ...does, ...rouse(s, after, here)]
}

const repair = ({ options }: Here) => (options.repair ? [wait('repair', options.repair)] : [])
const treeOf = (s: State, { options: { depth } }: Here) => merkleTree.of(s.entries, depth)
const under = (s: State, leaves: readonly number[], { options: { depth } }: Here) =>
  merkleTree.under(s.entries, leaves, depth) as Entries

const fresh: State = {
  entries: {},
  sold: {},
  hot: {},
  heard: {},
  sent: 0,
  compared: [],
  differed: [],
}

/** A site begins, or goes on with what it has. */
const begin = (s: State, here: Here): Step => [
  s,
  ...(acts(s, here) ? [next(here, true)] : []),
  ...repair(here),
]

export const gossip: Protocol<Gossip> = {
  name: 'gossip',
  says: 'Spreading news by rumour and anti-entropy: epidemic algorithms (Demers et al. 1987).',
  options,
  commands,
  roles: ['site'],
  pictures: ['cluster', 'chart'],
  start: (here) => begin(fresh, here),
  wake: (s, here) => begin({ ...s, hot: {} }, here),

  on: {
    news: hear,

    thanks(s, { needed, useless }, _from, here) {
      const hot = { ...s.hot }
      for (const key of needed) if (hot[key]) hot[key] = { ...hot[key], cycle: 'useful' }
      for (const key of useless)
        if (hot[key]?.cycle === 'none') hot[key] = { ...hot[key], cycle: 'useless' }
      const after = { ...s, hot }
      return [here.options.pace === 'cycles' ? after : judge(after, here)]
    },

    /** Anti-entropy (§1.3): whoever finds a difference opens it, down to the leaves. */
    compare(s, { hashes }, from, here) {
      const { hashes: mine } = treeOf(s, here)
      const inner = merkleTree.leavesOf(here.options.depth) - 1
      const places = Object.keys(hashes).map(Number)
      const apart = places.filter((place) => hashes[place] !== mine[place])
      const leaves = apart.filter((place) => place >= inner).map((place) => place - inner)
      const below = apart.filter((place) => place < inner).flatMap((p) => [2 * p + 1, 2 * p + 2])
      const compared = places.includes(0) ? places : [...s.compared, ...places]
      const seen: State = { ...s, compared, differed: leaves }
      const opened = Object.fromEntries(below.map((place) => [place, mine[place]!]))
      return [
        seen,
        ...(below.length ? [send(from, 'compare', { hashes: opened })] : []),
        ...(leaves.length
          ? [
              say(`n${here.self} finds that it differs from n${from}`),
              send(from, 'mend', { leaves, entries: under(s, leaves, here), wants: true }),
            ]
          : []),
      ]
    },

    /** Both sides keep the later of each entry. What is mended is not spread as a rumour. */
    mend(s, { leaves, entries, wants }, from, here) {
      const after = learn(s, entries, false, here)
      const back = { leaves, entries: under(after, leaves, here), wants: false }
      const news = after === s ? [] : [say(`n${here.self} is mended by n${from}`)]
      const mine = wants ? [send(from, 'mend', back)] : []
      return [after, ...news, ...mine, ...rouse(s, after, here)]
    },
  },

  after: {
    /** §1.4: one random partner a cycle. */
    cycle(before, here) {
      const s = judge(before, here)
      const { way } = here.options
      const partner = pick(here, rng.partner)
      if (!partner || !acts(s, here)) return [s, ...(way === 'push' ? [] : [next(here)])]
      const mine = way === 'pull' ? {} : offer(s, here)
      const [after, ...does] = tell(s, partner, way !== 'push', mine, here)
      return [after, ...does, ...(acts(after, here) ? [next(here)] : [])]
    },

    repair(s, here) {
      const partner = pick(here)
      const hashes = { 0: treeOf(s, here).hashes[0]! }
      return [s, ...(partner ? [send(partner, 'compare', { hashes })] : []), ...repair(here)]
    },
  },

  ask: {
    tell(s, { key, value }, here) {
      const entry = { value, n: (s.entries[key]?.n ?? 0) + 1, by: here.self }
      const after = learn(s, { [key]: entry }, true, here)
      return [after, say(`n${here.self} tells of ${key}: ${value}`), ...rouse(s, after, here)]
    },

    sell(s, { seats }, here) {
      const after = { ...s, sold: gCounter.add(s.sold, here.self, seats) }
      return [after, say(`n${here.self} sells ${seats}`), ...rouse(s, after, here)]
    },
  },

  face,
  glyph,
  facts,
  always,
  eventually,
}
