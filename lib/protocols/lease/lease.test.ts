// Does each rule of a lease do as it says? One test per rule.

import { describe, expect, test } from 'vitest'
import { factsAt, historyAt, shoot } from '@/lib/sim/film'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { lease } from './index'
import { fresh, type Lease, type State } from './kind'

const nodes = ['holder', 'holder', 'lock', 'store'] as const
const at = (self: number, clock = 0, options: Partial<Values<Lease['options']>> = {}) =>
  hereOf(lease, { nodes, self, clock, options })
const lock = at(3)
const question = { nth: 1, asked: 0 }
const [lent] = lease.on.acquire(fresh, question, 1, lock)
const [queued] = lease.on.acquire(lent, question, 2, lock)
const [asking] = lease.ask.write(fresh, { value: 'Ada' }, at(1))
const granted = { nth: 1, token: 1, asked: 0, waited: 0 }
const [working] = lease.on.grant(asking, granted, 3, at(1, 20))
const write = (s: State, token: number, fencing = true) =>
  lease.on.write(s, { nth: 1, token, value: `by ${token}` }, 1, at(4, 0, { fencing }))

describe('lease', () => {
  test('a free lock lends for a term, under a new token (Gray and Cheriton 1989 §2)', () => {
    const step = lease.on.acquire(fresh, question, 1, lock)
    expect(step[0]).toMatchObject({ token: 1, holder: { client: 1, nth: 1 } })
    expect(done(step)).toEqual([
      { do: 'send', to: 1, type: 'grant', body: granted },
      { do: 'wait', timer: 'expire', ms: 300 },
    ])
  })

  test('while it is lent others wait in line, and each stands there once', () => {
    expect(queued.queue).toEqual([{ client: 2, nth: 1, asked: 0, heard: 0 }])
    expect(lease.on.acquire(queued, { nth: 1, asked: 100 }, 2, lock)).toEqual([queued])
  })

  test('a question asked again has the same answer', () => {
    const step = lease.on.acquire(lent, { nth: 1, asked: 100 }, 1, at(3, 110))
    expect(step[0]).toBe(lent)
    expect(done(step)).toMatchObject([{ type: 'grant', body: granted }])
  })

  test('when the term is over the next in line has it, under a greater token', () => {
    const step = lease.after.expire(queued, lock)
    expect(step[0]).toMatchObject({ token: 2, holder: { client: 2 }, queue: [] })
    expect(said(step)[0]).toBe('n3 ends the lease of n1')
  })

  test('a lease given back goes to the next; one given back late changes nothing', () => {
    expect(lease.on.release(queued, { token: 1 }, 1, lock)[0].holder.client).toBe(2)
    const [later] = lease.after.expire(queued, lock)
    expect(lease.on.release(later, { token: 1 }, 1, lock)).toEqual([later])
  })

  test('a lock that wakes lets a whole term pass before it lends again (§2)', () => {
    const [woken, ...effects] = lease.wake!(queued, lock)
    expect(woken).toMatchObject({ token: 1, holder: { client: 1 }, queue: [] })
    expect(effects).toEqual([{ do: 'wait', timer: 'expire', ms: 300 }])
    const later = { nth: 9, asked: 0 }
    expect(done(lease.on.acquire(woken, later, 2, lock))).toEqual([])
    // What was given back before is lent at once.
    const [free] = lease.on.release(lent, { token: 1 }, 1, lock)
    const step = lease.on.acquire(lease.wake!(free, lock)[0], later, 2, lock)
    expect(done(step)[0]).toMatchObject({ type: 'grant', to: 2 })
  })

  test('a holder counts from sending its request, not from hearing the grant (§3)', () => {
    const until = (waited: number, uncertainty: number) => {
      const here = at(1, 250, { uncertainty })
      return lease.on.grant(asking, { ...granted, asked: 40, waited }, 3, here)[0].jobs[0]!.until
    }
    expect(until(0, 0)).toBe(340)
    // What it waited for in line was not yet its term.
    expect(until(200, 0)).toBe(540)
    // Two clocks may part by so much in that time.
    expect(until(200, 5)).toBe(40 + 500 * 0.95)
  })

  test('a grant says when its request was sent, and how long it stood in line', () => {
    const [line] = lease.on.acquire(lent, { nth: 1, asked: 40 }, 2, at(3, 60))
    const step = lease.on.release(line, { token: 1 }, 1, at(3, 200))
    expect(done(step)[0]).toMatchObject({ to: 2, body: { asked: 40, waited: 140 } })
  })

  test('a holder works, writes under its token, and gives the lease back', () => {
    expect(working.jobs).toMatchObject([{ phase: 'works', token: 1, until: 297 }])
    const step = lease.after.work(working, at(1, 120))
    expect(done(step)[0]).toMatchObject({ to: 4, type: 'write', body: { token: 1, value: 'Ada' } })
    const end = lease.on.written(step[0], { nth: 1, ok: true }, 4, at(1, 140))
    expect(end[0].jobs).toMatchObject([{ phase: 'done', to: 140 }])
    expect(done(end)).toContainEqual({ do: 'send', to: 3, type: 'release', body: { token: 1 } })
  })

  test('a holder that looks at its clock does not write after its term', () => {
    const late = lease.after.work(working, at(1, 400, { checks: true }))
    expect(late[0].jobs).toMatchObject([{ phase: 'late' }])
    const blind = lease.after.work(working, at(1, 400))
    expect(blind[0].jobs).toMatchObject([{ phase: 'writes' }])
  })

  test('a holder that looks does not ask the store again after its term', () => {
    const here = (clock: number) => at(1, clock, { checks: true })
    const [writing] = lease.after.work(working, here(120))
    expect(done(lease.after.retry(writing, here(220)))[0]).toMatchObject({ type: 'write' })
    expect(lease.after.retry(writing, here(300))[0].jobs).toMatchObject([{ phase: 'late' }])
  })

  test('a store refuses a token older than the newest it has seen (Kleppmann 2016)', () => {
    const [s] = write(fresh, 2)
    const late = write(s, 1)
    expect(late[0]).toMatchObject({ value: 'by 2', refused: 1, overwrote: 0 })
    expect(done(late)).toMatchObject([{ type: 'written', body: { ok: false } }])
    expect(write(late[0], 2)[0].value).toBe('by 2')
  })

  test('a store without fencing takes what comes last', () => {
    const [s] = write(fresh, 2, false)
    expect(write(s, 1, false)[0]).toMatchObject({ value: 'by 1', written: 1, overwrote: 1 })
  })

  test('a holder forgets its work in a crash', () => {
    expect(lease.wake!(working, at(1, 500))[0].jobs).toMatchObject([{ phase: 'late', to: 500 }])
  })
})

