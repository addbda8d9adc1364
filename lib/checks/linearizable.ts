// Linearizability: is there one order, true to real time, in which every result is right?

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import type { Model } from './model'
import { operationText, valueText } from './operation'
import { Placing } from './placing'
import { counting } from './real-time'
import { type Verdict, verdict } from './verdict'

export type Limits = {
  /** The state before the first operation; the model's own, if left out. */
  readonly initial?: Json
  /** After so many configurations it is undecided; a million, if left out. */
  readonly budget?: number
}

/** The operations on one key, by their places in the history, and the search among them. */
type Part = { readonly key: string; readonly members: readonly number[]; readonly search: Placing }

function partsOf(history: readonly Operation[], model: Model, initial: Json): Part[] {
  const byKey = new Map<string, number[]>()
  for (const i of counting(history)) {
    const key = model.keyOf(history[i]!)
    byKey.set(key, [...(byKey.get(key) ?? []), i])
  }
  return [...byKey].map(([key, members]) => {
    const operations = members.map((i) => history[i]!)
    return { key, members, search: new Placing(operations, model, initial) }
  })
}

const spent = (parts: readonly Part[]) =>
  parts.reduce((sum, { search }) => sum + search.expanded, 0)

/** Every open part under a growing budget, until one is refused, or all is decided or spent. */
function inTurns(parts: readonly Part[], budget: number): Part | undefined {
  for (let slice = 256; ; slice *= 2) {
    const open = parts.filter(({ search }) => search.answer === 'open')
    for (const part of open) {
      part.search.more(Math.min(slice, budget - spent(parts)))
      if (part.search.answer === 'no') return part
    }
    if (open.length === 0 || spent(parts) >= budget) return undefined
  }
}

/** One order for all keys: each operation where in real time it can have taken effect. */
function together(history: readonly Operation[], parts: readonly Part[]): number[] {
  const moments = parts.flatMap(({ members, search }) => {
    let latest = -Infinity
    return search.order.map((own) => {
      latest = Math.max(latest, history[members[own]!]!.from)
      return { place: members[own]!, latest }
    })
  })
  return moments.sort((a, b) => a.latest - b.latest).map(({ place }) => place)
}

function refusal(history: readonly Operation[], { key, members, search }: Part, expanded: number) {
  const { stuck, order } = search.furthest
  const culprit = members[stuck]!
  const values = search.possible.map(valueText)
  const shown = values.length > 8 ? [...values.slice(0, 8), '…'] : values
  const what = key === '' ? 'the value' : `the value of ${key}`
  const possible = `${what} could only be ${shown.join(' or ')}`
  const says = `no order fits: ${operationText(history[culprit]!)}, while ${possible}`
  return verdict('no', says, {
    culprits: [culprit],
    order: order.map((own) => members[own]!),
    expanded,
  })
}

/**
 * Herlihy and Wing 1990; the search after Wing and Gong 1993 and Lowe 2017. Times are compared as
 * they are: operations that only touch are concurrent. A failed operation did not happen; a
 * pending one takes effect at any time after its call, or never. Keys are checked apart
 * (linearizability is local), in turns under a growing budget, and the first that is not
 * linearizable decides. A refusal names the first operation whose return no order survives, and
 * gives the longest order up to there. RangeError for an operation that the model does not know.
 */
export function linearizable(
  history: readonly Operation[],
  model: Model,
  limits: Limits = {},
): Verdict {
  const fault = history.map(model.fault).find((says) => says !== undefined)
  if (fault) throw new RangeError(fault)
  const { initial = model.first, budget = 1_000_000 } = limits
  const parts = partsOf(history, model, initial)
  const refused = inTurns(parts, budget)
  if (refused) return refusal(history, refused, spent(parts))
  const open = parts.find(({ search }) => search.answer === 'open')
  if (open) {
    const where = open.key === '' ? '' : ` for ${jsonText(open.key)}`
    return verdict('undecided', `undecided${where} after ${spent(parts)} states`, {
      expanded: spent(parts),
    })
  }
  const order = together(history, parts)
  return verdict('yes', 'there is an order in which every result is right', {
    order,
    expanded: spent(parts),
  })
}
