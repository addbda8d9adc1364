// Does each rule of gossip do what Demers et al. (1987) say? One test per rule, with its section.

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { AnyScenario } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { gossip, type State } from './index'
import { type Entry, type Gossip, later } from './kind'

const at = (given: Parameters<typeof hereOf<Gossip>>[1] = {}) => hereOf(gossip, given)
const opt = (options: Partial<ReturnType<typeof at>['options']>, self = 1) => at({ options, self })
const [fresh] = gossip.start(at())
const entry = (n = 1, by = 1, value = 'sold'): Entry => ({ value, n, by })
const knowing = (change: Partial<State> = {}): State => ({
  ...fresh,
  entries: { '12A': entry() },
  ...change,
})
const spreading = (change: Partial<State> = {}) => knowing({ hot: { '12A': 0 }, ...change })
const sent = (step: readonly unknown[], type: string) =>
  (done(step) as { type?: string; to: number; body: Record<string, unknown> }[]).filter(
    (e) => e.type === type,
  )
const news = (entries: State['entries'], wants = false, sold = {}) => ({ entries, wants, sold })
const useless = { needed: { '12A': false } }
const needed = { needed: { '12A': true } }

test('§1.4 who is told a rumour spreads it from its next cycle on', () => {
  const step = gossip.ask.tell(fresh, { key: '12A', value: 'sold' }, at())
  expect(step[0].entries).toEqual({ '12A': entry() })
  expect(step[0].hot).toEqual({ '12A': 0 })
  expect(done(step)).toMatchObject([{ do: 'wait', timer: 'cycle' }])
})

test('§1.4 push: a site with a hot rumour tells one random other a cycle', () => {
  const step = gossip.after.cycle(spreading(), at())
  expect(sent(step, 'news')).toMatchObject([
    { body: { entries: { '12A': entry() }, wants: false } },
  ])
  expect(step[0].sent).toBe(1)
  expect(done(gossip.after.cycle(knowing(), at()))).toEqual([])
})

test('§1.4 pull: a site asks one other, who answers with what is hot', () => {
  const pull = opt({ way: 'pull' })
  const [asked] = sent(gossip.after.cycle(fresh, pull), 'news')
  expect(asked!.body).toEqual(news({}, true))
  const answer = gossip.on.news(spreading(), news({}, true), 2, pull)
  expect(sent(answer, 'news')).toMatchObject([{ to: 2, body: news({ '12A': entry() }) }])
  expect(sent(gossip.on.news(knowing(), news({}, true), 2, pull), 'news')).toEqual([])
})

test('§1.4 push and pull: one message tells and asks', () => {
  const [one] = sent(gossip.after.cycle(spreading(), opt({ way: 'push-pull' })), 'news')
  expect(one!.body).toEqual(news({ '12A': entry() }, true))
})

test('§1.3 a simple epidemic tells all it has, and never stops', () => {
  const never = opt({ stops: 'never' })
  const step = gossip.after.cycle(knowing(), never)
  expect(sent(step, 'news')).toHaveLength(1)
  expect(done(step)).toContainEqual({ do: 'wait', timer: 'cycle', ms: 100 })
  expect(sent(gossip.on.news(fresh, news({ '12A': entry() }), 2, never), 'thanks')).toEqual([])
})

test('§1.4 feedback: the hearer says which updates it needed', () => {
  const first = gossip.on.news(fresh, news({ '12A': entry() }), 2, at())
  expect(sent(first, 'thanks')).toMatchObject([{ to: 2, body: needed }])
  expect(said(first)).toEqual(['n1 hears of 12A from n2'])
  const again = gossip.on.news(first[0], news({ '12A': entry() }), 3, at())
  expect(sent(again, 'thanks')).toMatchObject([{ to: 3, body: useless }])
})

test('§1.4 in cycles a rumour is news until the cycle ends in which it was heard', () => {
  const cycles = (clock: number) => at({ clock, options: { pace: 'cycles' } })
  const [s] = gossip.on.news(fresh, news({ '12A': entry() }), 2, cycles(110))
  const again = (clock: number) => gossip.on.news(s, news({ '12A': entry() }), 3, cycles(clock))
  expect(sent(again(190), 'thanks')[0]!.body).toEqual(needed)
  expect(sent(again(210), 'thanks')[0]!.body).toEqual(useless)
})

test('§1.4 counter: k useless contacts in a row end a rumour, a useful one begins anew', () => {
  const two = opt({ k: 2 })
  const cycle = (s: State, contact: typeof useless | typeof needed) =>
    gossip.after.cycle(gossip.on.thanks(s, contact, 2, two)[0], two)[0]
  const once = cycle(spreading(), useless)
  expect(once.hot['12A']).toBe(1)
  expect(cycle(once, needed).hot['12A']).toBe(0)
  expect(cycle(once, useless).hot).toEqual({})
})

