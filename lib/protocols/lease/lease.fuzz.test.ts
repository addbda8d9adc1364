// Do the promises of leases hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { lease } from './index'
import { mutants } from './lease.mutants'
import { looking, weather } from './lease.weather'

fuzzSuite({
  protocol: lease,
  weather,
  seeds: 1500,
  looking,
  least: { 'two believed': 300, overwrote: 30, refused: 30, done: 2000, restarts: 300 },
  mutants,
})
