// Do the promises of remote calls hold whatever happens, and is every mutant caught?

import { fuzzSuite } from './fuzz-suite'
import { rpc } from './rpc'
import { mutants } from './rpc.mutants'
import { looking, weather } from './rpc.weather'

fuzzSuite({
  protocol: rpc,
  weather,
  seeds: 1000,
  looking,
  least: { twice: 300, repeated: 300, unknown: 100, 'unknown but sold': 30, restarts: 300 },
  mutants,
})