describe('a holder pauses, and wakes when its lease has ended', () => {
  const film = (options: Partial<Values<Lease['options']>>) => {
    const scenario: AnyScenario = {
      protocol: 'lease',
      nodes,
      seed: 1,
      delay: 10,
      options,
      script: [
        [0, { ask: { node: 1, type: 'write', value: 'Ada' } }],
        [50, { ask: { node: 2, type: 'write', value: 'Ben' } }],
        [60, { pause: 1 }, 600],
      ],
      until: 1500,
      poster: 0,
    }
    const shot = shoot(lease, scenario)
    expect(shot.broken).toEqual([])
    return factsAt(shot, 1500)
  }

  test('without a token it writes over what the next holder wrote', () => {
    expect(film({ fencing: false })).toMatchObject({ value: 'Ada', overwrote: 1, refused: 0 })
  })

  test('with a token it is refused', () => {
    expect(film({})).toMatchObject({ value: 'Ben', overwrote: 0, refused: 1 })
  })

  test('a look at the clock would have told it, this time', () => {
    expect(film({ fencing: false, checks: true })).toMatchObject({ value: 'Ben', late: 1 })
  })
})

test('a write that was taken, and whose retry is refused, is not said to have failed', () => {
  const film = shoot(lease, {
    ...{ protocol: 'lease', nodes: ['lock', 'store', 'holder', 'holder'], seed: 1, delay: 5 },
    options: { term: 150, work: 20, retry: 300 },
    script: [
      [0, { ask: { node: 3, type: 'write', value: 'Ada' } }],
      [10, { ask: { node: 4, type: 'write', value: 'Ben' } }],
      [20, { lose: { from: 2, to: 3 } }],
    ],
    until: 1000,
    poster: 0,
  })
  expect(factsAt(film, 100).value).toBe('Ada')
  expect(factsAt(film, 1000)).toMatchObject({ refused: 1, value: 'Ben' })
  const outcomes = historyAt(film, 1000).map(({ value, outcome }) => [value, outcome])
  expect(outcomes).toEqual([
    ['Ada', 'unknown'],
    ['Ben', 'ok'],
  ])
})

test('of clocks that part further than allowed nothing is promised', () => {
  const broken = (ppm: number, uncertainty: number) =>
    shoot(lease, {
      ...{ protocol: 'lease', nodes, seed: 1, delay: 10, until: 1500, poster: 0 },
      // A holder that looks at its clock counts on the lease until that says otherwise.
      options: { uncertainty, work: 1000, checks: true },
      script: [
        [0, { drift: { node: 1, ppm } }],
        [10, { ask: { node: 1, type: 'write', value: 'Ada' } }],
      ],
    }).broken
  expect(broken(-100_000, 1)).toEqual([])
  expect(broken(-100_000, 12)).toEqual([])
})
