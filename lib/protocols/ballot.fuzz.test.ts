// Do the promises of the ballot hold whatever happens, and is every mutant caught?

import { ballot } from './ballot'
import { mutants } from './ballot.mutants'
import { looking, weather } from './ballot.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: ballot,
  weather,
  seeds: 3000,
  looking,
  least: { ties: 300, 'both passed': 100, restarts: 200 },
  mutants,
})
