// A run and its moment as a link, and a link as a run to show.

import { decode, encode } from '@/lib/link'
import type { Film } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { AnyProtocol, Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type Developed, develop } from './develop'
import type { Visit } from './player'

/** Thousandths are as fine as a moment gets in a link. */
const rounded = (at: Millis) => Math.round(at * 1000) / 1000

/**
 * The address of what is shown: a moment of the published run, or the whole run.
 * Throws a sentence where the run is too long for a link.
 */
export function addressOf(film: Film, at: Millis, id: string, edited: boolean): string {
  const { scenario, protocol } = film
  const url = new URL(location.href)
  const moment = rounded(at)
  url.search = edited
    ? `?s=${encode({ scenario, at: moment, fingerprint: fingerprint(film) }, protocol)}`
    : `?at=${moment}`
  url.hash = id
  return url.href
}

/**
 * What a link says: its run, shot and held against its fingerprint. One that is damaged, or of
 * another protocol than this figure's, shows the published run and says why.
 */
export async function visitOf(
  text: string,
  published: AnyScenario,
  developed: Developed,
  open = false,
): Promise<Visit> {
  const stay = (says: string): Visit => ({
    scenario: published,
    developed,
    at: published.poster,
    says: `${says} This is the published run.`,
  })
  const found = await decode(text)
  if ('fault' in found) return stay(found.fault)
  const { at } = found
  if (!open && found.scenario.protocol !== published.protocol)
    return stay('This link is of another figure.')
  const scenario = open ? found.scenario : furnished(found.scenario, published, found.protocol)
  const fresh = await develop(scenario)
  const same = fingerprint(fresh.films[0]!) === found.fingerprint
  const says = same
    ? 'This is the run as it was shared.'
    : 'This run comes out differently since the link was made.'
  return { scenario, developed: fresh, at, says }
}

/** A link carries a run alone; the figure's levers and dials are added to it again. */
export function furnished(
  shared: AnyScenario,
  { levers, options }: AnyScenario,
  protocol: AnyProtocol,
): AnyScenario {
  const turned = [options ?? {}, ...(levers ?? []).map((lever) => lever.options ?? {})]
  const usual = turned.flatMap(Object.keys).map((name) => [name, protocol.options[name].default])
  const all = { ...Object.fromEntries(usual), ...shared.options }
  return {
    ...shared,
    ...(levers && { levers }),
    ...(Object.keys(all).length > 0 && { options: all }),
  }
}
