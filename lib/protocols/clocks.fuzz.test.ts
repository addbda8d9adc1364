// Do the promises of the clocks hold whatever happens, and is every mutant caught?

import { clocks } from './clocks'
import { mutants } from './clocks.mutants'
import { looking, weather } from './clocks.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: clocks,
  weather,
  seeds: 200,
  looking,
  least: { notes: 1000, concurrent: 50, ahead: 10, restarts: 100 },
  mutants,
})
