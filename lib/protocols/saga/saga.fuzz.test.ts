// Do the promises of a saga hold whatever happens, and is every mutant caught?

import { fuzzSuite } from '../fuzz-suite'
import { saga } from '.'
import { mutants } from './saga.mutants'
import { looking, weather } from './saga.weather'

fuzzSuite({
  protocol: saga,
  weather,
  seeds: 1000,
  looking,
  least: { restarts: 300, done: 500, undone: 500, forgotten: 50, 'taken back': 500 },
  mutants,
})
