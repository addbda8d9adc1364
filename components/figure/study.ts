// From a study's data file to what is drawn: its rules, its picture, and its answer.

import { type AnyDataPicture, fetchDataPicture } from '@/components/pictures/data'
import { defaults, type Json, type Options } from '@/lib/sim/protocol'
import { fetchStudy } from '@/lib/studies'
import type { AnyStudied, AnyStudy } from '@/lib/studies/study'
import type { AnyData } from './data-stage'
import type { Setting } from './edits'

type HistoryBar = typeof import('./history-bar').HistoryBar
export type DevelopedStudy = {
  readonly study: AnyStudy
  readonly picture: AnyDataPicture
  /** Of a history, whose operations can be edited. */
  readonly bar?: HistoryBar | undefined
}

/** Fetches what a study needs. Rejects with a sentence for a study there is not. */
export async function developStudy({ study: name }: AnyStudied): Promise<DevelopedStudy> {
  const study = await fetchStudy(name)
  if (!study) throw new Error(`there is no study “${name}”`)
  const [picture, bar] = await Promise.all([
    fetchDataPicture(study.picture),
    name === 'history' ? import('./history-bar').then((m) => m.HistoryBar) : undefined,
  ])
  return { study, picture, bar }
}

type Given = { readonly [option: string]: Json }

/** The answer of a study to the options of its data file; the others have their defaults. */
export const dataOf = ({ study }: DevelopedStudy, { options }: AnyStudied): AnyData =>
  study.compute({ ...(defaults(study.options as Options) as Given), ...options })

/** One option of a study, as its data file has it or by default. */
export const optionOf = ({ study }: DevelopedStudy, { options }: AnyStudied, name: string): Json =>
  options?.[name] ?? (study.options as Options)[name]!.default

/** What its dials are made of: where the data file names no option, all of them. */
export function settingOf(study: AnyStudy, { options = {}, levers = [] }: AnyStudied): Setting {
  const named = levers.some((lever) => Object.keys(lever.options).length > 0)
  const all = Object.keys(options).length > 0 || named ? {} : defaults(study.options as Options)
  return { options: { ...(all as Given), ...options }, levers }
}
