// Raft always holds, and each mutant is caught by the same schedules.

import { expect, it } from 'vitest'
import { failure, hunt } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { shrink } from '@/lib/sim/shrink'
import { fuzzSuite } from '../fuzz-suite'
import { raft } from './index'
import { mutants } from './raft.mutants'
import { looking, weather } from './raft.weather'

const protocol = raft

fuzzSuite({
  protocol,
  weather,
  seeds: 2000,
  looking,
  least: { contested: 500, deposed: 200, cutBack: 100, restarts: 100, oneWay: 50, committed: 2000 },
  mutants,
})

it('a schedule that catches a mutant is shrunk to one that still does, and Raft passes it', () => {
  const mutant = mutants['counts-old-term']!
  const { scenario, failure: found } = hunt(mutant, weather, 0, 2000)!
  const fails = (protocol: AnyProtocol) => (it: typeof scenario) =>
    failure(protocol, it, weather.calm)?.broke === found.broke
  const small = shrink(scenario, fails(mutant), 400)
  expect(small.script!.length).toBeLessThan(scenario.script!.length)
  expect(fails(mutant)(small)).toBe(true)
  expect(failure(protocol, small, weather.calm)).toBeUndefined()
})
