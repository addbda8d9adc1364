// A node at a moment in a few words, for its menu and for those who listen.

import { type Film, faceOf, worldAt } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'

/** "n5, leader, term 2, holds 12A: Ada". */
export function nodeWords(film: Film, at: Millis, node: NodeId): string {
  const world = worldAt(film, at)
  const { name, up, paused } = world.nodes[node - 1]!
  const { word, number, counts = 'number', holds } = faceOf(film, world, node)
  return [
    name,
    up ? (paused ? `paused ${word}` : word) : 'down',
    number === undefined ? '' : `${counts} ${number}`,
    holds ? `holds ${holds}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
