// The other surveys on which a claim is tried: as far as a dial goes, and no farther than a build.

import { expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { otherSurveys } from './survey'

test('the end of a dial that would be too much work is not tried', async () => {
  const nodes = ['usher', ...Array<string>(12).fill('window')]
  const of = { protocol: 'balancer', nodes, seed: 0, delay: 1, until: 200_000, poster: 0 }
  const over = { option: 'choices', values: [1, 2] }
  const survey = { of, seeds: 60, fact: 'longest', over }
  const others = otherSurveys((await protocols.balancer()) as never, survey)
  const tried = [...others].map(([says]) => says)
  expect(tried).toContain('with rate 0')
  expect(tried).toContain('with service 600000')
  // 200,000 services in each of 120 runs: some nine hundred million events.
  expect(tried).not.toContain('with service 1')
})
