// The fuzz: scenarios by the seed, run lean until something breaks or all must be well again.

import { run } from './lean'
import { buildLimits } from './limits'
import type { AnyProtocol, Millis } from './protocol'
import { type AnyScenario, isFault } from './scenario'
import { fuzzed, type Weather } from './weather'
import type { Event, World } from './world'

/** What went wrong: a promise broken, an ending not reached, or a rule that could not go on. */
export type Failure = { readonly broke: string; readonly says: string; readonly at: Millis }

/** When the last line has ended; Infinity where one never does. */
const troubleEnds = ({ script = [] }: AnyScenario) =>
  Math.max(0, ...script.map((line) => (isFault(line) ? (line[2] ?? Infinity) : line[0])))

/**
 * Runs it, with promises after every event. Endings are due `calm` ms after the last line has
 * ended, once: a run with unsteady links may need luck, so it is given twice as long again.
 */
export function failure(
  protocol: AnyProtocol,
  scenario: AnyScenario,
  calm: Millis,
): Failure | undefined {
  for (const patience of [0, 2, 6]) {
    const until = scenario.until + patience * calm
    const how = { limits: buildLimits, untilBroken: true }
    const { broken, stopped, world } = run(protocol, { ...scenario, until }, how)
    const [first] = broken
    if (first) return { broke: first.promise, says: first.says, at: first.at }
    if (stopped) return { broke: 'every rule can go on', says: stopped, at: world.at }
    if (scenario.until < troubleEnds(scenario) + calm) return undefined
    const unmet = Object.entries(protocol.eventually ?? {}).find(([, holds]) => !holds(world))
    if (!unmet) return undefined
    if (patience === 6) return { broke: unmet[0], says: 'not reached in time', at: until }
  }
  return undefined
}

/** The same protocol with somebody who looks on after every event, and promises nothing. */
export const watched = (
  protocol: AnyProtocol,
  look: (world: World, event: Event) => void,
): AnyProtocol => {
  const then = (_: null, world: World, event: Event) => {
    look(world, event)
    return null
  }
  return { ...protocol, always: { ...protocol.always, 'somebody looks on': { first: null, then } } }
}

export type Found = {
  readonly seed: number
  readonly scenario: AnyScenario
  readonly failure: Failure
}

/** The first seed in [from, to) whose scenario fails; undefined if all hold. */
export function hunt(
  protocol: AnyProtocol,
  weather: Weather,
  from: number,
  to: number,
): Found | undefined {
  for (let seed = from; seed < to; seed++) {
    const scenario = fuzzed(protocol, weather, seed)
    const found = failure(protocol, scenario, weather.calm)
    if (found) return { seed, scenario, failure: found }
  }
  return undefined
}
