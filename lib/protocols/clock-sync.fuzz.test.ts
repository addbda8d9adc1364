// Do the promises of the clocks hold whatever happens, and is every mutant caught?

import { clockSync } from './clock-sync'
import { mutants } from './clock-sync.mutants'
import { looking, weather } from './clock-sync.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: clockSync,
  weather,
  seeds: 1000,
  looking,
  least: {
    sets: 5000,
    'sets with answers missing': 200,
    'jumps back': 1000,
    wiped: 50,
    restarts: 300,
  },
  mutants,
})
