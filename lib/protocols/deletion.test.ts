// Does each rule of deletion do what Demers et al. (1987) say? One test per rule, with its section.

import { expect, test } from 'vitest'
import { factsAt, shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type Deletion, deletion, type State } from './deletion'
import { done, hereOf, said } from './here'

type Given = Parameters<typeof hereOf<Deletion>>[1]
const at = (self: number, clock: number, options: NonNullable<Given>['options'] = {}) =>
  hereOf(deletion, { nodes: 4, self, clock, options: { keep: 1000, dormant: 5000, ...options } })
const [fresh] = deletion.start(at(1, 0))
const [written] = deletion.ask.write(fresh, { key: '12A', value: 'Ada' }, at(1, 100))
const [deleted] = deletion.ask.delete(written, { key: '12A' }, at(1, 200))
const mend = (s: State, other: State, here = at(2, 300), wants = false) =>
  deletion.on.mend(s, { items: other.items, wants }, 3, here)
const compare = (s: State, self: number, clock: number) =>
  deletion.after.compare(s, at(self, clock))[0]
const [keeper, other] = [2, 3, 4].sort(
  (a, b) =>
    Number(deleted.items['12A']!.keepers.includes(b)) -
    Number(deleted.items['12A']!.keepers.includes(a)),
) as [number, number]

test('§2 a deletion leaves a death certificate, with its date and its keepers', () => {
  expect(deleted.items['12A']).toMatchObject({ value: '', at: 200, by: 1, active: 200 })
  expect(deleted.items['12A']!.keepers).toHaveLength(2)
  expect(deleted.items['12A']!.keepers).toContain(1)
  const nothing = deletion.ask.delete(deleted, { key: '12A' }, at(1, 210))
  expect([nothing[0], said(nothing)]).toEqual([deleted, ['n1 has no 12A to delete']])
})

test('§2 a certificate cancels an older copy, and an older copy does not cancel it', () => {
  const step = mend(written, deleted)
  expect(step[0].items['12A']!.value).toBe('')
  expect(said(step)).toEqual(['n2 buries 12A, as n3 says'])
  expect(mend(deleted, written)[0].items['12A']!.value).toBe('')
})

test('§2 what is written after the deletion is later than its certificate', () => {
  const [anew] = deletion.ask.write(deleted, { key: '12A', value: 'Ben' }, at(1, 150))
  expect(anew.items['12A']!.at).toBe(201)
  expect(mend(deleted, anew)[0].items['12A']!.value).toBe('Ben')
})

test('§2.1 all forget a certificate after τ₁, but its keepers, who do so after τ₂ more', () => {
  expect(compare(deleted, other, 1200).items['12A']).toBeDefined()
  expect(compare(deleted, other, 1201).items).toEqual({})
  expect(compare(deleted, keeper, 6200).items['12A']).toBeDefined()
  expect(compare(deleted, keeper, 6201).items).toEqual({})
})

test('§2.1 a dormant certificate does not spread', () => {
  const body = (clock: number) => {
    const [effect] = done(deletion.after.compare(deleted, at(keeper, clock)))
    return (effect as { body: { items: object } }).body.items
  }
  expect(Object.keys(body(1200))).toEqual(['12A'])
  expect(Object.keys(body(1201))).toEqual([])
})

test('§2.2 an older copy wakes a dormant certificate, which keeps its date', () => {
  const step = mend(deleted, written, at(keeper, 3000), true)
  expect(step[0].items['12A']).toMatchObject({ value: '', at: 200, active: 3000 })
  expect(step[0].woke).toBe(1)
  expect(done(step)).toMatchObject([{ body: { items: { '12A': { value: '' } }, wants: false } }])
  // Awake again, it tells who has slept on.
  expect(mend(deleted, step[0], at(4, 3100))[0].items['12A']!.active).toBe(3000)
  // What was written since is later than the certificate, and does not wake it.
  const [anew] = deletion.ask.write(fresh, { key: '12A', value: 'Ben' }, at(3, 2500))
  expect(mend(deleted, anew, at(keeper, 3000))[0]).toMatchObject({ woke: 0 })
})

/** n4 is cut off while 12A is deleted, and comes back when most have forgotten that it was. */
const story = (options: object): AnyScenario => ({
  protocol: 'deletion',
  nodes: 4,
  seed: 3,
  delay: 10,
  options: { every: 50, keep: 500, ...options },
  script: [
    [10, { ask: { node: 1, type: 'write', key: '12A', value: 'Ada' } }],
    [600, { cut: [[4]] }, 2500],
    [700, { ask: { node: 1, type: 'delete', key: '12A' } }],
  ],
  until: 4500,
  poster: 0,
})
test('whoever was away brings a deleted item back, unless some keep its certificate', () => {
  const alive = (options: object, moment: number) =>
    factsAt(shoot(deletion, story(options)), moment).alive
  expect(alive({ keepers: 0 }, 650)).toEqual(['12A'])
  expect(alive({ keepers: 0 }, 4500)).toEqual(['12A'])
  expect(alive({ keepers: 2 }, 4500)).toEqual([])
})

test.each(['', 'constructor', '__proto__'])('a key called %j is a key like any other', (key) => {
  const script: AnyScenario['script'] = [
    [10, { ask: { node: 1, type: 'write', key, value: 'Ada' } }],
    [900, { ask: { node: 2, type: 'delete', key } }],
  ]
  const film = shoot(deletion, { ...story({}), script })
  expect([film.stopped, film.broken]).toEqual([undefined, []])
  expect(factsAt(film, 800)).toMatchObject({ alive: [key], living: [1, 1, 1, 1] })
  expect(factsAt(film, 2000)).toMatchObject({ alive: [], living: [0, 0, 0, 0] })
})
