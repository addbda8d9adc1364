// Does a connection limit do to gossip what Demers et al. 1987 say (§1.4)?

import { paperSuite } from '../paper-suite'
import { paper } from './gossip-connections.paper'

paperSuite(paper)
