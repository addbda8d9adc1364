// What clients saw of Raft: a command that is retried is one operation, wherever it is retried.

import { expect, it } from 'vitest'
import { linearizable } from '@/lib/checks/linearizable'
import { models } from '@/lib/checks/model'
import { run } from '@/lib/sim/lean'
import type { World } from '@/lib/sim/world'
import { raft, type State } from '.'

type Line = readonly [at: number, what: object] | readonly [from: number, fault: object, to: number]
const ask = (node: number, type: string, command: object = {}) => ({
  ask: { node, type, ...command },
})
const first = { value: 'A', serial: 's1' }
const second = { value: 'B', serial: 's2' }

/** The history of three servers of which n1 leads at 20 ms, and what its checker says. */
function shown(...script: Line[]) {
  const { world, facts } = run(
    raft as never,
    {
      ...{ protocol: 'raft', nodes: 3, seed: 1, delay: 5, until: 700, poster: 0 },
      script: [[0, ask(1, 'campaign')], ...script],
    } as never,
  )
  const history = raft.history!(world as unknown as World<State>)
  const told = history.map(({ client, value, outcome }) => `${client} ${value} ${outcome}`)
  return { told, facts, holds: linearizable(history, models.register, { initial: '' }).holds }
}

it('a command retried after it was applied is one operation', () => {
  const { told, facts, holds } = shown(
    [100, ask(1, 'write', first)],
    [200, ask(1, 'write', second)],
    [300, ask(1, 'write', first)],
    [400, ask(1, 'read')],
  )
  expect(told).toEqual(['n1 A ok', 'n1 B ok', 'n1  ok'])
  expect(facts).toMatchObject({ read: 'B', applied: ['A', 'B'] })
  expect(holds).toBe('yes')
})

it('nor is it two where the next leader does not know yet that it was applied', () => {
  const { told, facts, holds } = shown(
    [100, ask(1, 'write', first)],
    [101, ask(1, 'write', second)],
    // Both are answered; n1 is gone before the others hear that they are committed.
    [120, { crash: 1 }],
    [130, ask(2, 'campaign')],
    [145, ask(2, 'write', first)],
    [300, ask(2, 'read')],
  )
  expect(told).toEqual(['n1 A ok', 'n1 B ok', 'n2  ok'])
  expect(facts).toMatchObject({ leader: 2, committed: 3, read: 'B', applied: ['A', 'B'] })
  expect(holds).toBe('yes')
})

it('where the first attempt has come to nothing, the second counts', () => {
  const { told, facts, holds } = shown(
    [90, { cut: [[1]] }, 250],
    [100, ask(1, 'write', first)],
    [110, ask(2, 'campaign')],
    [150, ask(2, 'write', first)],
    [600, ask(2, 'read')],
  )
  expect(told).toEqual(['n1 A fail', 'n2 A ok', 'n2  ok'])
  expect(facts).toMatchObject({ leader: 2, read: 'A', applied: ['A'] })
  expect(holds).toBe('yes')
})
