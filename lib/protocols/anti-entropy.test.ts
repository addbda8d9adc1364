// Do two copies find and mend what differs, and look at no more than they must?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { antiEntropy, type State } from './anti-entropy'
import { done, hereOf } from './here'

const at = (self: number, options = {}) => hereOf(antiEntropy, { nodes: 2, self, options })
const [fresh] = antiEntropy.start(at(1))
const write = (s: State, key: string, self = 1) =>
  antiEntropy.ask.write(s, { key, value: 'sold' }, at(self))[0]
const sent = (step: readonly unknown[]) =>
  (done(step) as { type?: string; body: never }[]).filter((e) => e.type)

/** The whole conversation of two copies, until nobody answers; how many messages it took. */
const talk = (one: State, two: State, depth = 3) => {
  const states = [one, one, two]
  const step = antiEntropy.after.compare(one, at(1, { depth }))
  states[1] = step[0]
  let [messages, to] = [0, 2]
  for (let next = sent(step)[0]; next; to = 3 - to, messages++) {
    const rule = antiEntropy.on[next.type as 'mend']
    const [after, ...does] = rule(states[to]!, next.body, 3 - to, at(to, { depth }))
    states[to] = after
    next = sent([after, ...does])[0]
  }
  return { one: states[1]!, two: states[2]!, messages }
}

test('equal copies are one hash apart', () => {
  const { one, two, messages } = talk(fresh, fresh)
  expect([messages, one.hashes + two.hashes, one.sent + two.sent]).toEqual([1, 1, 0])
})

test.each([0, 1, 3, 6])(
  'one difference in trees of depth %i takes 1 + 2 × depth hashes',
  (depth) => {
    const { one, two } = talk(fresh, write(fresh, '2C', 2), depth)
    expect(one.hashes + two.hashes).toBe(1 + 2 * depth)
    expect(one.entries).toEqual(two.entries)
    expect(one.entries['2C']!.value).toBe('sold')
  },
)

test('both directions are mended, and only what differs is sent', () => {
  const { one, two } = talk(write(fresh, '1A'), write(fresh, '4D', 2), 8)
  expect(one.entries).toEqual(two.entries)
  expect([one.entries['1A']!.value, one.entries['4D']!.value]).toEqual(['sold', 'sold'])
  expect(one.sent + two.sent).toBeLessThanOrEqual(6)
})

test('of two writings of one key the later wins, and the greater copy where they are equal', () => {
  const twice = write(write(fresh, '1A'), '1A')
  expect(talk(twice, write(fresh, '1A', 2)).two.entries['1A']).toMatchObject({ n: 2, by: 1 })
  expect(talk(write(fresh, '1A'), write(fresh, '1A', 2)).one.entries['1A']!.by).toBe(2)
})

test('the fact for the picture: the rows of both trees, and what their leaves hold', () => {
  const scenario = {
    protocol: 'anti-entropy',
    nodes: 2,
    seed: 1,
    delay: 10,
    script: [[10, { ask: { node: 2, type: 'write', key: '1B' } }]],
    poster: 0,
  }
  const factsAt = (until: number) => run(antiEntropy, { ...scenario, until } as never).facts
  const { trees, apart, different } = factsAt(100)
  const { levels, leaves } = trees as { levels: string[][][]; leaves: string[] }
  expect(levels.map((tree) => tree.map((row) => row.length))).toEqual([
    [1, 2, 4, 8],
    [1, 2, 4, 8],
  ])
  expect(leaves.join(' ').split(' ').filter(Boolean)).toHaveLength(16)
  expect([apart, different]).toEqual([1, 1])
  expect(factsAt(1000)).toMatchObject({ apart: 0, different: 0, same: true })
})

test.each(['', 'constructor', '__proto__'])('a key called %j spreads like any other', (key) => {
  const scenario = {
    ...{ protocol: 'anti-entropy', nodes: 2, seed: 1, delay: 10, until: 2000, poster: 0 },
    script: [[10, { ask: { node: 2, type: 'write', key } }]],
  }
  const { facts, broken, stopped } = run(antiEntropy, scenario as never)
  expect([broken, stopped]).toEqual([[], undefined])
  expect(facts).toMatchObject({ same: true, different: 0, entries: [17, 17] })
})
