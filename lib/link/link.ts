// A scenario and a moment as an address, and back. A link is hostile input: decode reads at most
// 4,000 characters, checks everything, stops at the first fault, and never throws.

import { fetchProtocol } from '@/lib/protocols'
import { type Limits, pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scenarioFault } from '@/lib/sim/valid'
import { fromBase64url, toBase64url } from './base64url'
import { inflate, shorten } from './short'

export const longest = 4000

/** What a link says: a run, the moment to show, and what its film was when the link was made. */
export type Shared = {
  readonly scenario: AnyScenario
  readonly at: Millis
  /** 8 hexadecimal digits of the film; see `fingerprint`. */
  readonly fingerprint: string
}
export type Decoded = (Shared & { readonly protocol: AnyProtocol }) | { readonly fault: string }

/**
 * The text that stands behind `?s=`: base64url of [moment, fingerprint, scenario in short form].
 * Throws a sentence when it would be longer than a link may be.
 */
export function encode({ scenario, at, fingerprint }: Shared, protocol: AnyProtocol): string {
  const text = toBase64url(JSON.stringify([at, fingerprint, shorten(scenario, protocol)]))
  if (text.length > longest)
    throw new Error(`This run is too long for a link: ${text.length} of ${longest} characters.`)
  return text
}

/** What a link says, or one sentence saying why it says nothing: a run within these limits. */
export async function decode(text: string, limits: Limits = pageLimits): Promise<Decoded> {
  if (text.length > longest)
    return { fault: `This link is too long: ${text.length} of at most ${longest} characters.` }
  const [at, fingerprint, short] = parse(text) ?? []
  if (typeof short !== 'object' || short === null || Array.isArray(short))
    return { fault: 'This link is damaged: it holds no run.' }
  const name = (short as { protocol?: unknown }).protocol
  const protocol = typeof name === 'string' ? await fetchProtocol(name) : undefined
  if (!protocol) return { fault: `This link names a protocol that is not here: ${quote(name)}.` }
  const scenario = inflate(short as object, protocol)
  const fault = scenarioFault(protocol, scenario, limits)
  if (fault) return { fault: `This link is damaged at ${fault.path.join('.')}: ${fault.says}.` }
  const run = scenario as AnyScenario
  if (typeof at !== 'number' || !(at >= 0 && at <= run.until))
    return { fault: 'This link is damaged: its moment lies outside the run.' }
  if (typeof fingerprint !== 'string' || !/^[0-9a-f]{8}$/.test(fingerprint))
    return { fault: 'This link is damaged: it carries no fingerprint.' }
  return { scenario: run, at, fingerprint, protocol }
}

const quote = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 40)

/** JSON out of base64url: a list of three, or undefined. Nesting is limited by the length. */
function parse(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(fromBase64url(text) ?? '')
    return Array.isArray(value) && value.length === 3 ? value : undefined
  } catch {
    return undefined
  }
}
