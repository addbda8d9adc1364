// Do ballots pass as often as a majority of voters is up?

import { paper } from './ballot.paper'
import { paperSuite } from './paper-suite'

paperSuite(paper)
