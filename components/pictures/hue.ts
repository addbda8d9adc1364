// Which colour a node or message has: by its number, else by what it holds.

import { type Film, faceOf, stateAfter, worldAt } from '@/lib/sim/film'
import { hereOf } from '@/lib/sim/moment'
import type { Face, NodeId } from '@/lib/sim/protocol'
import type { Message, World } from '@/lib/sim/world'

const glances = 40
const known = new WeakMap<object, readonly string[]>()

/** What is held in this film, in the order in which it turns up. */
const heldIn = (film: Film): readonly string[] => {
  const before = known.get(film.reel)
  if (before) return before
  const held = new Set<string>()
  for (let i = 0; i <= glances; i++) {
    const world = worldAt(film, (film.until * i) / glances)
    for (const { id } of world.nodes) {
      const { holds, number } = faceOf(film, world, id)
      if (holds && number === undefined) held.add(holds)
    }
  }
  const list = [...held]
  known.set(film.reel, list)
  return list
}

/** From 1, as for a term; undefined where colour would say nothing. */
export const hueNumber = (film: Film, { number, holds }: Face): number | undefined => {
  if (number !== undefined || !holds) return number
  const held = heldIn(film)
  return held.length <= 4 && held.includes(holds) ? held.indexOf(holds) + 1 : undefined
}

/** The number of whoever sent a message, as it was then. */
export const sentNumber = (film: Film, world: World, message: Message): number | undefined => {
  const state = stateAfter(film, film.reel.messages.event.data[message.id]!)
  return state === undefined
    ? undefined
    : hueNumber(film, faceAfter(film, world, message.from, state))
}

/** The face that a node has with another state than it has in this world. */
export const faceAfter = (film: Film, world: World, id: NodeId, state: unknown): Face =>
  film.protocol.face(state, hereOf(film, world, id))
