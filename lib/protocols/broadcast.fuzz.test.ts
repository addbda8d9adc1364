// Do the promises of the broadcast hold whatever happens, and is every mutant caught?

import { broadcast } from './broadcast'
import { mutants } from './broadcast.mutants'
import { looking, weather } from './broadcast.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: broadcast,
  weather,
  seeds: 300,
  looking,
  least: { held: 200, early: 100, posts: 1000, restarts: 100 },
  mutants,
})
