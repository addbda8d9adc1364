// Lean runs: facts and promises without a film, for surveys and fuzzing.

import { type Limits, pageLimits } from './limits'
import type { AnyProtocol, Facts, Json, Millis } from './protocol'
import { Run } from './run'
import type { AnyScenario } from './scenario'
import { turned } from './survey'
import type { Broken } from './watch'
import type { World } from './world'

export type Outcome = {
  readonly facts: Facts
  readonly broken: readonly Broken[]
  readonly events: number
  readonly stopped: string | undefined
  /** The world as the run left it. */
  readonly world: World
}

/** Runs a scenario to its end. Stops early at a broken promise if `untilBroken`. */
export function run(
  protocol: AnyProtocol,
  scenario: AnyScenario,
  how: { promises?: boolean; limits?: Limits; untilBroken?: boolean } = {},
): Outcome {
  const { promises = true, limits = pageLimits, untilBroken = false } = how
  const it = new Run(protocol, scenario, limits, promises)
  const ended = () => untilBroken && it.watch.broken.length > 0
  while (!ended() && it.step());
  // Clocks go on after the last event.
  if (!ended() && !it.stopped) it.at = scenario.until
  const { events, stopped } = it
  return { facts: factsOf(it), broken: it.watch.broken, events, stopped, world: it }
}

/** A rule that fails at the very start leaves nodes without a state: nothing can be read there. */
const factsOf = (it: Run): Facts =>
  it.nodes.every(({ state }) => state !== undefined) ? it.protocol.facts(it) : {}

/** One seed of a survey: its value of the fact, or why it has none. */
export type Sample = { readonly seed: number; readonly at: number | null; readonly value: Json }

/** What a worker is given: some seeds of one survey, perhaps for one value of its option. */
export type Share = {
  readonly scenario: AnyScenario
  readonly fact: string
  readonly from: number
  readonly to: number
  readonly option?: string
  readonly value?: number
  /** The fact is read at each of these moments, in order; at the run's end if left out. */
  readonly times?: readonly Millis[]
}

/** The samples of a share, in the order of their seeds: the same whoever runs it, and when. */
export function sample(protocol: AnyProtocol, share: Share, limits?: Limits): Sample[] {
  const { scenario, fact, from, to, option, value, times } = share
  const given = option ? turned(scenario, option, value!) : scenario
  const samples: Sample[] = []
  for (let seed = from; seed < to; seed++) {
    const one = { ...given, seed }
    if (times) samples.push(...readings(protocol, one, fact, times, limits))
    else {
      const { facts } = run(protocol, one, { promises: false, ...(limits && { limits }) })
      samples.push({ seed, at: value ?? null, value: facts[fact] ?? null })
    }
  }
  return samples
}

/** What a fact was at several moments of one run; each has everything up to it. */
function readings(
  protocol: AnyProtocol,
  scenario: AnyScenario,
  fact: string,
  times: readonly Millis[],
  limits?: Limits,
): Sample[] {
  const it = new Run(protocol, scenario, limits ?? pageLimits, false)
  const { seed } = scenario
  return times.map((at) => {
    while (it.step(at));
    if (!it.stopped) it.at = at
    return { seed, at, value: factsOf(it)[fact] ?? null }
  })
}
