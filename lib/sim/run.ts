// The kernel: it holds the clock, the chance and the queue, so that protocols hold none of them.

import { Item } from './item'
import { type Limits, pageLimits, Stop } from './limits'
import { descend, draw, purposes, tags } from './name'
import { Network } from './network'
import { Node } from './node'
import {
  type AnyEffect,
  type AnyProtocol,
  type AnyStep,
  defaults,
  type Here,
  type Json,
  type Millis,
  type NodeId,
} from './protocol'
import { Queue } from './queue'
import { type AnyScenario, castOf, countOf, namesOf, rolesOf } from './scenario'
import { Script } from './script'
import { Timers } from './timers'
import { asMessage, Transit } from './transit'
import { Watch } from './watch'
import type { Cut, Fate, Message, World } from './world'

/** What a run tells to whoever records it. */
export type Recorder = {
  event(item: Item, node: NodeId, before: number): void
  says(sentence: string): void
  sent(item: Item): void
  fate(message: number, fate: Fate, until: Millis): void
  set(timer: Item): void
  unset(timer: number): void
  /** A line has changed the conditions of the run. */
  changed(): void
  skipped(line: number, why: string): void
}

export class Run implements World {
  at: Millis = 0
  /** How many events there have been. */
  events = 0
  /** Why it ended before its time, in one sentence. */
  stopped: string | undefined = undefined
  recorder: Recorder | undefined = undefined
  options: { readonly [name: string]: Json }
  readonly nodes: readonly Node[]
  readonly roles: { readonly [role: string]: readonly NodeId[] }
  readonly network: Network
  readonly queue = new Queue<Item>()
  readonly transit: Transit
  readonly timers = new Timers(this)
  readonly script: Script
  readonly watch: Watch
  #numbers = 0
  #instant = 0

  constructor(
    readonly protocol: AnyProtocol,
    readonly scenario: AnyScenario,
    readonly limits: Limits = pageLimits,
    promises = true,
  ) {
    const roles = rolesOf(protocol, scenario)
    const names = namesOf(scenario)
    this.nodes = roles.map(
      (role, i) => new Node(i + 1, names[i]!, role, scenario.clocks?.[i] ?? {}, this),
    )
    this.roles = castOf(protocol, roles)
    this.network = new Network(scenario.links ?? 'all', countOf(scenario))
    this.options = { ...(defaults(protocol.options) as Run['options']), ...scenario.options }
    this.transit = new Transit(this)
    this.watch = new Watch(protocol, promises)
    for (const { id } of this.nodes) {
      const [h, l] = this.descend(Math.imul(id, 64) + tags.start)
      this.queue.push(new Item(0, this.number(), 'start', id, h, l, 'start', null, 0, 0, -1, -1))
    }
    this.script = new Script(this)
    this.script.queueAll()
  }

  /** The next place in the queue. */
  number(): number {
    return this.#numbers++
  }

  /** A name that descends from the seed alone. */
  descend(tag: number): readonly [high: number, low: number] {
    const seed = this.scenario.seed | 0
    return descend(...descend(0x51ed, 0x270b, seed), tag)
  }

  get messages(): readonly Message[] {
    return this.transit.flying().map(asMessage)
  }
  get cuts(): readonly Cut[] {
    return this.network.walls.map(({ cut }) => cut)
  }

  /** Takes the next event up to a moment; false where there is none, or the run was stopped. */
  step(until: Millis = this.scenario.until): boolean {
    for (;;) {
      const next = this.queue.peek()
      if (!next || next.at > until || this.stopped) return false
      this.queue.pop()
      if (next.dead || !this.#current(next)) continue
      if (next.at !== this.at) this.#instant = this.events
      this.at = next.at
      this.#guarded(next)
      return true
    }
  }

  /** A timer counts only if it was not set again or stopped since. */
  #current(item: Item): boolean {
    return item.kind !== 'timer' || this.nodes[item.node - 1]!.set.get(item.type) === item
  }

