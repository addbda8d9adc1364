// Do the promises of quorums hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { quorum } from './index'
import { mutants } from './quorum.mutants'
import { looking, weather } from './quorum.weather'

fuzzSuite({
  protocol: quorum,
  weather,
  seeds: 1000,
  looking,
  least: {
    'stale without overlap': 300,
    'backwards though they overlap': 20,
    mended: 200,
    restarts: 300,
    unanswered: 500,
    'reads that wrote back': 500,
  },
  mutants,
})
