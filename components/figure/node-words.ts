// A node at a moment in a few words, for its menu and for those who listen.

import { type Film, faceOf, worldAt } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'
import { nodeOf } from './keys'
import type { Run } from './use-run'

/** The film that an element is drawn of: in the second picture the other one, if there are two. */
export function filmOf({ film, twin, developed }: Run, element: Element | undefined): Film {
  const panel = element?.closest('.framed')
  const second = panel?.previousElementSibling && (twin?.film ?? developed.films[1])
  return second || film
}

/** A node says what it is, as that stands now in its own film. */
export const name = (element: Element, run: Run): void =>
  element.setAttribute('aria-label', nodeWords(filmOf(run, element), run.head.at, nodeOf(element)))

/** "n5, leader, term 2, holds 12A: Ada". */
export function nodeWords(film: Film, at: Millis, node: NodeId): string {
  const world = worldAt(film, Math.min(at, film.until))
  const { name, up, paused } = world.nodes[node - 1]!
  const { word, number, counts = 'number', holds } = faceOf(film, world, node)
  return [
    name,
    up ? word !== name && word : 'down',
    up && paused && 'paused',
    number === undefined ? '' : `${counts} ${number}`,
    holds ? `holds ${holds}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
