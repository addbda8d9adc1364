// Does the balancer choose as it says, and give the numbers of the supermarket model?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import { balancer, type State } from './balancer'
import { done, hereOf } from './here'

const servers = (n: number) => ['balancer', ...Array<string>(n).fill('server')]
const at = (self: number, given = {}) =>
  hereOf(balancer, { nodes: servers(3) as never, self, ...given })
const fresh = balancer.start(at(2))[0]
const to = (step: readonly unknown[]) =>
  (done(step) as { do: string; to: number }[]).filter((e) => e.do === 'send').map((e) => e.to)

test('a job goes to the least loaded of those that were drawn', () => {
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

test('a server takes a job once, however often and in whatever order it comes', () => {
  const s = [2, 1, 2, 1, 3].reduce<State>(
    (now, n) => balancer.on.job(now, { n, at: 0 }, 1, at(2))[0],
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

const factsOf = (n: number, options: object, until: number, script: unknown[] = [], seed = 1) => {
  const it = { protocol: 'balancer', nodes: servers(n), options, seed, delay: 0 }
  const scenario = { ...it, script, until, poster: 0 }
  return run(balancer, scenario as never, { limits: buildLimits, promises: false }).facts
}
/** The mean time in the system with d = 2 and many queues: Σ λ^(2^i − 2). */
const twoChoices = (load: number) =>
  [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, i) => sum + load ** (2 ** i - 2), 0)

test.each([
  [0.5, 1.2657],
  [0.7, 1.6145],
  [0.8, 1.9474],
  [0.9, 2.6141],
])('the supermarket model, d = 2: at load %d a job takes %d services', (rate, printed) => {
  expect(twoChoices(rate)).toBeCloseTo(printed, 4)
  const service = 1000
  const options = { rate, service, warm: 30 * service }
  const mean = factsOf(200, options, 150 * service).meanTime as number
  // 200 queues and some 15,000 jobs: within 4 % of the limit of many queues.
  expect(Math.abs(mean / printed - 1), `${mean}`).toBeLessThan(0.04)
})

test.each([0.5, 0.8])('by chance alone (d = 1) it is 1/(1 − λ), at load %d', (rate) => {
  const options = { rate, choices: 1, warm: 60_000 }
  const mean = factsOf(200, options, 260_000).meanTime as number
  expect(Math.abs(mean * (1 - rate) - 1), `${mean}`).toBeLessThan(0.06)
})

test.each([
  [1, [0.632, 0.264, 0.0803, 0.019]],
  [2, [0.7616, 0.2295, 0.0089]],
])('n jobs at once on n = 1000 servers, d = %i: the fluid limit', (choices, limit) => {
  const runs = Array.from({ length: 3 }, (_, seed) => {
    const burst = [[1, { ask: { node: 1, type: 'burst', many: 999 } }]]
    return factsOf(999, { choices, rate: 0, service: 600_000 }, 1.5, burst, seed)
  })
  limit.forEach((share, k) => {
    const all = runs.map((facts) => ((facts.atLeast as number[])[k] ?? 0) / 999)
    const mean = all.reduce((a, b) => a + b, 0) / all.length
    expect(Math.abs(mean - share), `${k + 1}: ${mean}`).toBeLessThan(4 * Math.sqrt(share / 3000))
  })
  const longest = Math.max(...runs.map((facts) => facts.longest as number))
  expect(longest).toBeLessThanOrEqual(choices === 1 ? 8 : 4)
})
