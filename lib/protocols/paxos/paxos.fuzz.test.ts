// Do the promises of Paxos hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { paxos } from './index'
import { mutants } from './paxos.mutants'
import { looking, weather } from './paxos.weather'

fuzzSuite({
  protocol: paxos,
  weather,
  seeds: 2000,
  looking,
  least: { adopted: 500, refused: 1000, restarts: 1000, decided: 1500, 'many tries': 500 },
  mutants,
})
