// Do the promises of SWIM hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { swim } from './index'
import { mutants } from './swim.mutants'
import { looking, weather } from './swim.weather'

fuzzSuite({
  protocol: swim,
  weather,
  seeds: 500,
  looking,
  least: { suspicions: 2000, refutations: 500, failures: 1000, comebacks: 500, helped: 2000 },
  mutants,
})
