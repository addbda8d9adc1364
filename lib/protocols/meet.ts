// Many schedules of one protocol with somebody looking on: nothing may break, and faults must bite.

import { failure, watched } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { shrink } from '@/lib/sim/shrink'
import { fuzzed, type Weather } from '@/lib/sim/weather'
import type { Event, World } from '@/lib/sim/world'

/** How often each thing was met. */
export type Counts = { readonly [what: string]: number }
/** Looks on at one run, and answers what it has met when it is over. */
export type Looking = (scenario: AnyScenario) => {
  readonly look: (world: World, event: Event) => void
  readonly met: () => Counts
}

export type Meeting = {
  readonly protocol: AnyProtocol
  readonly weather: Weather
  readonly seeds: number
  readonly looking: Looking
}

/** Runs the seeds with somebody looking on; throws a scenario as small as it can be made. */
export function meet({ protocol, weather, seeds, looking }: Meeting): Counts {
  const met: Record<string, number> = {}
  for (let seed = 0; seed < seeds; seed++) {
    const scenario = fuzzed(protocol, weather, seed)
    let one = looking(scenario)
    let last = -1
    // A run that is given more time begins again, and so does who looks on.
    const look = (world: World, event: Event) => {
      if (event.index <= last) one = looking(scenario)
      last = event.index
      one.look(world, event)
    }
    const found = failure(watched(protocol, look), scenario, weather.calm)
    if (found) {
      const same = (it: AnyScenario) => failure(protocol, it, weather.calm)?.broke === found.broke
      const small = shrink(scenario, same, 400)
      throw new Error(`seed ${seed}: ${found.broke} (${found.says})\n${JSON.stringify(small)}`)
    }
    for (const [what, count] of Object.entries(one.met())) met[what] = (met[what] ?? 0) + count
  }
  return met
}
