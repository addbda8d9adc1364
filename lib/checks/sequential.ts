// Sequential consistency: one order for all that keeps each session's own, but not real time.

import type { Operation } from '@/lib/sim/protocol'
import { accesses, inSession, longest, type Placed } from './accesses'
import type { Limits } from './linearizable'
import type { Model } from './model'
import { arrange } from './orders'
import { counting } from './real-time'
import { type Verdict, verdict } from './verdict'
import { judge } from './view'

/** Any operations of the model, by trying all orders that keep the sessions'. */
function tried(history: readonly Operation[], model: Model, limits: Limits): Verdict {
  const places = counting(history)
  const operations = places.map((i) => history[i]!)
  const placed = places.map((place) => ({ place, operation: history[place]! }))
  const before = placed.map((a) => placed.map((b) => inSession(a, b)))
  const initial = limits.initial ?? model.first
  const found = arrange(operations, before, model, initial, limits.budget)
  const more = { order: found.order.map((i) => places[i]!), expanded: found.expanded }
  if (found.answer === 'yes')
    return verdict('yes', 'there is one order for all that keeps each session’s own', more)
  if (found.answer === 'open')
    return verdict('undecided', `undecided after ${found.expanded} states`, more)
  const stuck = places.find((i) => !more.order.includes(i))!
  return verdict('no', 'no order that keeps each session’s own gives these results', {
    ...more,
    culprits: [stuck],
  })
}

/**
 * Lamport 1979; Viotti and Vukolić 2016, §3.3: single order, and PRAM. At most 40 operations.
 * RangeError for an operation that the model does not know.
 */
export function sequential(
  history: readonly Operation[],
  model: Model,
  limits: Limits = {},
): Verdict {
  const fault = history.map(model.fault).find((says) => says !== undefined)
  if (fault) throw new RangeError(fault)
  const { initial = model.first } = limits
  const found = accesses(history, initial)
  if ('list' in found) {
    const rule = (a: Placed, b: Placed) => (inSession(a, b) ? 'session order' : undefined)
    return judge({ list: found.list, rule, initial })
  }
  if (found.verdict.holds === 'no') return found.verdict
  if (counting(history).length > longest) return found.verdict
  return tried(history, model, limits)
}
