// Does the usher give the numbers of the supermarket model and of balls in bins?

import { paper } from './balancer.paper'
import { paperSuite } from './paper-suite'

paperSuite(paper)
