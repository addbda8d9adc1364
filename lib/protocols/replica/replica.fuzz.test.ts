// Do the promises of replicas hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { replica } from './index'
import { mutants } from './replica.mutants'
import { looking, weather } from './replica.weather'

fuzzSuite({
  protocol: replica,
  weather,
  seeds: 2000,
  looking,
  least: { waited: 300, missedOwn: 100, wentBack: 20, stale: 300, restarts: 500 },
  mutants,
})
