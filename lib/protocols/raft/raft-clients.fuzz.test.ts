// Raft with clients always holds, and each mutant is caught by the same schedules.

import { fuzzSuite } from '../fuzz-suite'
import { applied, raft } from './index'
import { withClients } from './raft-clients'
import { mutants } from './raft-clients.mutants'
import { looking, weather } from './raft-clients.weather'

fuzzSuite({
  protocol: withClients(raft, applied),
  weather,
  seeds: 400,
  looking,
  least: {
    ...{ restarts: 100, redirected: 100, answered: 500, retried: 100, 'logged twice': 10 },
    ...{ read: 300, 'reads put off': 300 },
  },
  mutants,
})
