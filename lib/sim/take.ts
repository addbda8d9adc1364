// Shooting a film, whole or a slice at a time.

import type { Film } from './footage'
import { type Limits, pageLimits } from './limits'
import type { AnyProtocol } from './protocol'
import { Reel } from './reel'
import { Run } from './run'
import { type AnyScenario, namesOf, rolesOf } from './scenario'

/** A film being shot, a slice at a time. */
export class Take {
  readonly #run: Run
  readonly #reel: Reel

  constructor(
    readonly protocol: AnyProtocol,
    readonly scenario: AnyScenario,
    limits: Limits = pageLimits,
  ) {
    this.#run = new Run(protocol, scenario, limits)
    this.#reel = new Reel(this.#run)
    this.#run.recorder = this.#reel
  }

  /** Shoots up to so many events more; true while there are others. */
  more(events: number): boolean {
    const end = this.#run.events + events
    while (this.#run.events < end) {
      if (this.#run.step()) continue
      this.#reel.close()
      return false
    }
    return true
  }

  /** The film as far as it has been shot. */
  get film(): Film {
    const { protocol, scenario } = this
    const reel = this.#reel
    const script = scenario.script ?? []
    return {
      protocol,
      scenario,
      until: scenario.until,
      names: namesOf(scenario),
      roles: rolesOf(protocol, scenario),
      length: reel.states.length,
      broken: this.#run.watch.broken,
      skipped: [...reel.skippedLines].map(([line, why]) => ({ line, at: script[line]![0], why })),
      stopped: this.#run.stopped,
      reel,
    }
  }
}

/** Runs a scenario to its film. The scenario must be valid (`scenarioFault`). */
export function shoot(protocol: AnyProtocol, scenario: AnyScenario, limits?: Limits): Film {
  const take = new Take(protocol, scenario, limits)
  while (take.more(100_000));
  return take.film
}
