// What of a shared run a scenario's file can keep: seed, lines and moment, if nothing else differs.

import type { Decoded } from '@/lib/link'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type Kept, otherwise } from './moment'
import { Refusal } from './refusal'

/** A link to a moment of the run as it is published. */
const momentOf = (file: AnyScenario, link: string): Kept => {
  const text = new URL(link, 'http://localhost').searchParams.get('at') ?? ''
  const poster = Number(text)
  if (text === '' || !(poster >= 0 && poster <= file.until))
    throw new Refusal('this link holds neither a run nor a moment of it')
  return { seed: file.seed, script: file.script ?? [], poster }
}

/**
 * What a link says of a figure's run; `decoded` is its run, where it carries one. Throws a Refusal
 * where the link is damaged, of another figure, or of a run that differs in more than is kept.
 */
export function keptOf(
  file: AnyScenario,
  link: string,
  decoded: Decoded | undefined,
  protocol: AnyProtocol,
): Kept {
  if (!decoded) return momentOf(file, link)
  if ('fault' in decoded) throw new Refusal(decoded.fault)
  const { scenario, at } = decoded
  if (scenario.protocol !== file.protocol) throw new Refusal('this link is of another figure')
  const other = otherwise(file, scenario, protocol)
  if (other)
    throw new Refusal(`this run has other ${other}; only seed, lines and moment are kept from here`)
  return { seed: scenario.seed, script: scenario.script ?? [], poster: at }
}
