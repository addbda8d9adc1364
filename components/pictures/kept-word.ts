// What an entry of a log is called that is there for good: committed, or only saved.

import type { Face } from '@/lib/sim/protocol'
import type { WorldNode } from '@/lib/sim/world'

type Seen = { readonly node: Pick<WorldNode, 'role'>; readonly face: Pick<Face, 'log'> }

/** Where not all who have a log are of one role, what others make of it is only saved. */
export const keptWord = (all: readonly Seen[]): string =>
  new Set(all.flatMap(({ node, face }) => (face.log ? [node.role] : []))).size > 1
    ? 'saved'
    : 'committed'
