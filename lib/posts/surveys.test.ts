// A survey does not depend on who shoots it.

import { expect, test } from 'vitest'
import { protocols, type Survey } from '@/lib/protocols'
import { sample } from '@/lib/sim/lean'
import { sharesOf, shootSurvey, surveyFacts } from './surveys'

const survey: Survey = {
  of: { protocol: 'raft', nodes: 5, seed: 0, delay: [5, 15], until: 600, poster: 0 },
  seeds: 130,
  fact: 'term',
}

test('the samples are the same on one core, on three, and in any order of the shares', async () => {
  const raft = await protocols.raft()
  const shares = sharesOf(survey)
  const backwards = [...shares]
    .reverse()
    .map((share) => sample(raft, share))
    .reverse()
    .flat()
  expect(await shootSurvey(survey, 1)).toEqual(backwards)
  expect(await shootSurvey(survey, 3)).toEqual(backwards)
  expect(backwards.map(({ seed }) => seed)).toEqual(Array.from({ length: 130 }, (_, i) => i))
  const { mean, median, share } = surveyFacts(backwards)
  expect([mean >= 1, median, share]).toEqual([true, 1, 1])
})
