// Does the usher choose as it says?

import { expect, test } from 'vitest'
import { balancer, type State } from './balancer'
import { done, hereOf, said } from './here'

const windows = (n: number) => ['usher', ...Array<string>(n).fill('window')]
const at = (self: number, given = {}) =>
  hereOf(balancer, { nodes: windows(3) as never, self, ...given })
const fresh = balancer.start(at(2))[0]
const to = (step: readonly unknown[]) =>
  (done(step) as { do: string; to: number }[]).filter((e) => e.do === 'send').map((e) => e.to)

test('a buyer goes to the least loaded of those that were drawn', () => {
  const s: State = { ...fresh, given: [5, 2, 4], finished: [0, 0, 1] }
  for (let i = 0; i < 50; i++)
    expect(to(balancer.after.arrival(s, at(1, { dice: i / 50, options: { choices: 3 } })))).toEqual(
      [3],
    )
  const one = Array.from({ length: 50 }, (_, i) =>
    to(balancer.after.arrival(s, at(1, { dice: i / 50, options: { choices: 1 } }))),
  )
  expect(new Set(one.flat())).toEqual(new Set([2, 3, 4]))
})

test('a queue that is longer than any before is told of, and no other', () => {
  const told = (given: readonly number[], longest: number) =>
    said(balancer.after.arrival({ ...fresh, given, longest }, at(1)))
  expect(told([3, 3, 3], 3)).toEqual([
    expect.stringMatching(/^the longest queue so far: 4 at n[234]$/),
  ])
  expect(told([3, 3, 3], 4)).toEqual([])
  expect(told([0, 0, 0], 0)).toEqual([])
})

test('a window takes a buyer once, however often and in whatever order it comes', () => {
  const s = [2, 1, 2, 1, 3].reduce<State>(
    (now, n) => balancer.on.buyer(now, { n, at: 0 }, 1, at(2))[0],
    fresh,
  )
  expect(s.queue.map(({ n }) => n)).toEqual([2, 1, 3])
})

test('an answer says how many are finished, so that it may be repeated', () => {
  const s: State = { ...fresh, given: [3, 0, 0] }
  const [after] = balancer.on.done(s, { ended: 2, at: 0 }, 2, at(1, { clock: 70 }))
  expect(after).toMatchObject({ finished: [2, 0, 0], done: 1, took: 70 })
  expect(balancer.on.done(after, { ended: 2, at: 0 }, 2, at(1))).toEqual([after])
})
