// Gossips that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { gossip } from './index'
import type { Here, State } from './kind'

const { on, after } = gossip
type On = typeof on

const turned = (here: Here, options: Partial<Here['options']>): Here => ({
  ...here,
  options: { ...here.options, ...options },
})

const adds: On['news'] = (s, body, from, here) =>
  on.news(s, body, from, turned(here, { merge: 'sum' }))
/** Takes the last arrival for the latest entry. */
const lastArrival: On['news'] = (s, body, from, here) => {
  const entries = { ...s.entries }
  for (const [key, entry] of Object.entries(body.entries)) entries[key] = { ...entry, n: -1 }
  return on.news({ ...s, entries }, body, from, here)
}
/** Each contact makes it as keen as before. */
const neverTires: (typeof after)['cycle'] = (s, here) => {
  const hot = Object.fromEntries(Object.keys(s.hot).map((key) => [key, -1000]))
  return after.cycle({ ...s, hot }, turned(here, { feedback: true }))
}
/** Takes nothing from the other. */
const keepsItsOwn: On['mend'] = (s, { wants }, from, here) =>
  on.mend(s, { entries: {}, wants }, from, here)

const mutant = (change: Partial<typeof gossip>) => ({ ...gossip, ...change }) as AnyProtocol
const hears = (rules: Partial<On>) => mutant({ on: { ...on, ...rules } })

export const mutants: Record<string, AnyProtocol> = {
  'adds-counts-instead-of-taking-the-largest': hears({ news: adds }),
  'takes-the-last-arrival-for-the-latest': hears({ news: lastArrival }),
  'never-loses-interest': mutant({ after: { ...after, cycle: neverTires } }),
  'mends-nothing': hears({ mend: keepsItsOwn }),
  'forgets-its-entries-on-waking': mutant({
    wake: (s: State, here: Here) => gossip.wake!({ ...s, entries: {} }, here),
  }),
}
