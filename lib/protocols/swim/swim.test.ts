// Does each rule of SWIM do what the paper says? One test per rule, its section in its name.

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { done, hereOf, said } from '../here'
import { type State, swim } from './index'
import type { Rumour, Status, Swim } from './kind'
import { carry, newer, statusOf, tellings } from './rumours'

const at = (options: Parameters<typeof hereOf<Swim>>[1] = {}) => hereOf(swim, options)
const here = at()
const [start] = swim.start(here)
const rumour = (about: number, status: Status, incarnation = 0, life = 0): Rumour => ({
  about,
  status,
  life,
  incarnation,
})
const sent = (step: readonly unknown[], type: string) =>
  (done(step) as { type?: string; to: number; body: Record<string, unknown> }[]).filter(
    (e) => e.type === type,
  )
const probing = (target: number, change: Partial<State> = {}): State => ({
  ...start,
  periods: 7,
  probe: { target, nth: 7, answered: false },
  ...change,
})
const ack = (nth: number, news: readonly Rumour[] = [], by = 0) => ({ nth, for: by, news })

test('§3.1 a period begins with a ping to one member, and a time in which to answer', () => {
  const step = swim.after.period(start, here)
  const [ping] = sent(step, 'ping')
  expect(ping).toMatchObject({ to: step[0].probe!.target, body: { nth: 1, for: 0 } })
  expect(done(step)).toContainEqual({ do: 'wait', timer: 'timeout', ms: 300 })
  expect(done(step)).toContainEqual({ do: 'wait', timer: 'period', ms: 1000 })
})

test('§3.1 a ping is acknowledged', () => {
  const step = swim.on.ping(start, { nth: 4, for: 3, news: [] }, 2, here)
  expect(sent(step, 'ack')).toMatchObject([{ to: 2, body: { nth: 4, for: 3 } }])
})

test('§3.1 without an answer in time, k others are asked to ping', () => {
  const step = swim.after.timeout(probing(2), at({ options: { helpers: 2 } }))
  const asked = sent(step, 'pingReq')
  expect(asked).toHaveLength(2)
  expect(new Set(asked.map(({ to }) => to)).size).toBe(2)
  for (const { to, body } of asked) {
    expect([3, 4, 5]).toContain(to)
    expect(body).toMatchObject({ nth: 7, target: 2 })
  }
  expect(swim.after.timeout(probing(2, { probe: null }), here)).toHaveLength(1)
})

test('§3.1 a helper pings in another’s name, and passes the answer on', () => {
  const asked = swim.on.pingReq(start, { nth: 7, target: 4, news: [] }, 2, here)
  expect(sent(asked, 'ping')).toMatchObject([{ to: 4, body: { nth: 7, for: 2 } }])
  const answered = swim.on.ack(start, ack(7, [], 2), 4, here)
  expect(sent(answered, 'ack')).toMatchObject([{ to: 2, body: { nth: 7, for: 2 } }])
})

test('§3.1 an answer through a helper is an answer', () => {
  const step = swim.on.ack(probing(2), ack(7, [], 1), 3, here)
  expect(step[0].probe!.answered).toBe(true)
  expect(said(step)).toEqual(['n1 hears of n2 through n3'])
  expect(swim.on.ack(probing(2), ack(6), 2, here)[0].probe!.answered).toBe(false)
})

test('§3.1 without suspicion, a member that nobody heard of has failed at the period’s end', () => {
  const step = swim.after.period(probing(2), at({ options: { suspicion: false } }))
  expect(statusOf(step[0], 2)).toBe('failed')
  expect(said(step)).toEqual(['n1 gives up n2: no answer'])
})

test('§4.2 with suspicion it is suspected, until its periods are over', () => {
  const given = at({ options: { patience: 2 } })
  let [s] = swim.after.period(probing(2), given)
  expect(statusOf(s, 2)).toBe('suspect')
  s = swim.after.period({ ...s, probe: null }, given)[0]
  expect(statusOf(s, 2)).toBe('suspect')
  s = swim.after.period({ ...s, probe: null }, given)[0]
  expect([statusOf(s, 2), s.left]).toEqual(['failed', {}])
})

test('§4.2 a suspected member says that it is alive under a higher incarnation', () => {
  const step = swim.on.ping(start, { nth: 1, for: 0, news: [rumour(1, 'suspect')] }, 2, here)
  expect(step[0]).toMatchObject({ incarnation: 1 })
  expect(sent(step, 'ack')[0]!.body.news).toEqual([rumour(1, 'alive', 1)])
})

test('§4.2 a refutation ends the suspicion', () => {
  const [suspecting] = swim.after.period(probing(2), here)
  const step = swim.on.ack(suspecting, ack(0, [rumour(2, 'alive', 1)]), 3, here)
  expect(statusOf(step[0], 2)).toBe('alive')
  expect(step[0].left).toEqual({})
  expect(said(step)).toEqual(['n1 takes back n2'])
})

test('§4.2 what overrides what', () => {
  const order = [
    rumour(2, 'alive', 0),
    rumour(2, 'suspect', 0),
    rumour(2, 'alive', 1),
    rumour(2, 'suspect', 1),
    rumour(2, 'failed', 0),
  ]
  order.forEach((a, i) => {
    order.forEach((b, j) => {
      expect(newer(a, b), `${i} over ${j}`).toBe(i > j)
    })
  })
  expect(newer(rumour(2, 'alive', 9), rumour(2, 'failed', 0))).toBe(false)
  expect(newer(rumour(2, 'alive', 0, 1), rumour(2, 'failed', 9, 0))).toBe(true)
})

