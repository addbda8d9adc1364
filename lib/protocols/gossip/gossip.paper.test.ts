// Does gossip give the numbers of Demers et al. 1987 (n = 1000, synchronous cycles)?

import { paperSuite } from '../paper-suite'
import { paper } from './gossip.paper'

paperSuite(paper)
