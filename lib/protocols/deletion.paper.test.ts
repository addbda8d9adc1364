// Are certificates lost as seldom as Demers et al. 1987 say (§2)?

import { paper } from './deletion.paper'
import { paperSuite } from './paper-suite'

paperSuite(paper)
