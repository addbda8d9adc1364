// Epidemic algorithms (Demers et al. 1987): rumours that are pushed or pulled until nobody cares,
// anti-entropy to back them up, and counts that ride on both.

import { exponential } from '@/lib/sim/curves'
import { chance, pick, roll } from '@/lib/sim/dice'
import { type NodeId, type Protocol, say, send, wait } from '@/lib/sim/protocol'
import { gCounter } from '@/lib/values/g-counter'
import { own } from '@/lib/values/own'
import {
  commands,
  type Entries,
  type Feedback,
  type Gossip,
  type Here,
  later,
  type Messages,
  options,
  type State,
  type Step,
} from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph, some } from './view'

export type { State } from './kind'

const table = <T>(keys: readonly string[], value: (key: string) => T) =>
  Object.fromEntries(keys.map((key) => [key, value(key)]))

/** When a site acts next: in step with all, at its own steady pace, or at random (mean `every`). */
export const next = ({ options: { every, pace }, clock, dice }: Here, first = false) => {
  const left = every - (clock % every)
  const ms = {
    cycles: left < 0.001 ? every : left,
    steady: first ? every * roll(dice, 1) : every,
    random: exponential(every, roll(dice, 2)),
  }
  return wait('cycle', Math.max(0.001, ms[pace]))
}

/** What a site would tell now: what is hot; by a simple epidemic (§1.3), all that it has. */
const offer = ({ hot, entries }: State, { options: { stops } }: Here): Entries =>
  stops === 'never' ? entries : table(Object.keys(hot), (key) => entries[key]!)

/** Who pushes acts while it has something to tell; who pulls always does. */
export const acts = (s: State, here: Here) =>
  here.options.way !== 'push' || some(s.sold) || some(offer(s, here))

/** A site with news acts from its next cycle on. */
const rouse = (before: State, s: State, here: Here) =>
  acts(s, here) && !acts(before, here) ? [next(here, true)] : []

/**
 * §1.4: after k useless contacts in a row, or with a chance of 1/k at each, interest is lost. One
 * useful contact makes up for all useless ones of a cycle (Table 3, note).
 */
const tire = (s: State, back: Feedback, { dice, options: { stops, k } }: Here): State => {
  const hot = { ...s.hot }
  Object.keys(back).forEach((key, i) => {
    const useless = back[key] ? 0 : hot[key]! + 1
    const over = stops === 'by coin' ? chance(dice, 3 + i, 1 / k) : useless >= k
    if (useless && over) delete hot[key]
    else if (Object.hasOwn(hot, key)) hot[key] = useless
  })
  return { ...s, hot, back: {} }
}

/** Whether anything but silence ends a rumour, and whether that is what hearers say. */
const ends = ({ options: { stops, feedback } }: Here, by: boolean) =>
  stops !== 'never' && feedback === by

/** Sends updates; blind spreading (§1.4) counts every contact as useless. */
const tell = (s: State, to: NodeId, wants: boolean, entries: Entries, here: Here): Step => {
  const keys = Object.keys(entries)
  const told = { ...s, sent: s.sent + keys.length }
  const after = ends(here, false)
    ? tire(
        told,
        table(keys, () => false),
        here,
      )
    : told
  return [after, send(to, 'news', { entries, sold: s.sold, wants })]
}

/** Keeps what is later than what it has, and may spread it. */
const learn = (s: State, news: Entries, spread: boolean, here: Here): State => {
  const fresh = Object.keys(news).filter((key) => later(news[key]!, own(s.entries, key)))
  if (!fresh.length) return s
  const hot = spread && here.options.stops !== 'never' ? table(fresh, () => 0) : {}
  return {
    ...s,
    entries: { ...s.entries, ...table(fresh, (key) => news[key]!) },
    heard: { ...s.heard, ...table(fresh, () => here.clock) },
    hot: { ...s.hot, ...hot },
  }
}

/** Merges the counts: of each site’s share the larger; or, naively, one added to the other. */
const count = (s: State, sold: State['sold'], { options: { merge } }: Here): State => {
  if (!some(sold)) return s
  const sum = table(Object.keys(sold), (id) => (s.sold[id] ?? 0) + sold[id]!)
  const both = merge === 'sum' ? { ...s.sold, ...sum } : gCounter.merge(s.sold, sold)
  return { ...s, sold: both }
}

