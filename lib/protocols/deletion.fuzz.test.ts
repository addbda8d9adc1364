// Does nothing deleted come back whatever happens, and is every mutant caught?

import { deletion } from './deletion'
import { mutants } from './deletion.mutants'
import { looking, weather } from './deletion.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: deletion,
  weather,
  seeds: 400,
  looking,
  least: { buried: 300, forgotten: 300, woken: 50, restarts: 200 },
  mutants,
})
