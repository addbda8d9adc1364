// Do the generals agree whatever the traitors say, and is every mutant caught?

import { byzantine } from './byzantine'
import { mutants } from './byzantine.mutants'
import { looking, weather } from './byzantine.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: byzantine,
  weather,
  seeds: 600,
  looking,
  least: { promised: 200, 'a traitor commands': 50, 'no agreement': 30 },
  mutants,
})
