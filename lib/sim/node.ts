// One node of a run: its condition, its crystal, its timers. It is also what rules' promises and
// facts see of it (a WorldNode).

import type { Item } from './item'
import type { Millis, NodeId } from './protocol'
import type { Crystal } from './scenario'
import type { Timer, WorldNode } from './world'

/** What a line of the script can change of a node; films keep one of these per change. */
export type Condition = {
  readonly up: boolean
  readonly paused: boolean
  /** The crystal showed `shown` at true time `since`, and runs at `rate` from then. */
  readonly since: Millis
  readonly shown: Millis
  readonly rate: number
  readonly offset: Millis
}

export const crystalAt = (c: Condition, at: Millis) => c.shown + (at - c.since) * c.rate
export const clockAt = (c: Condition, at: Millis) => crystalAt(c, at) + c.offset

export class Node implements WorldNode {
  state: unknown = undefined
  condition: Condition
  /** The lines that hold it down or paused; -1 for none. */
  downBy = -1
  pausedBy = -1
  /** Its latest event. */
  last = -1
  /** Drifts in force, the latest last: [line, rate]. */
  drifts: [line: number, rate: number][]
  /** What came while it was paused, in order of due time. */
  held: Item[] = []
  readonly set = new Map<string, Item>()
  peers: readonly NodeId[] | undefined = undefined

  constructor(
    readonly id: NodeId,
    readonly name: string,
    readonly role: string,
    crystal: Crystal,
    readonly time: { readonly at: Millis },
  ) {
    const rate = 1 + (crystal.driftPpm ?? 0) / 1e6
    const offset = crystal.offset ?? 0
    this.drifts = [[-1, rate]]
    this.condition = { up: true, paused: false, since: 0, shown: 0, rate, offset }
  }

  get up() {
    return this.condition.up
  }
  get paused() {
    return this.condition.paused
  }
  get clock(): Millis {
    return clockAt(this.condition, this.time.at)
  }
  get timers(): readonly Timer[] {
    return [...this.set].map(([name, item]) => ({ name, set: item.sent, due: item.at }))
  }

  /** When its crystal will show this, in true time, if it keeps its rate. */
  due(crystal: Millis): Millis {
    const { since, shown, rate } = this.condition
    return since + (crystal - shown) / rate
  }

  /** Changes the crystal's rate at a moment; what it showed goes on from there. */
  run(rate: number, at: Millis): void {
    const shown = crystalAt(this.condition, at)
    this.condition = { ...this.condition, since: at, shown, rate }
  }
}
