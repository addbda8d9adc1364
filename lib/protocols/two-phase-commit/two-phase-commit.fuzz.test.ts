// Do the promises of two-phase commit hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { twoPhaseCommit } from './index'
import { mutants } from './two-phase-commit.mutants'
import { looking, weather } from './two-phase-commit.weather'

fuzzSuite({
  protocol: twoPhaseCommit,
  weather,
  seeds: 2000,
  looking,
  least: { committed: 100, aborted: 500, blocked: 100, restarts: 1000 },
  mutants,
})
