// The lines of a script taking effect, and ending: the only hands that reach into a run.

import { sampler } from './delay'
import { Item } from './item'
import { descend, descendHigh, descendLow, hashText, tags } from './name'
import type { Node } from './node'
import { defaults, type Json, type NodeId } from './protocol'
import type { Run } from './run'
import {
  type Act,
  type Fault,
  isFault,
  type Line,
  type Weathering,
  type Who,
  wordOf,
} from './scenario'

type Made<K extends string> = Extract<Fault | Act, Readonly<Record<K, unknown>>>

/** Why a line does nothing: it is noted, said, and the run goes on. */
class Skip extends Error {}

export class Script {
  readonly #lines: readonly Line[]
  readonly #names: (readonly [high: number, low: number])[]
  /** Which lines are in force, and whom each has found. */
  readonly #found = new Map<number, NodeId>()

  constructor(readonly run: Run) {
    this.#lines = run.scenario.script ?? []
    const before = new Map<string, number>()
    this.#names = this.#lines.map((line) => {
      const words = JSON.stringify(line)
      const nth = before.get(words) ?? 0
      before.set(words, nth + 1)
      const [high, low] = run.descend(tags.line)
      const [a, b] = [hashText(words), hashText(words, nth + 1)]
      return [descendHigh(high ^ b, low, a), descendLow(high, low ^ a, b)]
    })
  }

  /** Ends come before beginnings, so that a bar may begin where another ends. */
  queueAll(): void {
    this.#lines.forEach((line, i) => {
      if (isFault(line) && line[2] !== undefined) this.#queue('end', line[2], i)
    })
    this.#lines.forEach((line, i) => {
      this.#queue('line', line[0], i)
    })
  }

  #queue(kind: 'line' | 'end', at: number, i: number): void {
    const name = this.#names[i]!
    const [high, low] = kind === 'end' ? descend(...name, tags.end) : name
    const word = wordOf(this.#lines[i]!)
    this.run.queue.push(
      new Item(at, this.run.number(), kind, 0, high, low, word, null, 0, at, -1, i),
    )
  }

  take(item: Item): void {
    if (item.kind === 'end') return this.#end(item)
    try {
      this.#begin(item)
    } catch (fault) {
      if (!(fault instanceof Skip)) throw fault
      this.#skip(item, fault.message)
    }
  }

  #skip(item: Item, why: string): void {
    this.run.recorder?.skipped(item.id, why)
    this.#record(item, 0)
  }

  /** The line itself as an event; where it concerns one node it stands on that node's lane. */
  #record(item: Item, id: NodeId): void {
    const { run } = this
    const node = run.nodes[id - 1]
    run.recorder?.event(item, id, node ? node.last : -1)
    if (node) node.last = run.events
    run.recorder?.changed()
    run.finish(item, id)
  }

  #begin(item: Item): void {
    const what = this.#lines[item.id]![1] as Fault & Act
    const line = item.id
    if ('ask' in what) return this.#ask(item, what.ask)
    if ('crash' in what) return this.#crash(item, what)
    if ('pause' in what) return this.#pause(item, what)
    if ('cut' in what) return this.#cut(item, what)
    if ('drift' in what) return this.#drift(item, what)
    if ('bump' in what) return this.#bump(item, what)
    const { network } = this.run
    if ('turn' in what) {
      this.run.options = { ...this.run.options, ...(what as Made<'turn'>).turn }
    } else if ('lose' in what) {
      const { from, to, type, nth = 1 } = (what as Made<'lose'>).lose
      network.losing.push({ from: this.#who(from), to: this.#who(to), type, left: nth })
    } else {
      const [[word, it]] = Object.entries(what) as [[string, Weathering]]
      const [from, to] = [this.#who(it.from ?? 0), this.#who(it.to ?? 0)]
      const how = word === 'slow' ? sampler(it.delay) : it.chance
      network.weather = [...network.weather, { line, from, to, [word]: how }]
      this.#found.set(line, 0)
    }
    this.#record(item, 0)
  }

  #node(item: Item, who: Who): Node {
    const node = this.run.nodes[this.#who(who) - 1]!
    this.#found.set(item.id, node.id)
    return node
  }

  /** A number, or the number that a fact holds now. */
  #who(who: Who): NodeId {
    if (typeof who === 'number') return who
    const { run } = this
    const id = run.protocol.facts(run)[who]
    if (typeof id !== 'number' || !run.nodes[id - 1]) throw new Skip(`there is no ${who}`)
    return id
  }

  #ask(item: Item, ask: Made<'ask'>['ask']): void {
    const { run } = this
    const { node: who, type, ...fields } = ask
    const node = this.#node(item, who)
    const command = run.protocol.commands[type]!
    if (!node.up) throw new Skip(`${node.name} is down`)
    if (command.role && command.role !== node.role)
      throw new Skip(`only ${command.role}s can be asked that`)
    const body = { ...defaults(command.takes), ...fields } as Json
    const { at, high, low, id } = item
    const asked = new Item(at, item.number, 'ask', node.id, high, low, type, body, 0, at, -1, id)
    if (node.paused) node.held.push(asked)
    else run.call(node, asked)
  }

  #crash(item: Item, { crash }: Made<'crash'>): void {
    const { run } = this
    const node = this.#node(item, crash)
    if (!node.up) throw new Skip(`${node.name} is down already`)
    node.condition = { ...node.condition, up: false, paused: false }
    node.downBy = item.id
    for (const timer of [...node.set.keys()]) run.timers.stop(node, timer)
    const held = node.held
    node.held = []
    this.#record(item, node.id)
    for (const one of held)
      if (one.kind === 'message') run.die(one, 'unheard')
      else if (one.kind === 'ask') {
        one.kind = 'line'
        this.#skip(one, `${node.name} is down`)
      }
  }

  #pause(item: Item, { pause }: Made<'pause'>): void {
    const node = this.#node(item, pause)
    if (!node.up) throw new Skip(`${node.name} is down`)
    if (node.paused) throw new Skip(`${node.name} is paused already`)
    node.condition = { ...node.condition, paused: true }
    node.pausedBy = item.id
    this.#record(item, node.id)
  }

  #cut(item: Item, { cut }: Made<'cut'>): void {
    const { network, transit } = this.run
    if ('from' in cut) network.raise(item.id, { from: this.#who(cut.from), to: this.#who(cut.to) })
    else
      network.raise(item.id, {
        groups: (cut as readonly (readonly Who[])[]).map((group) => group.map((w) => this.#who(w))),
      })
    this.#found.set(item.id, 0)
    this.#record(item, 0)
    transit.fell()
  }

  #drift(item: Item, { drift }: Made<'drift'>): void {
    const node = this.#node(item, drift.node)
    node.drifts.push([item.id, 1 + drift.ppm / 1e6])
    this.#retime(node)
    this.#record(item, node.id)
  }

  #bump(item: Item, { bump }: Made<'bump'>): void {
    const node = this.#node(item, bump.node)
    node.condition = { ...node.condition, offset: node.condition.offset + bump.ms }
    this.#record(item, node.id)
  }

  /** The drift that began last holds. */
  #retime(node: Node): void {
    node.run(node.drifts[node.drifts.length - 1]![1], this.run.at)
    this.run.timers.retime(node)
  }

  /** A line that found nobody, or whose node something else has freed, has nothing to end. */
  #end(item: Item): void {
    const { run } = this
    const found = this.#found.get(item.id)
    if (found === undefined) return
    const node = run.nodes[found - 1]
    const what = this.#lines[item.id]![1] as Fault
    if (!node) {
      run.network.end(item.id)
      return this.#record(item, 0)
    }
    if ('drift' in what) {
      node.drifts = node.drifts.filter(([line]) => line !== item.id)
      this.#retime(node)
      this.#record(item, node.id)
    } else if ('pause' in what && node.pausedBy === item.id && node.paused) {
      node.condition = { ...node.condition, paused: false }
      this.#record(item, node.id)
      run.release(node)
    } else if ('crash' in what && node.downBy === item.id && !node.up) this.#wake(node, item, what)
  }

  #wake(node: Node, item: Item, { wipe = false }: Made<'crash'>): void {
    const { at, high, low, id } = item
    node.condition = { ...node.condition, up: true }
    this.run.recorder?.changed()
    const body = wipe
    const woken = new Item(at, item.number, 'wake', node.id, high, low, 'wake', body, 0, at, -1, id)
    this.run.call(node, woken)
  }
}
