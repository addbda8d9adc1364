// How sites are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { gCounter } from '@/lib/values/g-counter'
import { sameJson } from '@/lib/values/json-text'
import type { Messages, State } from './kind'

/** Demers’ words: susceptible, infective, removed. */
export const face = (s: State): Face => {
  const [knows, spreads] = [Object.keys(s.entries), Object.keys(s.hot).length > 0]
  const sold = Object.keys(s.sold).length > 0
  const held = knows.map((key) => `${key}: ${s.entries[key]!.value}`)
  return {
    word: spreads ? 'spreads' : knows.length ? 'knows' : sold ? 'site' : 'has not heard',
    mood: spreads ? 'busy' : knows.length ? 'proud' : 'calm',
    ...(sold && { number: gCounter.value(s.sold), counts: 'seats' }),
    ...(held.length && { holds: held.slice(0, 3).join(', ') }),
  }
}

export const glyph = (
  type: string,
  body: Partial<Messages['news'] & Messages['thanks']>,
): Glyph => {
  if (type === 'thanks')
    return {
      word: body.needed?.length ? 'new to me' : 'I know',
      shape: 'dot',
      answer: body.needed?.length ? 'yes' : 'no',
      routine: true,
    }
  if (type === 'compare') return { word: 'hashes', shape: 'diamond' }
  const keys = Object.keys(body.entries ?? {})
  const asks = !keys.length && !!body.wants
  const number = gCounter.value(body.sold ?? {})
  return {
    word: asks ? 'any news?' : keys.length ? keys.join(', ') : 'counts',
    shape: asks ? 'diamond' : type === 'mend' ? 'square' : 'dot',
    ...(number && { number }),
    routine: asks,
  }
}

export const facts = (world: World<State>) => {
  const states = world.nodes.map((n) => n.state)
  const n = states.length
  const { every } = world.options as { every: number }
  const told = [...new Set(states.flatMap((s) => Object.keys(s.entries)))]
  const [first] = told
  const know = first === undefined ? 0 : states.filter((s) => s.entries[first]).length
  const times = states.flatMap((s) => (first !== undefined ? (s.heard[first] ?? []) : []))
  const from = Math.min(...times)
  const cycles = times.map((at) => Math.floor(at / every) - Math.floor(from / every))
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
  const counts = states.map((s) => gCounter.value(s.sold))
  const [one, two] = states
  return {
    /** How many know the first rumour, and what share of all has not heard of it. */
    know,
    residue: first === undefined ? 1 : (n - know) / n,
    /** How many spread it still. */
    spreading: states.filter((s) => Object.keys(s.hot).length > 0).length,
    over: told.length > 0 && states.every((s) => Object.keys(s.hot).length === 0),
    /** Updates sent, for each site. */
    traffic: sum(states.map((s) => s.sent)) / n,
    /** In which cycle the last and, in the mean, each site first heard of it. */
    lastHeard: times.length ? Math.max(...cycles) : 0,
    meanHeard: times.length ? sum(cycles) / cycles.length : 0,
    /** What each site counts, and what was really sold. */
    counts,
    sold: sum(world.nodes.map((node) => node.state.sold[node.id] ?? 0)),
    most: Math.max(...counts),
    counted: new Set(counts).size === 1,
    /** Whether all copies are the same. */
    same: states.every((s) => sameJson(s.entries, states[0]!.entries)),
    /** What the last comparison of each of the first two sites looked at. */
    compared: [one, two].map((s) => s?.compared ?? []),
    differed: [one, two].map((s) => s?.differed ?? []),
  }
}
