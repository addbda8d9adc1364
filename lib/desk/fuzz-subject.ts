// What is fuzzed: a protocol or one of its mutants, and the weather it lives in.

import { among } from '@/lib/posts/edit/slugs'
import { fetchProtocol, protocols } from '@/lib/protocols'
import { mutants } from '@/lib/protocols/mutants'
import { weathers } from '@/lib/protocols/weathers'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { fair, type Weather } from '@/lib/sim/weather'
import { Refusal } from './run'

/** A protocol's name, and perhaps the name of a mutant of it. */
export type Hunt = { readonly name: string; readonly mutant?: string }
export type Subject = {
  readonly protocol: AnyProtocol
  readonly weather: Weather
  /** Of a mutant: the protocol with all its rules, which is what the site plays. */
  readonly sound?: AnyProtocol
}

/** The weather of the protocol; fair weather where it has none of its own. */
const weatherOf = async (name: string): Promise<Weather> =>
  Object.hasOwn(weathers, name) ? (await weathers[name as keyof typeof weathers]()).weather : fair

const mutantOf = async (name: string, mutant: string): Promise<AnyProtocol> => {
  const fetch = Object.hasOwn(mutants, name) && mutants[name as keyof typeof mutants]
  const known: { readonly [name: string]: AnyProtocol } = fetch ? await fetch() : {}
  const names = Object.keys(known)
  if (names.length === 0) throw new Refusal(`${name} has no mutants`)
  if (mutant === '') throw new Refusal(`--mutant takes a name (${names.join(', ')})`)
  among(`mutant of ${name}`, mutant, names)
  return known[mutant]!
}

/** Fetches what is fuzzed. Rejects with a sentence that names what there is. */
export async function fuzzedProtocol({ name, mutant }: Hunt): Promise<Subject> {
  among('protocol', name, Object.keys(protocols))
  const protocol = (await fetchProtocol(name)) as AnyProtocol
  const weather = await weatherOf(name)
  if (mutant === undefined) return { protocol, weather }
  return { protocol: await mutantOf(name, mutant), weather, sound: protocol }
}
