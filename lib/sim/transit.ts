// Messages from the rule that sends them to the fate that meets them.

import { type Sampler, samplers } from './delay'
import { Item } from './item'
import { Stop } from './limits'
import { descend, draw, purposes, tags } from './name'
import type { Node } from './node'
import type { Json, Millis, NodeId } from './protocol'
import type { Run } from './run'
import type { Message } from './world'

type Conditions = { slow: Sampler | undefined; drop: number; duplicate: number }
const clear: Conditions = { slow: undefined, drop: 0, duplicate: 0 }

export class Transit {
  /** Messages that met a wall as they were sent; they die once their event is over. */
  caught: Item[] = []
  #count = 0
  readonly #delay: (type: string) => Sampler
  readonly #latest = new Map<number, Millis>()

  constructor(readonly run: Run) {
    this.#delay = samplers(run.scenario.delay)
  }

  /** Sends what the event `by` sends as its `place`-th message. */
  send(node: Node, by: Item, to: NodeId, type: string, body: Json, place: number): void {
    const { run } = this
    if (!run.network.linked(node.id, to))
      throw new Stop(`${run.ruleName(by)} sent to n${to}, and n${node.id} has no link to it`)
    if (!run.protocol.on[type])
      throw new Stop(`${run.ruleName(by)} sent ${JSON.stringify(type)}, which no rule takes`)
    const [high, low] = descend(by.high, by.low, Math.imul(place, 128) + tags.message)
    const { network, scenario } = run
    const weather = network.weather.length > 0 ? this.#weather(node.id, to) : clear
    const lost = network.losing.length > 0 && network.loses(node.id, to, type)
    this.#launch(
      new Item(0, 0, 'message', to, high, low, type, body, node.id, 0, 0, 0),
      weather,
      lost,
    )
    const twice = Math.max(scenario.duplicate ?? 0, weather.duplicate)
    if (twice === 0 || draw(high, low, purposes.duplicate) >= twice) return
    const [h, l] = descend(high, low, 64 + tags.message)
    this.#launch(new Item(0, 0, 'message', to, h, l, type, body, node.id, 0, 0, 0), weather, false)
  }

  /** Draws the message's delay and loss from its name, and queues what will become of it. */
  #launch(item: Item, weather: Conditions, lose: boolean): void {
    const { run } = this
    const { high, low, from, node: to } = item
    const due = this.#due(item, run.at + (weather.slow ?? this.#delay(item.type))(high, low))
    const chance = Math.max(run.scenario.loss ?? 0, weather.drop)
    const lost = lose || (chance > 0 && draw(high, low, purposes.loss) < chance)
    item.at = lost ? run.at + (due - run.at) / 2 : due
    if (lost) item.kind = 'death'
    item.number = run.number()
    item.sent = run.at
    item.due = due
    item.cause = run.events
    item.id = this.#count++
    run.recorder?.sent(item)
    if (run.network.walls.length > 0 && run.network.blocked(from, to)) this.caught.push(item)
    else run.queue.push(item)
  }

  /** With `fifo`, no earlier than the message sent before it on its link. */
  #due({ from, node }: Item, drawn: Millis): Millis {
    if (!this.run.scenario.fifo) return drawn
    const link = from * 65536 + node
    const due = Math.max(drawn, this.#latest.get(link) ?? 0)
    this.#latest.set(link, due)
    return due
  }

  #weather(from: NodeId, to: NodeId): Conditions {
    const it = { ...clear }
    for (const one of this.run.network.weather) {
      if ((one.from && one.from !== from) || (one.to && one.to !== to)) continue
      if (one.slow) it.slow = one.slow
      it.drop = Math.max(it.drop, one.drop ?? 0)
      it.duplicate = Math.max(it.duplicate, one.duplicate ?? 0)
    }
    return it
  }

  /** What is on its way, in the order in which it was sent. */
  flying(): Item[] {
    const { queue, nodes, at } = this.run
    const held = nodes.flatMap((node) => node.held).filter((item) => item.kind === 'message')
    const queued = queue.items.filter((item) => item.message >= 0 && !item.dead && item.sent <= at)
    return [...queued, ...held].sort((a, b) => a.id - b.id)
  }

  /** A wall has risen: whatever flies over it dies there. */
  fell(): void {
    const { network, queue } = this.run
    const hit = queue.items.filter(
      (item) => item.message >= 0 && !item.dead && network.blocked(item.from, item.node),
    )
    for (const item of hit.sort((a, b) => a.id - b.id)) {
      item.dead = true
      this.run.die(item, 'cut')
    }
  }

  /** Those that met a wall in the event just over. */
  bury(): void {
    const dead = this.caught
    if (dead.length === 0) return
    this.caught = []
    for (const item of dead) this.run.die(item, 'cut')
  }
}

/** A message as those see it who cannot know its fate. */
export const asMessage = (item: Item): Message => {
  const { id, from, node: to, type, body, sent, due } = item
  return { id, from, to, type, body, sent, due, fate: 'flying', until: due }
}
