// Raft always holds: 2,000 schedules with promises after every event, then all must be well; and
// each mutant is caught by the same schedules.

import { describe, expect, it } from 'vitest'
import { failure, hunt, watched } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { shrink } from '@/lib/sim/shrink'
import { fuzzed } from '@/lib/sim/weather'
import { raft } from './index'
import { mutants } from './raft.mutants'
import { meeting, nothingMet, weather } from './raft.weather'

const schedules = 2000
const any = raft as unknown as AnyProtocol

it('its promises hold in every schedule, its endings follow, and the faults bite', () => {
  const met = nothingMet()
  for (let seed = 0; seed < schedules; seed++) {
    const scenario = fuzzed(any, weather, seed)
    const found = failure(watched(any, meeting(met, scenario)), scenario, weather.calm)
    expect(found, JSON.stringify(scenario)).toBeUndefined()
  }
  expect(met.schedules).toBe(schedules)
  expect(met['contested elections']).toBeGreaterThanOrEqual(500)
  expect(met['leaders deposed with uncommitted entries']).toBeGreaterThanOrEqual(200)
  expect(met['logs cut back']).toBeGreaterThanOrEqual(100)
  expect(met.restarts).toBeGreaterThanOrEqual(100)
  expect(met['one-way cuts']).toBeGreaterThanOrEqual(50)
  expect(met['entries committed']).toBeGreaterThanOrEqual(2000)
})

describe('a Raft with one rule broken is caught', () => {
  it.each(Object.keys(mutants))('%s', (name) => {
    const mutant = mutants[name]!
    const found = hunt(mutant, weather, 0, schedules)!
    expect(found).toBeDefined()
    // The rule is to blame, not the schedule; and a smaller schedule shows it too.
    expect(failure(any, found.scenario, weather.calm)).toBeUndefined()
    const { broke } = found.failure
    const small = shrink(
      found.scenario,
      (one) => failure(mutant, one, weather.calm)?.broke === broke,
      300,
    )
    expect(failure(any, small, weather.calm)).toBeUndefined()
    expect(failure(mutant, small, weather.calm)?.broke).toBe(broke)
    expect(small.script!.length).toBeLessThan(found.scenario.script!.length)
  })
})
