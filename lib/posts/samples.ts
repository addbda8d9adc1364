// The samples of a survey: read from where they were kept, or shot here and kept, by content.

import path from 'node:path'
import { type Sample, sample } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'
import type { Json } from '@/lib/sim/protocol'
import { type Summary, sharesOf, summaryOf } from '@/lib/studies/many-runs'
import { type AnySurvey, isSurvey, type Subject } from './data'
import { protocolOf } from './figures'
import { digest, sourceHash } from './source'
import { readJson, writeWhole } from './store'

export type Shoot = (survey: AnySurvey) => Promise<readonly Sample[]>

/** On this core alone: what little there is, or in a process that has no threads of ours. */
export const shootHere: Shoot = async (survey) => {
  const protocol = await protocolOf(survey.of)
  return sharesOf(survey).flatMap((share) => sample(protocol, share, buildLimits))
}

let program: string | undefined
/** All that decides what the runs are, and nothing of how they are shown. */
function keyOf({ of, seeds, fact, over, along }: AnySurvey): string {
  program ??= sourceHash('lib/sim', 'lib/values', 'lib/checks', 'lib/protocols')
  const { title, poster, pictures, levers, because, against, ...run } = of
  return digest(program, JSON.stringify({ run, seeds, fact, over, along }))
}

const fileOf = (key: string) => path.join(process.cwd(), '.cache', 'surveys', `${key}.json`)
const kept = new Map<string, Promise<readonly Sample[]>>()

/** Values alone are kept: seeds and groups follow from the survey. */
function unpacked(survey: AnySurvey, values: readonly Json[]): Sample[] {
  const samples: Sample[] = []
  for (const { from, to, value, times = [value ?? null] } of sharesOf(survey))
    for (let seed = from; seed < to; seed++)
      for (const at of times) samples.push({ seed, at, value: values[samples.length]! })
  return samples
}

async function made(survey: AnySurvey, key: string, shoot: Shoot): Promise<readonly Sample[]> {
  const values = readJson<Json[]>(fileOf(key))
  if (values) return unpacked(survey, values)
  const samples = await shoot(survey)
  writeWhole(fileOf(key), JSON.stringify(samples.map(({ value }) => value)))
  return samples
}

/** All samples of a valid survey, by value and then by seed; shot once, whoever asks. */
export function samplesOf(survey: AnySurvey, shoot = shootHere): Promise<readonly Sample[]> {
  const key = keyOf(survey)
  const known = kept.get(key) ?? made(survey, key, shoot)
  kept.set(key, known)
  return known
}

/** What a picture of a survey is drawn from. */
export const sumUp = async (survey: AnySurvey): Promise<Summary> =>
  summaryOf(survey, await samplesOf(survey))

/** The same of any figure: undefined where it is no survey. */
export const summed = async (of: Subject) => (isSurvey(of) ? sumUp(of) : undefined)
