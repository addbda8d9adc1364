// What a figure without time shows, as a link; and a link as what it should show.

import { decode, decodeOptions, encode, encodeOptions } from '@/lib/link'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import { surveyLimits } from '@/lib/sim/limits'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { AnyStudied, AnyStudy } from '@/lib/studies/study'

const addressWith = (text: string, id: string): string => {
  const url = new URL(location.href)
  url.search = `?s=${text}`
  url.hash = id
  return url.href
}

/** A study's options stand in its link. Throws a sentence where there are too many. */
export const studyAddress = ({ options = {} }: AnyStudied, id: string): string =>
  addressWith(encodeOptions(options), id)

const shared = 'This is the figure as it was shared.'

/** What a link says of a study; one that is damaged shows what was published, and says why. */
export function visitStudy(text: string, published: AnyStudied, { options }: AnyStudy) {
  const found = decodeOptions(text, options)
  if ('fault' in found)
    return { now: published, says: `${found.fault} This is the published figure.` }
  return { now: { ...published, options: found.options }, says: shared }
}

async function textOf(scenario: AnyScenario): Promise<string> {
  const at = scenario.poster
  const protocol = (await fetchProtocol(scenario.protocol))!
  return encode({ scenario, at, fingerprint: fingerprint(shoot(protocol, scenario)) }, protocol)
}

/** Of a survey its link carries the scenario, whose seeds are run. */
export const surveyAddress = async (of: AnyScenario, id: string): Promise<string> =>
  addressWith(await textOf(of), id)

export async function visitSurvey(text: string, published: AnyScenario) {
  const found = await decode(text, surveyLimits)
  const stay = (says: string) => ({ now: published, says: `${says} This is the published figure.` })
  if ('fault' in found) return stay(found.fault)
  const { scenario } = found
  if (scenario.protocol !== published.protocol) return stay('This link is of another figure.')
  const { levers } = published
  return { now: { ...scenario, ...(levers && { levers }) }, says: shared }
}

/** Where one run of a survey is played by itself. */
export async function stageAddress(of: AnyScenario): Promise<string> {
  const url = new URL(location.href)
  // Posts lie beside the stage, frames two folders below it.
  url.pathname = url.pathname.replace(/\/(embed\/[^/]+\/)?[^/]*$/, '/stage')
  url.search = `?s=${await textOf(of)}`
  url.hash = ''
  return url.href
}
