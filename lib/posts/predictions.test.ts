// Questions: which choice says a value, and what the other runs answer.

import { expect, test } from 'vitest'
import type { AnyScenario } from '@/lib/sim/scenario'
import { choiceOf, predict } from './predictions'

const names = ['East', 'West', 'n3']

test('a node is meant by its number, its name or n and its number', () => {
  expect(choiceOf(2, ['West', 'East'], names)).toBe('West')
  expect(choiceOf(3, ['n1', 'n3'], names)).toBe('n3')
  expect(choiceOf(2, ['1', '2'], names)).toBe('2')
})

test('nobody, nothing, yes and no are said as people say them', () => {
  expect(choiceOf(0, ['n1', 'nobody'], names)).toBe('nobody')
  expect(choiceOf(0, ['0', '1'], names)).toBe('0')
  expect(choiceOf(null, ['never', 'at once'], names)).toBe('never')
  expect([true, false].map((it) => choiceOf(it, ['yes', 'no'], names))).toEqual(['yes', 'no'])
  expect(choiceOf([1, 2], ['1, 2'], names)).toBe('1, 2')
})

test('what no choice says is said in words, so that an author sees it', () => {
  expect(choiceOf(9, ['n1'], names)).toBe('9')
  expect(choiceOf('Ada', ['Ben'], names)).toBe('Ada')
})

test('the other runs are counted by choice, and together they are all of them', async () => {
  const of: AnyScenario = {
    ...{ protocol: 'raft', nodes: 3, seed: 3, delay: [5, 15], until: 400, poster: 0 },
    levers: [{ label: 'Leave out', lines: [[10, { crash: 1 }]] }],
  }
  const { answer, others, runs } = await predict(of, 'leader', ['n1', 'n2', 'nobody'])
  expect(['n1', 'n2', '3', 'n3', 'nobody']).toContain(answer)
  expect(others.map(({ says }) => says)).toEqual(['n1', 'n2', 'nobody', 'something else'])
  expect(others.reduce((sum, one) => sum + one.runs, 0)).toBe(runs)
  expect(runs).toBe(1000)
  // Three equal nodes: each leads a third of the time, but for elections that are not over yet.
  for (const { runs: count } of others.filter(({ says }) => /^n\d/.test(says)))
    expect(Math.abs(count - 333)).toBeLessThan(4 * Math.sqrt((1000 * 2) / 9))
})
