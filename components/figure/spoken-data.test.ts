// What a listener hears of a figure without time: its still, then the sentence after each turn of a
// dial, as the live region says it. One figure of each picture of data, and a survey's.

import { describe, expect, it } from 'vitest'
import { type AnyDataPicture, dataPictures, fetchDataPicture } from '@/components/pictures/data'
import { fetchProtocol } from '@/lib/protocols'
import { sample } from '@/lib/sim/lean'
import type { Json } from '@/lib/sim/protocol'
import type { DrawnName } from '@/lib/studies/drawn'
import { summaryOf } from '@/lib/studies/many-runs'
import type { AnyStudied } from '@/lib/studies/study'
import type { AnySurvey } from '@/lib/studies/subject'
import type { AnyData } from './data-stage'
import { turn } from './edits'
import { answerOf, developStudy } from './study'
import { runAt, seedOf } from './survey'
import { developSurvey } from './survey-page'

type Turn = readonly [option: string, value: Json]
type Story = { readonly of: AnyStudied; readonly turns: readonly Turn[] }

const stories: { readonly [picture in DrawnName]: Story } = {
  bars: { of: { study: 'speed-of-light' }, turns: [] },
  chart: {
    of: { study: 'fan-out', options: { servers: 100, slow: 0.01 } },
    turns: [
      ['servers', 10],
      ['slow', 0.001],
    ],
  },
  heart: {
    of: { study: 'heart', options: { way: 'equation' } },
    turns: [
      ['way', 'segments'],
      ['points', 12],
    ],
  },
  history: { of: { study: 'history' }, turns: [['operations', []]] },
  ring: { of: { study: 'new-member' }, turns: [] },
}

/** The still by its name, what it says, and its findings, each with whether it holds. */
const shown = (picture: AnyDataPicture, data: AnyData) => [
  ...new Set([picture.describe(data, 'short'), data.says]),
  ...(data.findings ?? []).map(({ name, holds, says }) => `${name} (${holds}): ${says}`),
]

async function heardOf({ of, turns }: Story): Promise<string> {
  const { study, studied, data, picture } = await developStudy(of)
  const lines = shown(await fetchDataPicture(picture.name as DrawnName), data)
  let now = studied
  for (const [option, value] of turns) {
    now = turn(now, option, value)
    const answer = answerOf(study, now)
    lines.push('', `${option}: ${JSON.stringify(value)}`, ...shown(picture, answer.data))
  }
  return `${lines.join('\n')}\n`
}

const survey: AnySurvey = {
  of: { protocol: 'raft', nodes: 3, seed: 0, delay: [10, 20], until: 900, poster: 0 },
  seeds: 40,
  fact: 'electedAfter',
}

async function heardOfSurvey(): Promise<string> {
  const protocol = (await fetchProtocol(survey.of.protocol))!
  const share = { scenario: survey.of, fact: survey.fact, from: 0, to: survey.seeds }
  const summary = summaryOf(survey, sample(protocol, share))
  const { picture, chart } = await developSurvey(survey)
  const runs = ['least', 'middle', 'most'].map((choice) => {
    const seed = seedOf(summary, choice)!
    return `${choice}: ${runAt(survey, survey.of, { seed, x: 0 }, summary).says}`
  })
  return `${[...shown(picture, chart(summary)), '', ...runs].join('\n')}\n`
}

describe('a listener', () => {
  for (const name of Object.keys(dataPictures) as DrawnName[])
    it(`hears what a study with ${name} shows, and what each turn does`, async () => {
      await expect(await heardOf(stories[name])).toMatchFileSnapshot(`spoken/study-${name}.txt`)
    })

  it('hears what a survey shows, and which run a dot is', async () => {
    await expect(await heardOfSurvey()).toMatchFileSnapshot('spoken/survey.txt')
  })
})
