// What a figure may show: a run, many runs, or a study; and how to tell them apart.

import type { AnyScenario } from '@/lib/sim/scenario'
import type { SurveyOf } from '@/lib/sim/survey'
import type { AnyStudied } from './study'

export type AnySurvey = SurveyOf<AnyScenario>
export type Subject = AnyScenario | AnySurvey | AnyStudied

export const isScenario = (it: Subject): it is AnyScenario => 'protocol' in it
export const isSurvey = (it: Subject): it is AnySurvey => 'seeds' in it
export const isStudy = (it: Subject): it is AnyStudied => 'study' in it
