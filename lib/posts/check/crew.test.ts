// Figures checked on all cores come out as they do on one, and in the order they were asked for.

import { expect, test } from 'vitest'
import type { Subject } from '../data'
import { checkFigures, type Job } from './crew'

const job = (seed: number): Job => ({
  subject: {
    protocol: 'ballot',
    nodes: 3,
    seed,
    delay: [5, 15],
    script: [
      [10, { ask: { node: 1, type: 'propose', motion: 'A' } }],
      [20, { crash: 1 + (seed % 3) }],
    ],
    until: 100,
    poster: 50,
  } as Subject,
  said: [{ at: 90, that: { seed } }],
})

test('on two cores as on one', async () => {
  const jobs = Array.from({ length: 9 }, (_, i) => job(i + 1))
  const alone = await checkFigures(jobs, 1)
  expect(new Set(alone.map(({ story }) => story.text)).size).toBeGreaterThan(1)
  expect(alone[0]?.claims[0]?.unknown?.name).toBe('seed')
  expect(await checkFigures(jobs, 2)).toEqual(alone)
})