test('Table 3: of several contacts in one cycle, a useful one makes up for the others', () => {
  const cycles = opt({ pace: 'cycles', k: 1 })
  const after = (contacts: readonly object[]) =>
    contacts.reduce<State>(
      (s, contact) => gossip.on.thanks(s, contact as typeof needed, 2, cycles)[0],
      spreading(),
    )
  const hot = (s: State) => Object.keys(gossip.after.cycle(s, cycles)[0].hot)
  expect(hot(after([useless, needed, useless]))).toEqual(['12A'])
  expect(hot(after([useless, useless]))).toEqual([])
})

test('§1.4 coin: with a chance of 1/k a useless contact ends it', () => {
  const ended = Array.from({ length: 300 }, (_, i) => {
    const here = at({ dice: i / 300, options: { stops: 'by coin', k: 3 } })
    const [s] = gossip.on.thanks(spreading(), useless, 2, here)
    return Object.keys(gossip.after.cycle(s, here)[0].hot).length === 0
  }).filter(Boolean).length
  expect(ended).toBeGreaterThan(70)
  expect(ended).toBeLessThan(130)
})

test('§1.4 blind: every contact counts, whoever heard it', () => {
  const blind = opt({ feedback: false, k: 1 })
  expect(gossip.after.cycle(spreading(), blind)[0].hot).toEqual({})
  expect(sent(gossip.on.news(fresh, news({ '12A': entry() }), 2, blind), 'thanks')).toEqual([])
})

test('the later entry replaces the other, whatever the order of arrival', () => {
  expect(later(entry(2, 1), entry(1, 9))).toBe(true)
  expect(later(entry(1, 2), entry(1, 1))).toBe(true)
  const [s] = gossip.on.news(knowing(), news({ '12A': entry(2, 2, 'free') }), 2, at())
  expect(s.entries['12A']!.value).toBe('free')
  expect(gossip.on.news(s, news({ '12A': entry() }), 3, at())[0].entries).toBe(s.entries)
})

test('§1.3 anti-entropy: two sites exchange all that they have, and both keep the later', () => {
  const here = opt({ repair: 50 })
  const [first] = sent(gossip.after.repair(knowing(), here), 'mend')
  expect(first!.body).toEqual({ entries: { '12A': entry() }, wants: true })
  const other = knowing({ entries: { '12A': entry(2, 2), '12B': entry(1, 2) } })
  const step = gossip.on.mend(other, first!.body as never, 1, opt({ repair: 50 }, 2))
  expect(step[0].entries).toBe(other.entries)
  const [back] = sent(step, 'mend')
  expect(back).toMatchObject({ to: 1, body: { entries: other.entries, wants: false } })
  const mended = gossip.on.mend(knowing(), back!.body as never, 2, here)
  expect(mended[0]).toMatchObject({ entries: other.entries, hot: {} })
  expect(said(mended)).toEqual(['n1 is mended by n2'])
})

test('a counter takes of each site’s share the larger, and never counts twice', () => {
  const [s] = gossip.ask.sell(fresh, { seats: 3 }, at())
  const heard = (merge: 'largest' | 'sum') => {
    const step = gossip.on.news(
      { ...s, sold: { 1: 3, 2: 4 } },
      news({}, false, { 1: 3, 2: 5 }),
      2,
      opt({ merge }),
    )
    return step[0].sold
  }
  expect(heard('largest')).toEqual({ 1: 3, 2: 5 })
  expect(heard('sum')).toEqual({ 1: 6, 2: 9 })
})

test('what a site knows survives a crash; what it was spreading does not', () => {
  const [s] = gossip.wake!(spreading({ sold: { 1: 2 } }), at())
  expect(s).toMatchObject({ entries: { '12A': entry() }, sold: { 1: 2 }, hot: {} })
})

test('the face says how far the rumour has come', () => {
  const words = [fresh, spreading(), knowing()].map((s) => gossip.face(s, at()).word)
  expect(words).toEqual(['has not heard', 'spreads', 'knows'])
  expect(gossip.face(knowing({ sold: { 1: 2, 3: 5 } }), at())).toMatchObject({ number: 7 })
  const [counts] = gossip.ask.sell({ ...fresh, sold: { 1: 9 } }, { seats: 3 }, at())
  expect(gossip.face(counts, at())).toMatchObject({ word: 'sold 3', number: 12, counts: 'seats' })
})

test.each(['', 'constructor', '__proto__'])('§1.4 a rumour called %j spreads, and dies', (key) => {
  const scenario = {
    ...{ protocol: 'gossip', nodes: 3, seed: 4, delay: 10, until: 6000, poster: 0 },
    script: [[500, { ask: { node: 1, type: 'tell', key } }]],
  } as AnyScenario
  const { broken, stopped, facts } = run(gossip, scenario)
  expect([broken, stopped]).toEqual([[], undefined])
  expect(facts).toMatchObject({ over: true, know: 3 })
})