/** In cycles, what a site heard in this very cycle is still news to it. */
const hear = (s: State, body: Messages['news'], from: NodeId, here: Here): Step => {
  const { entries, sold, wants } = body
  const { pace, every } = here.options
  const keys = Object.keys(entries)
  const cycleOf = (at = 0) => pace === 'cycles' && Math.floor(at / every)
  const now = cycleOf(here.clock)
  const needed = table(
    keys,
    (key) =>
      later(entries[key]!, own(s.entries, key)) || (!!now && cycleOf(own(s.heard, key)) === now),
  )
  const learnt = count(learn(s, entries, true, here), sold, here)
  const mine = wants ? offer(s, here) : {}
  const answers = some(mine) || (wants && some(learnt.sold))
  const [after, ...does] = answers ? tell(learnt, from, false, mine, here) : ([learnt] as const)
  const first = keys.filter((key) => !own(s.entries, key))
  return [
    after,
    ...(first.length ? [say(`n${here.self} hears of ${first.join(', ')} from n${from}`)] : []),
    ...(keys.length && ends(here, true) ? [send(from, 'thanks', { needed })] : []),
    ...does,
    ...rouse(s, after, here),
  ]
}

const repair = ({ options }: Here) => (options.repair ? [wait('repair', options.repair)] : [])

/** A site begins, or goes on with what it has. */
const begin = (s: State, here: Here): Step => [
  s,
  ...(acts(s, here) ? [next(here, true)] : []),
  ...repair(here),
]

export const gossip: Protocol<Gossip> = {
  name: 'gossip',
  says: 'Rumours, anti-entropy and counts: epidemic algorithms (Demers et al. 1987).',
  options,
  commands,
  roles: ['site'],
  pictures: ['cluster', 'chart'],
  start: (here) =>
    begin({ entries: {}, sold: {}, mine: 0, hot: {}, back: {}, heard: {}, sent: 0 }, here),
  wake: (s, here) => begin({ ...s, hot: {}, back: {} }, here),

  on: {
    news: hear,

    /** §1.4: what a contact was good for counts at once, or in cycles when the cycle ends. */
    thanks(s, { needed }, _from, here) {
      const hot = Object.keys(needed).filter((key) => Object.hasOwn(s.hot, key))
      const back = { ...s.back, ...table(hot, (key) => own(s.back, key) || needed[key]!) }
      return [here.options.pace === 'cycles' ? { ...s, back } : tire(s, back, here)]
    },

    /** §1.3: both sides keep the later of each entry. What is mended is not spread as a rumour. */
    mend(s, { entries, wants }, from, here) {
      const after = learn(s, entries, false, here)
      return [
        after,
        ...(after === s ? [] : [say(`n${here.self} is mended by n${from}`)]),
        ...(wants ? [send(from, 'mend', { entries: after.entries, wants: false })] : []),
        ...rouse(s, after, here),
      ]
    },
  },

  after: {
    /** §1.4: one random partner a cycle. */
    cycle(before, here) {
      const { way } = here.options
      const s = tire(before, before.back, here)
      const partner = pick(here)
      if (!partner || !acts(s, here)) return [s]
      const mine = way === 'pull' ? {} : offer(s, here)
      const [after, ...does] = tell(s, partner, way !== 'push', mine, here)
      return [after, ...does, ...(acts(after, here) ? [next(here)] : [])]
    },

    /** §1.3: anti-entropy with one random partner, in whole. */
    repair(s, here) {
      const partner = pick(here)
      const all = partner ? [send(partner, 'mend', { entries: s.entries, wants: true })] : []
      return [s, ...all, ...repair(here)]
    },
  },

  ask: {
    tell(s, { key, value }, here) {
      const entry = { value, n: (own(s.entries, key)?.n ?? 0) + 1, by: here.self }
      const after = learn(s, { [key]: entry }, true, here)
      return [after, say(`n${here.self} tells of ${key}: ${value}`), ...rouse(s, after, here)]
    },

    sell(s, { seats }, here) {
      const sold = gCounter.add(s.sold, here.self, seats)
      const after = { ...s, sold, mine: s.mine + seats }
      return [after, say(`n${here.self} sells ${seats}`), ...rouse(s, after, here)]
    },
  },

  face,
  glyph,
  facts,
  always,
  eventually,
}
