// Do the promises of failure detectors hold whatever happens, and is every mutant caught?

import { fuzzSuite } from './fuzz-suite'
import { heartbeat } from './heartbeat'
import { mutants } from './heartbeat.mutants'
import { looking, weather } from './heartbeat.weather'

fuzzSuite({
  protocol: heartbeat,
  weather,
  seeds: 600,
  looking,
  least: { suspicions: 500, revoked: 300, 'found out': 200, restarts: 300 },
  mutants,
})
