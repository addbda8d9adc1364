// Do the promises of gossip hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { mutants } from './gossip.mutants'
import { looking, weather } from './gossip.weather'
import { gossip } from './index'

fuzzSuite({
  protocol: gossip,
  weather,
  seeds: 400,
  looking,
  least: {
    residues: 10,
    'copies apart': 20,
    mended: 300,
    useless: 3000,
    'counts merged': 1000,
    restarts: 300,
  },
  mutants,
})