test('§4.2 who hears that it has failed comes back in another life', () => {
  const step = swim.on.ack(start, ack(0, [rumour(1, 'failed', 3)]), 2, here)
  expect(step[0]).toMatchObject({ life: 1, incarnation: 0 })
  expect(step[0].news).toEqual([{ rumour: rumour(1, 'alive', 0, 1), told: 0 }])
})

test('§4.1 news rides on messages, the least told first, λ ln n times', () => {
  expect([tellings(3, 5), tellings(1, 100)]).toEqual([5, 5])
  const told = (about: number, times: number) => ({
    rumour: rumour(about, 'failed'),
    told: times,
  })
  const s: State = { ...start, news: [told(2, 1), told(3, 0), told(4, 4)] }
  const given = at({ options: { carry: 2 } })
  const [after, first] = carry(s, 5, given)
  expect(first.map(({ about }) => about)).toEqual([3, 2])
  expect(after.news.map((it) => it.told)).toEqual([2, 1, 4])
  expect(carry({ ...s, news: [told(4, 5)] }, 5, here)).toEqual([{ ...s, news: [] }, []])
})

test('a member that is not thought alive always hears of it (Dadgar et al. 2018)', () => {
  const s: State = { ...start, known: { 2: rumour(2, 'suspect') } }
  expect(carry(s, 2, here)[1]).toEqual([rumour(2, 'suspect')])
  expect(carry(s, 3, here)[1]).toEqual([])
})

test('§4.2 a suspect that is pinged refutes in its answer, however little news is carried', () => {
  const suspected = { nth: 7, for: 0, news: [rumour(1, 'suspect', 3)] }
  for (const options of [{ spread: 0 }, { carry: 0 }, {}]) {
    const step = swim.on.ping(start, suspected, 2, at({ options }))
    expect(sent(step, 'ack')).toMatchObject([
      { to: 2, type: 'ack', body: { nth: 7, news: [rumour(1, 'alive', 4)] } },
    ])
    const quiet = swim.on.ping(
      start,
      { ...suspected, news: [rumour(1, 'alive')] },
      2,
      at({ options }),
    )
    expect(sent(quiet, 'ack')).toMatchObject([{ body: { news: [] } }])
  }
})

test('§4.2 of two that can ping each other again, neither stays suspected', () => {
  for (const options of [{ spread: 0 }, { carry: 0 }, {}]) {
    const { facts } = run(
      swim as never,
      {
        ...{ protocol: 'swim', nodes: 2, seed: 1, delay: 5, until: 3000, poster: 0 },
        options: { period: 100, timeout: 30, patience: 3, helpers: 0, ...options },
        script: [[300, { cut: { from: 2, to: 1 } }, 420]],
      } as never,
    )
    expect(facts).toMatchObject({ suspected: [], failed: [], incarnations: [1, 1] })
  }
})

test('§4.3 all are probed in random order before anyone is probed again', () => {
  let s: State = start
  const rounds = [0, 1, 2].map((round) =>
    [0, 1, 2, 3].map((i) => {
      const [next] = swim.after.period({ ...s, probe: null }, at({ dice: (round * 4 + i) / 13 }))
      s = next
      return next.probe!.target
    }),
  )
  for (const round of rounds) expect([...round].sort()).toEqual([2, 3, 4, 5])
  expect(new Set(rounds.map(String)).size).toBeGreaterThan(1)
})

test('a failed member is not probed, unless it is to be tried again', () => {
  const s: State = { ...start, known: { 2: rumour(2, 'failed') }, periods: 3 }
  for (let i = 0; i < 20; i++)
    expect(swim.after.period({ ...s, order: [] }, at({ dice: i / 20 }))[0].probe!.target).not.toBe(
      2,
    )
  const [again] = swim.after.period(s, at({ options: { again: 4 } }))
  expect(again.probe!.target).toBe(2)
})

test('what a member knows survives a crash; it comes back in a new life, and says so', () => {
  const before: State = {
    ...start,
    known: { 2: rumour(2, 'suspect') },
    left: { 2: 3 },
    incarnation: 4,
  }
  const [s] = swim.wake!(before, here)
  expect(s).toMatchObject({ life: 1, incarnation: 0, known: before.known, left: { 2: 3 } })
  expect(s.news).toEqual([{ rumour: rumour(1, 'alive', 0, 1), told: 0 }])
})

test('periods begin at different moments, or all together', () => {
  const first = (dice: number, together: boolean) =>
    (done(swim.start(at({ dice, options: { together } }))) as { ms: number }[])[0]!.ms
  expect(first(0.1, false)).not.toBe(first(0.2, false))
  expect([first(0.1, true), first(0.2, true)]).toEqual([1000, 1000])
})

test('the face says whom a member suspects, and without whom it does', () => {
  const s = probing(3, { known: { 2: rumour(2, 'suspect'), 4: rumour(4, 'failed') } })
  expect(swim.face(s, here)).toMatchObject({ word: 'suspects n2', holds: 'without n4' })
  expect(swim.face(probing(3), here)).toMatchObject({ word: 'asks n3', mood: 'busy' })
})
