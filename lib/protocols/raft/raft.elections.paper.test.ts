// Raft's elections take as long as the paper measured, and split as often as the thesis derives.

import { paperSuite } from '../paper-suite'
import { paper } from './raft.paper'

paperSuite(paper)
