// How sites are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { gCounter } from '@/lib/values/g-counter'
import { own } from '@/lib/values/own'
import type { Messages, State } from './kind'

/** Whether there is anything in a table. */
export const some = (table: object) => Object.keys(table).length > 0

/** Demers’ susceptible, infective and removed, in plain words. */
export const face = ({ entries, hot, sold, mine }: State): Face => {
  const held = Object.keys(entries).map((key) => `${key}: ${entries[key]!.value}`)
  return {
    word: some(hot) ? 'spreads' : held[0] ? 'knows' : some(sold) ? `sold ${mine}` : 'has not heard',
    mood: some(hot) ? 'busy' : held[0] ? 'proud' : 'calm',
    ...(some(sold) && { number: gCounter.value(sold), counts: 'seats' }),
    ...(held[0] && { holds: held.slice(0, 3).join(', ') }),
  }
}

type Body = Partial<Messages['news'] & Messages['thanks']>
/** What is told is a dot, a question a diamond; feedback says whether it was news. */
export const glyph = (_type: string, { needed, entries = {}, sold = {}, wants }: Body): Glyph => {
  const yes = Object.values(needed ?? {}).includes(true)
  const asks = !some(entries) && !!wants
  return {
    word: needed ? 'thanks' : asks ? 'any news?' : Object.keys(entries).join(', ') || 'counts',
    shape: asks ? 'diamond' : 'dot',
    ...(needed && { answer: yes ? 'yes' : 'no' }),
    ...(some(sold) && { number: gCounter.value(sold) }),
    routine: asks || !!needed,
  }
}

/** All that a site knows, in one text. */
const copyOf = ({ entries }: State) =>
  Object.keys(entries)
    .map((key) => `${key} ${entries[key]!.n} ${entries[key]!.by}`)
    .sort()
    .join()

export const facts = ({ nodes, options }: World<State>) => {
  const states = nodes.map((n) => n.state)
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
  const [first = ''] = states.flatMap((s) => Object.keys(s.entries))
  const times = states.flatMap((s) => own(s.heard, first) ?? [])
  const cycleOf = (at: number) => Math.floor(at / (options.every as number))
  const begun = Math.min(...times)
  const cycles = times.map((at) => cycleOf(at) - cycleOf(begun))
  const know = times.length
  const spreading = states.filter((s) => some(s.hot)).length
  const counts = states.map((s) => gCounter.value(s.sold))
  return {
    /** How many know the first rumour, and what share of all has not heard of it. */
    know,
    residue: (states.length - know) / states.length,
    /** How many spread it still. */
    spreading,
    over: know > 0 && !spreading,
    /** Updates sent, for each site. */
    traffic: sum(states.map((s) => s.sent)) / states.length,
    /** In which cycle the last first heard of it. */
    lastHeard: Math.max(0, ...cycles),
    /** What each site counts, and what all have sold in truth. */
    counts,
    sold: sum(states.map((s) => s.mine)),
    most: Math.max(...counts),
    counted: new Set(counts).size === 1,
    /** Whether all copies are the same. */
    same: new Set(states.map(copyOf)).size === 1,
    plotted: { unit: 'sites', know, 'still spread': spreading },
  }
}
