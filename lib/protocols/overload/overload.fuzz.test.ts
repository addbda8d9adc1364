// Do the promises of the overload hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { overload } from './index'
import { mutants } from './overload.mutants'
import { looking, weather } from './overload.weather'

fuzzSuite({
  protocol: overload,
  weather,
  seeds: 150,
  looking,
  least: { gaveUp: 1000, late: 1000, shed: 1000, good: 1000, repeated: 500 },
  mutants,
})
