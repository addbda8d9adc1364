// Do the promises of the store hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { store } from './index'
import { mutants } from './store.mutants'
import { looking, weather } from './store.weather'

fuzzSuite({
  protocol: store,
  weather,
  seeds: 3000,
  looking,
  least: { 'sold twice': 200, forgotten: 60, conflicts: 200, unanswered: 1000, restarts: 500 },
  mutants,
})
