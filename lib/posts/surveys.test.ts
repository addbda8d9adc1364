// A survey does not depend on who shoots it.

import { expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { sample } from '@/lib/sim/lean'
import { sharesOf, surveyFacts } from '@/lib/studies/many-runs'
import type { AnySurvey } from './data'
import { samplesOf } from './samples'
import { shootSurvey } from './surveys'

const survey: AnySurvey = {
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
  expect([mean! >= 1, median, share]).toEqual([true, 1, 1])
})

test('samples that were kept are the same as those shot, of every kind of survey', async () => {
  const over = { option: 'heartbeat', values: [20, 40] }
  const kinds: AnySurvey[] = [
    { ...survey, seeds: 20 },
    { ...survey, seeds: 20, over },
    { ...survey, seeds: 20, along: [0, 150, 600] },
  ]
  for (const kind of kinds) {
    const raft = await protocols.raft()
    const shot = sharesOf(kind).flatMap((share) => sample(raft, share))
    expect(await samplesOf(kind)).toEqual(shot)
    // A second process finds them where the first has put them.
    const { samplesOf: again } = await import(`./samples?again=${kinds.indexOf(kind)}`)
    const never = () => Promise.reject(new Error('shot again'))
    expect(await again(kind, never)).toEqual(shot)
  }
})

test('along time a fact is read as a film would tell it', async () => {
  const raft = await protocols.raft()
  const along = [0, 100.5, 200, 600]
  const { shoot, factsAt } = await import('@/lib/sim/film')
  for (const { seed, at, value } of await samplesOf({ ...survey, seeds: 5, along })) {
    const film = shoot(raft as never, { ...survey.of, seed })
    expect(value).toEqual(factsAt(film, at!).term)
  }
})
