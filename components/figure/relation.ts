// Two events: which happened before the other (Lamport 1978), and by which chain; or neither.

import { cone } from '@/lib/sim/cause'
import { eventAt, type Film } from '@/lib/sim/film'
import type { Event } from '@/lib/sim/world'

export type Relation = {
  readonly is: 'before' | 'after' | 'concurrent' | 'same'
  /** From the earlier to the later, both included; empty where they are concurrent. */
  readonly chain: readonly Event[]
}

/** How `first` stands to `second`; both are places in the film. */
export function relationOf(film: Film, first: number, second: number): Relation {
  if (first === second) return { is: 'same', chain: [eventAt(film, first)] }
  const [early, late] = first < second ? [first, second] : [second, first]
  const chain = chainOf(film, early, late)
  if (chain.length === 0) return { is: 'concurrent', chain }
  return { is: first < second ? 'before' : 'after', chain }
}

/** The shortest way back from the later event to the earlier one, told forwards. */
function chainOf(film: Film, early: number, late: number): Event[] {
  if (!cone(film, late).has(early)) return []
  const { before, cause } = film.reel
  const next = new Map<number, number>([[late, -1]])
  const open = [late]
  for (const at of open) {
    if (at === early) break
    for (const parent of [cause.data[at]!, before.data[at]!])
      if (parent >= early && !next.has(parent)) {
        next.set(parent, at)
        open.push(parent)
      }
  }
  const chain: Event[] = []
  for (let at = early; at >= 0; at = next.get(at)!) chain.push(eventAt(film, at))
  return chain
}
