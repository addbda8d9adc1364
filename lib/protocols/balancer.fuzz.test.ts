// Does the promise of the usher hold whatever happens, and is every mutant caught?

import { balancer } from './balancer'
import { mutants } from './balancer.mutants'
import { looking, weather } from './balancer.weather'
import { fuzzSuite } from './fuzz-suite'

fuzzSuite({
  protocol: balancer,
  weather,
  seeds: 250,
  looking,
  least: { done: 5000, 'long queues': 50, 'woke with work': 50 },
  mutants,
})
