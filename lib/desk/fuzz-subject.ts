// What is fuzzed: a protocol or one of its mutants, and the weather it lives in.

import { nearest } from '@/lib/posts/nearest'
import { fetchProtocol, protocols } from '@/lib/protocols'
import { mutants } from '@/lib/protocols/mutants'
import { weathers } from '@/lib/protocols/weathers'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { fair, type Weather } from '@/lib/sim/weather'
import { Refusal } from './run'

/** A protocol's name, and perhaps the name of a mutant of it. */
export type Hunt = { readonly name: string; readonly mutant?: string }
export type Subject = { readonly protocol: AnyProtocol; readonly weather: Weather }

const unknown = (kind: string, name: string, known: readonly string[]) => {
  const near = nearest(name, known)
  const hint = near ? `did you mean ${near}?` : `there are ${known.join(', ')}`
  return new Refusal(`No ${kind} is called ${JSON.stringify(name)}: ${hint}`)
}

/** The weather of the protocol; fair weather where it has none of its own. */
const weatherOf = async (name: string): Promise<Weather> =>
  Object.hasOwn(weathers, name) ? (await weathers[name as keyof typeof weathers]()).weather : fair

const mutantOf = async (name: string, mutant: string): Promise<AnyProtocol> => {
  const fetch = Object.hasOwn(mutants, name) && mutants[name as keyof typeof mutants]
  const known: { readonly [name: string]: AnyProtocol } = fetch ? await fetch() : {}
  const found = known[mutant]
  if (!found) throw unknown(`mutant of ${name}`, mutant, Object.keys(known))
  return found
}

/** Fetches what is fuzzed. Rejects with a sentence that names what there is. */
export async function fuzzedProtocol({ name, mutant }: Hunt): Promise<Subject> {
  const protocol = await fetchProtocol(name)
  if (!protocol) throw unknown('protocol', name, Object.keys(protocols))
  const weather = await weatherOf(name)
  return { protocol: mutant ? await mutantOf(name, mutant) : protocol, weather }
}
