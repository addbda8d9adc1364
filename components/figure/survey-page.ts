// From a survey's data file to what a page draws: its protocol, its chart, and its words.

import { fetchProtocol } from '@/lib/protocols'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { countOf } from '@/lib/sim/scenario'
import { sizeName, theoryOf } from '@/lib/sim/survey'
import type { Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { acrossWords, surveyChart } from '@/lib/studies/survey-chart'
import { fetchChart } from './survey'
import { settingOf, turnable } from './survey-setting'

/** A survey as its page is drawn from: with its protocol, for what it is called and turned by. */
export async function developSurvey(survey: AnySurvey) {
  const [protocol, picture] = await Promise.all([fetchProtocol(survey.of.protocol), fetchChart()])
  if (!protocol) throw new Error(`there is no protocol “${survey.of.protocol}”`)
  const across = acrossWords(survey, protocol)
  const curve = theoryOf(survey, survey.of)
  const chart = (summary: Summary) => surveyChart(survey, summary, across, curve)
  return { protocol, picture, across, chart }
}

/** What the toolbar of a survey shows: its dials, and how many nodes where that may be turned. */
export const toolbarOf = (survey: AnySurvey, protocol: AnyProtocol) => ({
  of: { options: turnable(survey, protocol) },
  setting: settingOf(survey.of, survey),
})

const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')

/** "1,000 runs, 5 nodes"; "200 runs each" where it goes over them, or a dial says how many. */
export const settingWords = ({ seeds, of, over, sizes }: AnySurvey) => {
  const runs = `${grouped(seeds)} runs${over ? ' each' : ''}`
  return sizes || over?.option === sizeName ? runs : `${runs}, ${grouped(countOf(of))} nodes`
}
