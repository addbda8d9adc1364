// From a survey's data file to what a page draws: its protocol, its chart, and its words.

import { fetchProtocol } from '@/lib/protocols'
import { countOf } from '@/lib/sim/scenario'
import type { Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { acrossWords, surveyChart } from '@/lib/studies/survey-chart'
import { fetchChart } from './survey'

/** A survey as its page is drawn from: with its protocol, for what it is called and turned by. */
export async function developSurvey(survey: AnySurvey) {
  const [protocol, picture] = await Promise.all([fetchProtocol(survey.of.protocol), fetchChart()])
  if (!protocol) throw new Error(`there is no protocol “${survey.of.protocol}”`)
  const across = acrossWords(survey, protocol.options)
  const chart = (summary: Summary) => surveyChart(survey, summary, across)
  return { protocol, picture, across, chart }
}

const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')

/** "1,000 runs, 5 nodes". */
export const settingWords = ({ seeds, of }: AnySurvey) =>
  `${grouped(seeds)} runs, ${grouped(countOf(of))} nodes`
