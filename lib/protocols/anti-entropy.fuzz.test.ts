// Do copies end the same whatever happens, and is every mutant caught?

import { antiEntropy } from './anti-entropy'
import { mutants } from './anti-entropy.mutants'
import { looking, weather } from './anti-entropy.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: antiEntropy,
  weather,
  seeds: 150,
  looking,
  least: { mended: 300, restarts: 60, hashes: 4000 },
  mutants,
})
