// Do quorums give the numbers of PBS (Bailis et al. 2012)?

import { paperSuite } from '../paper-suite'
import { paper } from './quorum.paper'

paperSuite(paper)
