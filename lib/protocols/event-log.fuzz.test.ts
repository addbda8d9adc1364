// Do the promises of an event log hold whatever happens, and is every mutant caught?

import { eventLog } from './event-log'
import { mutants } from './event-log.mutants'
import { looking, weather } from './event-log.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: eventLog,
  weather,
  seeds: 1000,
  looking,
  least: { restarts: 500, events: 1000, refused: 500, begun: 2500, 'left aside': 1000 },
  mutants,
})
