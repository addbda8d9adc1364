// Does OM(m) do, step by step, what Lamport, Shostak and Pease (1982) say?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { byzantine, type State } from './byzantine'
import { done, hereOf, said } from './here'

const generals = (n: number, ...traitors: readonly number[]) =>
  Array.from({ length: n }, (_, i) => (traitors.includes(i + 1) ? 'traitor' : 'general') as never)
const at = (self: number, nodes = generals(4), options = {}) =>
  hereOf(byzantine, { nodes, self, options })
const fresh: State = { received: {}, decided: null, sent: 0 }
const sent = (step: readonly unknown[]) =>
  (done(step) as { type?: string; to: number; body: object }[]).filter((e) => e.type === 'order')

test('step 1: the commander sends his order to every lieutenant', () => {
  const orders = sent(byzantine.start(at(1)))
  expect(orders.map(({ to }) => to)).toEqual([2, 3, 4])
  expect(orders[0]!.body).toEqual({ path: '1', order: 'attack' })
})

test('step 2: a lieutenant passes on what it heard, to all who have not handled it', () => {
  const step = byzantine.on.order(fresh, { path: '1', order: 'attack' }, 1, at(3))
  expect(sent(step).map(({ to, body }) => [to, body])).toEqual([
    [2, { path: '1 3', order: 'attack' }],
    [4, { path: '1 3', order: 'attack' }],
  ])
  const deep = byzantine.on.order(fresh, { path: '1 2', order: 'attack' }, 2, at(3))
  expect(sent(deep)).toEqual([])
})

test('step 3: the majority of what it heard and of what the others say they heard', () => {
  const decide = (own: string, second: string, third: string) => {
    const received = { '1': own, '1 3': second, '1 4': third } as State['received']
    return byzantine.after.decide({ ...fresh, received }, at(2))[0].decided
  }
  expect(decide('attack', 'attack', 'retreat')).toBe('attack')
  expect(decide('attack', 'retreat', 'retreat')).toBe('retreat')
})

test('a decision tells what it was made of, and a lie tells what it says to whom', () => {
  const received = { '1': 'attack', '1 3': 'retreat' } as State['received']
  const step = byzantine.after.decide({ ...fresh, received }, at(2, generals(3)))
  expect(said(step)).toEqual(['n2 decides: retreat, having attack from n1, retreat from n3'])
  const liar = (lies: string) =>
    said(
      byzantine.on.order(fresh, { path: '1', order: 'attack' }, 1, at(3, generals(4, 3), { lies })),
    )
  expect(liar('some of each')).toEqual([])
  expect(liar('the opposite')).toEqual(['n3 lies: retreat to n2, retreat to n4'])
  expect(liar('nothing')).toEqual(['n3 lies: nothing to n2, nothing to n4'])
})

test('silence counts as a retreat', () => {
  expect(byzantine.after.decide(fresh, at(2))[0].decided).toBe('retreat')
})

test('an order counts once, and only from whoever stands last on its path', () => {
  const [s] = byzantine.on.order(fresh, { path: '1', order: 'attack' }, 1, at(3))
  expect(byzantine.on.order(s, { path: '1', order: 'retreat' }, 1, at(3))).toEqual([s])
  expect(byzantine.on.order(fresh, { path: '1', order: 'attack' }, 2, at(3))).toEqual([fresh])
})

test('nothing is promised where a round is too short for its messages (§3: A1, A3)', () => {
  const scenario = (round: number) => ({
    ...{ protocol: 'byzantine', nodes: generals(4, 3), seed: 1, delay: 40, poster: 0 },
    ...{ options: { round }, until: 1000 },
  })
  const { broken, facts } = run(byzantine, scenario(10))
  expect([broken, facts.obeyed]).toEqual([[], false])
  expect(run(byzantine, scenario(100)).facts.obeyed).toBe(true)
})
