// The facts of a run at each of its moments, without a film: for claims about intervals.

import { pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Facts, Millis } from '@/lib/sim/protocol'
import { Run } from '@/lib/sim/run'
import type { AnyScenario } from '@/lib/sim/scenario'

export type Moment = { readonly at: Millis; readonly facts: Facts }

/** The facts at one moment: everything up to it and including it. */
export const factsAtMoment = (protocol: AnyProtocol, scenario: AnyScenario, at: Millis): Facts => {
  const until = Math.min(at, scenario.until)
  const run = new Run(protocol, { ...scenario, until }, pageLimits, false)
  while (run.step());
  // Clocks go on after the last event.
  run.at = until
  return protocol.facts(run)
}

/** The facts after the last event of every instant at which something happens. */
export function* moments(protocol: AnyProtocol, scenario: AnyScenario): Generator<Moment> {
  const run = new Run(protocol, scenario, pageLimits, false)
  let last: Moment | undefined
  while (run.step()) {
    // Facts between two events of one instant are seen by nobody; nor those of a half-built world.
    if (last && last.at < run.at) yield last
    if (run.events >= run.nodes.length) last = { at: run.at, facts: protocol.facts(run) }
  }
  if (last) yield last
}
