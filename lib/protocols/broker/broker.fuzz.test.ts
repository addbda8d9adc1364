// Do the promises of the broker hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { mutants } from './broker.mutants'
import { looking, weather } from './broker.weather'
import { broker } from './index'

fuzzSuite({
  protocol: broker,
  weather,
  seeds: 500,
  looking,
  least: { again: 100, lost: 50, aside: 200, handled: 500 },
  mutants,
})
