// Who cannot tell two runs apart that are given different stories: for each lane, until when.

import type { Film } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'

/** What is said of such a lane. */
export const alikeWords = 'the same in both'

/** The other of two films, where what happens to them is what differs. */
export const otherOf = (film: Film, films: readonly Film[] = []): Film | undefined =>
  films.some(({ scenario }) => scenario.against?.script)
    ? films.find((one) => one !== film)
    : undefined

/** What a node lives through: every event of its own, with its state after it. */
const livedBy = ({ reel, length }: Film, node: NodeId) => {
  const lived: { at: Millis; text: string }[] = []
  for (let i = 0; i < length; i++) {
    const at = reel.at.data[i]!
    if (reel.node.data[i] === node && reel.states[i] !== undefined)
      lived.push({ at, text: `${at} ${reel.kind.data[i]} ${JSON.stringify(reel.states[i])}` })
  }
  return lived
}

/** The first moment at which a node could tell these films apart; their end where it never can. */
export function alikeUntil(film: Film, other: Film, node: NodeId): Millis {
  const [a, b] = [livedBy(film, node), livedBy(other, node)]
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (a[i]?.text !== b[i]?.text) return Math.min(a[i]?.at ?? Infinity, b[i]?.at ?? Infinity)
  return film.until
}
