// Timers of a run: they run on the node's crystal, so a fast one fires early and a bump fires none.

import { Item } from './item'
import { Stop } from './limits'
import { descend, hashText, tags } from './name'
import { crystalAt, type Node } from './node'
import type { Millis } from './protocol'
import type { Run } from './run'

const least = 0.001

export class Timers {
  #count = 0

  constructor(readonly run: Run) {}

  /** Sets a timer, or sets it again. */
  set(node: Node, by: Item, timer: string, ms: Millis): void {
    const { run } = this
    if (!run.protocol.after[timer])
      throw new Stop(`${run.ruleName(by)} set ${JSON.stringify(timer)}, which no rule follows`)
    if (!(ms >= least) || ms === Infinity)
      throw new Stop(
        `${run.ruleName(by)} set the timer ${timer} to ${ms} ms; the least is ${least}`,
      )
    this.stop(node, timer)
    const tag = Math.imul(hashText(timer), 8) + tags.timer
    const [high, low] = descend(by.high, by.low, tag)
    const crystal = crystalAt(node.condition, run.at) + ms
    this.#queue(node, timer, high, low, crystal, run.at, run.events)
  }

  stop(node: Node, timer: string): void {
    const item = node.set.get(timer)
    if (!item) return
    node.set.delete(timer)
    this.run.recorder?.unset(item.id)
  }

  /** The crystal's rate has changed: what is pending is due at another moment. */
  retime(node: Node): void {
    for (const [timer, old] of [...node.set]) {
      if (node.held.includes(old)) continue
      this.stop(node, timer)
      const { high, low, crystal, sent, cause } = old
      this.#queue(node, timer, high, low, crystal, sent, cause)
    }
  }

  #queue(
    node: Node,
    timer: string,
    high: number,
    low: number,
    crystal: Millis,
    sent: Millis,
    cause: number,
  ): void {
    const { run } = this
    const due = Math.max(run.at, node.due(crystal))
    const [number, id] = [run.number(), this.#count++]
    const item = new Item(due, number, 'timer', node.id, high, low, timer, null, 0, sent, cause, id)
    item.crystal = crystal
    item.due = due
    node.set.set(timer, item)
    run.queue.push(item)
    run.recorder?.set(item)
  }
}
