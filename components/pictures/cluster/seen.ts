// What a cluster shows at a moment: its nodes with their faces, and the messages with their fates.
// The drawing and its description both begin here, so that they cannot disagree.

import { type Film, glyphOf, lastEvent, messageAt, messagesOf, worldAt } from '@/lib/sim/film'
import { kinds } from '@/lib/sim/item'
import type { Face, Glyph, Millis } from '@/lib/sim/protocol'
import type { Message, World, WorldNode } from '@/lib/sim/world'
import { faceIn, hueNumber, sentNumber } from '../hue'
import { mostNamed } from './place'

export type SeenNode = {
  readonly node: WorldNode
  readonly face: Face
  /** Its role's word, or 'down' or 'paused'. */
  readonly word: string
  readonly hue: number | undefined
  /** The place of its role among the protocol's roles. */
  readonly kind: number
}
export type SeenMessage = {
  readonly message: Message
  readonly glyph: Glyph
  readonly hue: number | undefined
  /** How many from the same sender wait before it, where its node does not take them in. */
  readonly behind: number
}
export type Scene = {
  readonly world: World
  readonly nodes: readonly SeenNode[]
  /** On their way, and then those that died a little while ago. */
  readonly messages: readonly SeenMessage[]
}

type Settled = Omit<Scene, 'messages'>

const settledAt = (film: Film, at: Millis): Settled => {
  const world = worldAt(film, at)
  const nodes = world.nodes.map((node): SeenNode => {
    const face = faceIn(film, world, node.id)
    const word = !node.up ? 'down' : node.paused ? 'paused' : face.word
    const kind = Math.max(0, (film.protocol.roles ?? []).indexOf(node.role))
    return { node, face, word, hue: node.up ? hueNumber(film, node.id, face) : undefined, kind }
  })
  return { world, nodes }
}

const crowds = new WeakMap<object, { readonly index: number; readonly settled: Settled }>()

/** Of many nodes the scene is that of the last event: between two, only messages move. */
const crowdAt = (film: Film, at: Millis): Settled => {
  const index = lastEvent(film, at)
  const before = crowds.get(film.reel)
  if (before?.index === index) return before.settled
  const settled = settledAt(film, index < 0 ? at : film.reel.at.data[index]!)
  crowds.set(film.reel, { index, settled })
  return settled
}

export const sceneAt = (film: Film, at: Millis): Scene => {
  const settled = (film.names.length > mostNamed ? crowdAt : settledAt)(film, at)
  const world = { ...settled.world, at }
  const waiting: { [link: string]: number } = {}
  const messages = [...world.messages, ...diedAt(film, at)].map((message) => {
    const link = `${message.from}>${message.to}`
    const behind = waiting[link] ?? 0
    if (message.due <= at) waiting[link] = behind + 1
    return { message, glyph: glyphOf(film, message), hue: sentNumber(film, world, message), behind }
  })
  return { world, nodes: settled.nodes, messages }
}

/** A dead message is shown until half its flight's time after it was due. */
const shownTo = ({ sent, due, fate, until }: Message) =>
  fate === 'arrived' || fate === 'flying' ? until : due + (due - sent) / 2

const death = kinds.indexOf('death')

const diedAt = (film: Film, at: Millis): Message[] => {
  const { reel } = film
  const { longest } = trafficOf(film)
  const dead: Message[] = []
  const last = lastEvent(film, at)
  for (let i = last; i >= 0 && i > last - 400; i--) {
    // Once for every frame: an event is not put into words for it.
    if (reel.at.data[i]! < at - 1.5 * longest) break
    if (reel.kind.data[i] !== death) continue
    const message = messageAt(film, reel.message.data[i]!)
    if (shownTo(message) > at) dead.push(message)
  }
  return dead.reverse()
}

type Traffic = { readonly length: number; readonly longest: Millis; readonly most: number }
const known = new WeakMap<object, Traffic>()

/** The longest flight, and the most messages that are ever shown at once. */
export const trafficOf = (film: Film): Traffic => {
  const before = known.get(film.reel)
  if (before?.length === film.length) return before
  let longest = 0
  const begins: number[] = []
  const ends: number[] = []
  for (const message of messagesOf(film)) {
    longest = Math.max(longest, message.due - message.sent)
    begins.push(message.sent)
    ends.push(Math.max(message.until, shownTo(message)))
  }
  ends.sort((a, b) => a - b)
  let [most, over] = [0, 0]
  begins.forEach((begin, i) => {
    while (ends[over]! <= begin) over++
    most = Math.max(most, i + 1 - over)
  })
  const traffic = { length: film.length, longest, most }
  known.set(film.reel, traffic)
  return traffic
}