  #guarded(item: Item): void {
    try {
      const { events, instant } = this.limits
      if (this.events >= events) throw new Stop(`no more than ${events} events are taken`)
      this.#take(item)
      if (this.events - this.#instant > instant)
        throw new Stop(`more than ${instant} events at one instant`)
    } catch (fault) {
      const why = fault instanceof Stop ? '' : `${this.protocol.name} failed: `
      const at = Math.floor(this.at * 1000) / 1000
      this.stopped = `The run stops at ${at} ms: ${why}${(fault as Error).message}.`
    }
  }

  #take(item: Item): void {
    if (item.kind === 'line' || item.kind === 'end') return this.script.take(item)
    if (item.kind === 'death') return this.die(item, 'lost')
    const node = this.nodes[item.node - 1]!
    if (item.kind === 'message' && !node.up) return this.die(item, 'unheard')
    if (node.paused) node.held.push(item)
    else this.call(node, item)
  }

  /** A paused node goes on: what waited is taken in order, with the clock of this instant. */
  release(node: Node): void {
    const held = node.held
    node.held = []
    for (const item of held) if (this.#current(item)) this.call(node, item)
  }

  /** Calls a rule and does what it answers. */
  call(node: Node, item: Item): void {
    if (item.kind === 'message') this.recorder?.fate(item.id, 'arrived', this.at)
    else if (item.kind === 'timer') this.timers.stop(node, item.type)
    const step = this.#rule(node, item)
    const before = node.last
    node.last = this.events
    node.state = step[0]
    this.recorder?.event(item, node.id, before)
    for (let i = 1, place = 0; i < step.length; i++)
      place = this.#do(node, item, step[i] as AnyEffect, place)
    this.finish(item, node.id)
    this.transit.bury()
  }

  /** Counts an event and lets the promises look at it. */
  finish(item: Item, node: NodeId): void {
    const index = this.events++
    this.watch.look(this, item, node, index)
  }

  /** A message dies: lost, cut or unheard. */
  die(item: Item, fate: Fate): void {
    this.recorder?.fate(item.id, fate, this.at)
    item.kind = 'death'
    this.recorder?.event(item, item.node, -1)
    this.finish(item, item.node)
  }

  /** What the node sees of the world now. */
  here(node: Node, dice: number): Here {
    node.peers ??= this.roles[node.role]!.filter((id) => this.network.linked(node.id, id))
    const { id: self, role, peers, clock } = node
    const { at, options } = this
    return { self, role, peers, roles: this.roles, clock, at, dice, options: options as never }
  }

  #rule(node: Node, item: Item): AnyStep {
    const { protocol } = this
    const here = this.here(node, draw(item.high, item.low, purposes.dice))
    try {
      switch (item.kind) {
        case 'message':
          return protocol.on[item.type]!(node.state, item.body as never, item.from, here)
        case 'timer':
          return protocol.after[item.type]!(node.state, here)
        case 'ask':
          return protocol.ask[item.type]!(node.state, item.body as never, here)
        case 'wake':
          return protocol.wake && item.body !== true
            ? protocol.wake(node.state, here)
            : protocol.start(here)
        default:
          return protocol.start(here)
      }
    } catch (fault) {
      throw new Stop(`${this.ruleName(item)} failed at n${node.id}: ${(fault as Error).message}`)
    }
  }

  /** "the rule on.vote of raft". */
  ruleName(item: Item): string {
    const part = { message: 'on.', timer: 'after.', ask: 'ask.' }[item.kind as string]
    return `the rule ${part ? part + item.type : item.kind} of ${this.protocol.name}`
  }

  /** Does one effect; answers how many messages the event has sent so far. */
  #do(node: Node, item: Item, effect: AnyEffect, place: number): number {
    switch (effect.do) {
      case 'send':
        this.transit.send(node, item, effect.to, effect.type, effect.body, place)
        return place + 1
      case 'sendAll': {
        const peers = node.peers!
        for (let i = 0; i < peers.length; i++)
          this.transit.send(node, item, peers[i]!, effect.type, effect.body, place + i)
        return place + peers.length
      }
      case 'wait':
        this.timers.set(node, item, effect.timer, effect.ms)
        return place
      case 'stop':
        this.timers.stop(node, effect.timer)
        return place
      case 'say':
        this.recorder?.says(effect.sentence)
        return place
    }
  }
}
