// Does gossip hold when connections are limited, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { withConnections } from './gossip-connections'
import { mutants } from './gossip-connections.mutants'
import { looking, weather } from './gossip-connections.weather'
import * as whole from './index'

fuzzSuite({
  protocol: withConnections(whole.gossip, whole),
  weather,
  seeds: 300,
  looking,
  least: { refused: 300, hunted: 100, taken: 3000, restarts: 200 },
  mutants,
})
