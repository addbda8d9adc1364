// From a study's data file to what is drawn: its rules, its picture, and its answer.

import { type AnyDataPicture, fetchDataPicture } from '@/components/pictures/data'
import { defaults, type Facts, type Json, type Options } from '@/lib/sim/protocol'
import { fetchStudy } from '@/lib/studies'
import type { DrawnName } from '@/lib/studies/drawn'
import type { AnyStudied, AnyStudy } from '@/lib/studies/study'
import type { AnyData } from './data-stage'
import type { Setting } from './edits'

type HistoryBar = typeof import('./history-bar').HistoryBar

/** What a study is drawn with. */
export type Pen = {
  readonly picture: AnyDataPicture
  /** Of a history, whose operations can be edited. */
  readonly bar?: HistoryBar | undefined
}
/** What a study answers to its options. */
export type Answer = { readonly data: AnyData; readonly facts: Facts }

/** Fetches what draws, and nothing of the study's rules: they come with the first edit. */
export async function fetchPen(name: DrawnName, editable: boolean): Promise<Pen> {
  const [picture, bar] = await Promise.all([
    fetchDataPicture(name),
    editable ? import('./history-bar').then((m) => m.HistoryBar) : undefined,
  ])
  return { picture, bar }
}

type Given = { readonly [option: string]: Json }

/** The options of a study as its data file has them; the others have their defaults. */
const optionsOf = ({ options }: AnyStudy, given: Given = {}): Given => ({
  ...(defaults(options as Options) as Given),
  ...given,
})

export function answerOf(study: AnyStudy, { options }: AnyStudied): Answer {
  const data: AnyData = study.compute(optionsOf(study, options))
  return { data, facts: study.facts(data) }
}

/** Plain data have no dial, so the page itself must say what they are. */
function withData(study: AnyStudy, studied: AnyStudied): AnyStudied {
  const data = Object.entries(study.options as Options).filter(([, { is }]) => is === 'data')
  if (data.length === 0) return studied
  const filled = Object.fromEntries(data.map(([name, option]) => [name, option.default as Json]))
  return { ...studied, options: { ...filled, ...studied.options } }
}

/** Everything of a study. Rejects with a sentence for one that there is not. */
export async function developStudy(given: AnyStudied) {
  const study = await fetchStudy(given.study)
  if (!study) throw new Error(`there is no study “${given.study}”`)
  const studied = withData(study, given)
  const answer = answerOf(study, studied)
  const editable = 'edits' in answer.data
  return { study, studied, ...answer, ...(await fetchPen(study.picture, editable)) }
}

/** What its dials are made of: where the data file names no option, all of them. */
export function settingOf(study: AnyStudy, { options = {}, levers = [] }: AnyStudied): Setting {
  const turned = Object.keys(options).some((name) => study.options[name]?.is !== 'data')
  const named = levers.some((lever) =>
    Object.keys(lever.options).some((name) => study.options[name]?.is !== 'data'),
  )
  const all = turned || named ? {} : optionsOf(study)
  return { options: { ...all, ...options }, levers }
}
