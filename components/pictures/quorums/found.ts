// Which quorums stand at a moment. A protocol names them in the fact `quorums`.

import { type Film, factsAt } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'

export type Quorums = {
  readonly all: readonly (readonly NodeId[])[]
  readonly both: readonly NodeId[]
}

/** Which is which is seen without their hues, too. */
export const dashes = [undefined, '10 4', '3 4'] as const

/** The quorums that stand, and who is in more than one. */
export const quorumsAt = (film: Film, at: Millis): Quorums => {
  const found = factsAt(film, at).quorums
  const groups = Array.isArray(found) ? (found as NodeId[][]).map((ids) => ids.filter(Number)) : []
  const ids = groups.flat()
  return { all: groups, both: [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))] }
}
export const standing = ({ all }: Quorums) => all.filter((group) => group.length > 0)
