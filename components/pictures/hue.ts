// Faces as pictures show them, and which colour a node or message has: its number's, else that of
// the value it holds, else that of the person it deals with.

import { type Film, faceOf, stateAfter, worldAt } from '@/lib/sim/film'
import { hereOf } from '@/lib/sim/moment'
import type { Face, NodeId } from '@/lib/sim/protocol'
import { named } from '@/lib/sim/scenario'
import type { Message, World } from '@/lib/sim/world'

/** The face that a node has with another state than it has in this world; names as the film's. */
export const faceAfter = (film: Film, world: World, id: NodeId, state: unknown): Face => {
  const face = film.protocol.face(state, hereOf(film, world, id))
  if (!film.scenario.names) return face
  const word = named(face.word, film.names)
  return { ...face, word, ...(face.holds && { holds: named(face.holds, film.names) }) }
}

export const faceIn = (film: Film, world: World, id: NodeId): Face =>
  faceAfter(film, world, id, world.nodes[id - 1]!.state)

type Dyes = { readonly held: readonly string[]; readonly people: readonly string[] }
const known = new WeakMap<object, Dyes>()
const glances = 40

/** What is held, without what is said of it: "attack" of "2 to 1: attack". */
const kernel = (holds: string) => holds.split(': ').at(-1)!

/** What is held in this film where nothing is numbered, and by whom: few enough to tell apart. */
const dyesOf = (film: Film): Dyes => {
  const before = known.get(film.reel)
  if (before) return before
  const held = new Set<string>()
  let numbered = false
  for (let i = 0; i <= glances && !numbered; i++) {
    const world = worldAt(film, (film.until * i) / glances)
    for (const { id } of world.nodes) {
      const { holds, number } = faceOf(film, world, id)
      numbered ||= number !== undefined
      if (holds && held.size < 9) held.add(kernel(named(holds, film.names)))
    }
  }
  const [first] = film.roles
  const isMeant = (name: string) => [...held].some((holds) => holds.includes(name))
  const few = (all: readonly string[]) => (numbered || all.length > 4 ? [] : all)
  const others = film.names.filter((_, i) => film.roles[i] !== first)
  const meant = others.filter(isMeant)
  // All of them where they are few, so that each has one hue in both of two runs.
  const people = few(others.length > 4 || meant.length < 1 ? meant : others)
  const dyes = { held: few([...held].sort()), people }
  known.set(film.reel, dyes)
  return dyes
}

/** From 1, as for a term; 0 or none where colour would say nothing. “puts A” is dyed as “A” is. */
export const hueNumber = (film: Film, id: NodeId, face: Face): number | undefined => {
  const { number, word, holds = word.split(' ').at(-1)! } = face
  // So large a number is none to tell apart by colour.
  if (number !== undefined) return number < 100 ? number : 0
  const { held, people } = dyesOf(film)
  const meant = people.filter((name) => holds.includes(name))
  if (meant.length > 1) return undefined
  const place = people.indexOf(meant[0] ?? film.names[id - 1]!) + 1
  return place || held.indexOf(kernel(holds)) + 1 || undefined
}

const sent = new WeakMap<object, (number | undefined)[]>()

/** The number of whoever sent a message, as it was then; found once for each message. */
export const sentNumber = (film: Film, world: World, message: Message): number | undefined => {
  const { from, id } = message
  const found = sent.get(film.reel) ?? []
  sent.set(film.reel, found)
  if (id in found) return found[id]
  const state = stateAfter(film, film.reel.messages.event.data[id]!)
  found[id] =
    state === undefined ? undefined : hueNumber(film, from, faceAfter(film, world, from, state))
  return found[id]
}
