// One moment of a film: the world as it stood, and what can be read from it.

import { type Film, lastEvent, messageAt } from './footage'
import { clockAt } from './node'
import type { Face, Facts, Glyph, Here, Millis, NodeId, Operation } from './protocol'
import { between, type Change, type Checkpoint } from './reel'
import { named } from './scenario'
import type { Message, Timer, World, WorldNode } from './world'

/** The world at a moment, with everything up to and including it. */
export function worldAt(film: Film, at: Millis): World {
  const { reel } = film
  const index = lastEvent(film, at)
  const checkpoint = reel.checkpoints[Math.max(0, Math.floor(index / between))]!
  const last = lastCalls(film, checkpoint, index)
  const change = changeAt(reel.changes, index)
  const timers = timersAt(film, checkpoint, index)
  const nodes = film.names.map((name, i): WorldNode => {
    const condition = change.conditions[i]!
    const { up, paused } = condition
    const clock = clockAt(condition, at)
    const state = reel.states[last[i]!]
    const role = film.roles[i]!
    return { id: i + 1, name, role, up, paused, clock, state, timers: timers[i]! }
  })
  const cuts = change.cuts.map(({ cut }) => cut)
  const messages = messagesAt(film, checkpoint, index, at)
  return { at, nodes, messages, cuts, options: change.options }
}

/** The last event that called a rule of each node. */
function lastCalls(film: Film, { last }: Checkpoint, index: number): Int32Array {
  const { states, node } = film.reel
  const calls = last.slice()
  for (let i = index - (index % between); i <= index; i++)
    if (states[i] !== undefined) calls[node.data[i]! - 1] = i
  return calls
}

/** The conditions in force after an event. */
function changeAt(changes: readonly Change[], index: number): Change {
  let low = 0
  let high = changes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (changes[middle]!.from <= index) low = middle
    else high = middle - 1
  }
  return changes[low]!
}

function timersAt({ reel, names }: Film, checkpoint: Checkpoint, index: number): Timer[][] {
  const { node, type, set, due, by } = reel.timers
  const found: Timer[][] = names.map(() => [])
  const add = (id: number) => {
    if (reel.timerEnd.data[id]! <= index) return
    const name = reel.types[type.data[id]!]!
    found[node.data[id]! - 1]!.push({ name, set: set.data[id]!, due: due.data[id]! })
  }
  checkpoint.timers.forEach(add)
  for (let id = checkpoint.set; id < by.length && by.data[id]! <= index; id++) add(id)
  return found
}

function messagesAt(film: Film, checkpoint: Checkpoint, index: number, at: Millis): Message[] {
  const { messages } = film.reel
  const found: Message[] = []
  const add = (id: number) => {
    if (messages.until.data[id]! > at) found.push(flying(messageAt(film, id)))
  }
  checkpoint.messages.forEach(add)
  const { event } = messages
  for (let id = checkpoint.sent; id < event.length && event.data[id]! <= index; id++) add(id)
  return found
}

/** As those see it who cannot know its fate. */
const flying = (message: Message): Message => ({ ...message, fate: 'flying', until: message.due })

/** A rule that fails at the very start leaves nodes without a state: nothing can be read there. */
const begun = (world: World) => world.nodes.every(({ state }) => state !== undefined)

/** The protocol's facts at a moment. */
export function factsAt(film: Film, at: Millis): Facts {
  const world = worldAt(film, at)
  return begun(world) ? film.protocol.facts(world) : {}
}

/** What the clients had seen by a moment. */
export function historyAt(film: Film, at: Millis): readonly Operation[] {
  const world = worldAt(film, at)
  return begun(world) ? (film.protocol.history?.(world) ?? []) : []
}

/** What a rule of this node would see, without chance. Roles and peers are the same all through. */
export function hereOf({ reel: { run } }: Film, world: World, id: NodeId): Here {
  const { clock } = world.nodes[id - 1]!
  const { at, options } = world
  return { ...run.here(run.nodes[id - 1]!, 0), clock, at, options: options as never }
}

/** How a picture may show a node of this world. */
export function faceOf(film: Film, world: World, id: NodeId): Face {
  const { state } = world.nodes[id - 1]!
  if (state === undefined) return { word: 'not started', mood: 'ill' }
  const face = film.protocol.face(state, hereOf(film, world, id))
  const { word, holds } = face
  const said = (sentence: string) => named(sentence, film.names)
  return { ...face, word: said(word), ...(holds && { holds: said(holds) }) }
}

/** How a picture may show a message. */
export const glyphOf = (film: Film, { type, body }: Message): Glyph =>
  film.protocol.glyph?.(type, body as never) ?? { word: type, shape: 'dot' }

/** The time that a node shows: its clock, corrected where the protocol corrects it. */
export function readsOf(film: Film, world: World, id: NodeId): Millis {
  const { clock, state } = world.nodes[id - 1]!
  return state === undefined ? clock : (film.protocol.reads?.(state, clock) ?? clock)
}
