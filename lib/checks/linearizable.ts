// Linearizability: is there one order, true to real time, in which every result is right?

import type { Json, Operation } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'
import type { Model } from './model'
import { operationText, valueText } from './operation'
import { eachKey, linkedKeys, type Part, partsOf, together } from './parts'
import { before, unwritten } from './unwritten'
import { type Verdict, verdict } from './verdict'

export type Limits = {
  /** The state before the first operation; the model's own, if left out. */
  readonly initial?: Json
  /** After so many configurations it is undecided; a million, if left out. */
  readonly budget?: number
}

const spent = (parts: readonly Part[]) =>
  parts.reduce((sum, { search }) => sum + search.expanded, 0)

/** Every open part under a growing budget, until one is refused, or all is decided or spent. */
function inTurns(parts: readonly Part[], budget: number): Part | undefined {
  for (let slice = 256; ; slice *= 2) {
    for (const part of parts) {
      part.search.more(Math.min(slice, budget - spent(parts)))
      if (part.search.answer === 'no') return part
    }
    const open = parts.some(({ search }) => search.answer === 'open')
    if (!open || spent(parts) >= budget) return undefined
  }
}

function refusal(history: readonly Operation[], part: Part, model: Model, expanded: number) {
  const { keys, members, search } = part
  const culprit = members[search.stuck]!
  const key = model.keyOf(history[culprit]!)
  const own = search.possible.map((states) => (states as readonly Json[])[keys.indexOf(key)]!)
  const values = [...new Set(own.map(valueText))]
  const shown = values.length > 8 ? [...values.slice(0, 8), '…'] : values
  const what = key === '' ? 'the value' : `the value of ${key}`
  const possible = `${what} could only be ${shown.join(' or ')}`
  const says = `no order fits: ${operationText(history[culprit]!)}, while ${possible}`
  return verdict('no', says, {
    culprits: [culprit],
    order: search.order.map((own) => members[own]!),
    expanded,
  })
}

/** A read of what nobody had written, unless something was wrong before it returned. */
function refusalAtOnce(history: readonly Operation[], early: number, model: Model, limits: Limits) {
  const until = linearizable(before(history, early), model, limits)
  if (until.holds === 'no') return until
  const odd = `${operationText(history[early]!)}, which nobody had written`
  const says = `no order fits: ${odd}, and the initial value is ${valueText(limits.initial!)}`
  const { order, expanded } = until
  return verdict('no', says, { culprits: [early], order, expanded })
}

function undecided({ keys }: Part, expanded: number) {
  const named = keys.filter((key) => key !== '').map((key) => jsonText(key))
  const where = named.length > 0 ? ` for ${named.join(' and ')}` : ''
  return verdict('undecided', `undecided${where} after ${expanded} states`, { expanded })
}

/**
 * Herlihy and Wing 1990; the search after Wing and Gong 1993 and Lowe 2017. Times are compared as
 * they are: operations that only touch are concurrent, but for those of one client. A failed
 * operation did not happen; a pending one takes effect at any time after its call, or never. Keys
 * are checked apart (linearizability is local: §3.1), in turns under a growing budget, and the
 * first that is not linearizable decides; where touching operations of one client keep the orders
 * found from going together, its keys are searched again as one. A refusal names the first
 * operation whose return no order survives, and gives the longest order up to there. RangeError
 * for an operation that the model does not know.
 */
export function linearizable(
  history: readonly Operation[],
  model: Model,
  limits: Limits = {},
): Verdict {
  const fault = history.map(model.fault).find((says) => says !== undefined)
  if (fault) throw new RangeError(fault)
  const { initial = model.first, budget = 1_000_000 } = limits
  const early = unwritten(history, model, initial)
  if (early !== undefined)
    return refusalAtOnce(history, early, model, { initial, budget: Math.min(budget, 10_000) })
  let expanded = 0
  for (const groups of [eachKey, linkedKeys]) {
    const parts = partsOf(history, model, initial, groups(history, model))
    const refused = inTurns(parts, budget - expanded)
    expanded += spent(parts)
    if (refused) return refusal(history, refused, model, expanded)
    const open = parts.find(({ search }) => search.answer === 'open')
    if (open) return undecided(open, expanded)
    const order = together(history, parts)
    const says = 'there is an order in which every result is right'
    if (order) return verdict('yes', says, { order, expanded })
  }
  throw new Error('orders of keys that nothing links go together')
}
