// Does OM(m) send as many messages and bear as many traitors as Lamport, Shostak and Pease (1982)
// say: of n generals m, if and only if n > 3m?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { byzantine, messagesOf, type State } from './byzantine'

const generals = (n: number, ...traitors: readonly number[]) =>
  Array.from({ length: n }, (_, i) => (traitors.includes(i + 1) ? 'traitor' : 'general') as never)
const factsOf = (nodes: readonly string[], options: object, seed = 1) => {
  const it = { protocol: 'byzantine', nodes, options, seed, delay: 10, until: 2000, poster: 0 }
  return run(byzantine, it as never).facts
}

test.each([
  [4, 1, 9],
  [7, 2, 156],
  [10, 3, 3609],
])('%i generals and m = %i send exactly %i messages', (n, m, count) => {
  expect(messagesOf(n, m)).toBe(count)
  expect(factsOf(generals(n), { m })).toMatchObject({ messages: count, agreed: true, obeyed: true })
})

test('four bear one traitor, wherever he stands; three do not', () => {
  for (const traitor of [1, 2, 3, 4])
    for (const lies of ['some of each', 'the opposite', 'anything', 'nothing'])
      expect(factsOf(generals(4, traitor), { m: 1, lies })).toMatchObject({
        promised: true,
        agreed: true,
        obeyed: true,
      })
  expect(factsOf(generals(3, 3), { m: 1, lies: 'the opposite' })).toMatchObject({
    promised: false,
    obeyed: false,
  })
})

test('n = 3, m = 1: a lieutenant cannot tell a lying commander from a lying comrade', () => {
  const seenBy2 = (traitor: number) => {
    const nodes = generals(3, traitor)
    const it = { protocol: 'byzantine', nodes, seed: 1, delay: 10, until: 2000, poster: 0 }
    const options = { m: 1, lies: traitor === 1 ? 'some of each' : 'the opposite' }
    const { world } = run(byzantine, { ...it, options } as never)
    return (world.nodes[1]!.state as State).received
  }
  expect(seenBy2(1)).toEqual(seenBy2(3))
})

test('n = 6 with two traitors is too few for OM(2), n = 7 is enough', () => {
  const results = (n: number) =>
    [...Array(n).keys()].flatMap((a) =>
      [...Array(a).keys()].flatMap((b) =>
        ['some of each', 'the opposite'].map((lies) =>
          factsOf(generals(n, a + 1, b + 1), { m: 2, lies }),
        ),
      ),
    )
  expect(results(7).every((facts) => facts.agreed && facts.obeyed)).toBe(true)
  expect(results(6).every((facts) => facts.agreed && facts.obeyed)).toBe(false)
})
