// What the clients had seen, by the moments that they noted: their own clocks may stand wrong.

import { expect, test } from 'vitest'
import { type Chatter, chatter } from './chatter'
import { historyAt, shoot } from './film'
import { type AnyProtocol, type Here, type Operation, type Protocol, wait } from './protocol'
import type { AnyScenario, Line } from './scenario'

type Op = { readonly from: number; readonly to: number | null }
type State = Chatter['state'] & { readonly ops: readonly Op[] }
const begin = (s: State, { at }: Here): readonly [State, ReturnType<typeof wait<'lonely'>>] => [
  { ...s, ops: [...s.ops, { from: at, to: null }] },
  wait('lonely', 50),
]
/** Every ask begins an operation that ends 50 ms of its crystal later. */
const client = {
  ...chatter,
  always: {},
  start: () => [{ heard: 0, kept: 0, last: '', ops: [] }],
  ask: { greet: (s: State, _: unknown, here: Here) => begin(s, here) },
  after: {
    ...chatter.after,
    lonely: (s: State, { at }: Here) => [
      { ...s, ops: s.ops.map((op) => ({ ...op, to: op.to ?? at })) },
    ],
  },
  history: ({ nodes }: { nodes: readonly { name: string; state: State }[] }): Operation[] =>
    nodes.flatMap(({ name, state }) =>
      state.ops.map((op) => ({
        ...{ client: name, type: 'read', value: null, result: null, outcome: 'ok' as const },
        ...op,
      })),
    ),
} as unknown as Protocol<Chatter> & AnyProtocol

const times = (script: readonly Line[], more: Partial<AnyScenario> = {}, at = 1000) =>
  historyAt(
    shoot(client, {
      ...{ protocol: 'chatter', nodes: 2, seed: 1, delay: 10, until: 1000, poster: 0 },
      script,
      ...more,
    }),
    at,
  ).map(({ from, to }) => [from, to])
const ask = (at: number, node = 1): Line => [at, { ask: { node, type: 'greet', word: '' } }]

test('a clock that is wrong from the start moves nothing', () => {
  const clocks = [{ offset: 300 }, { offset: -40 }]
  expect(times([ask(10), ask(20, 2)], { clocks })).toEqual([
    [10, 60],
    [20, 70],
  ])
})

test('a clock that jumps in between moves nothing, ahead or back', () => {
  for (const ms of [300, -300])
    expect(times([ask(100), ask(380), [400, { bump: { node: 1, ms } }], ask(600)])).toEqual([
      [100, 150],
      [380, 430],
      [600, 650],
    ])
  expect(times([ask(300), [400, { bump: { node: 1, ms: -300 } }], ask(600)])).toEqual([
    [300, 350],
    [600, 650],
  ])
})

test('operations that overlap, or begin at one instant, each have their own times', () => {
  const bump: Line = [5, { bump: { node: 1, ms: 300 } }]
  expect(times([bump, ask(100), ask(100), ask(120)])).toEqual([
    [100, 170],
    [100, 170],
    [120, 170],
  ])
})

test('what has not ended at a moment has no end', () => {
  expect(times([[5, { bump: { node: 1, ms: 300 } }], ask(100)], {}, 120)).toEqual([[100, null]])
})
