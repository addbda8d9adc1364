// What clients did, by true time: their own clocks may stand wrong, and no checker may be fooled.

import { linearizable } from '@/lib/checks/linearizable'
import { models } from '@/lib/checks/model'
import type { Json, Operation } from '@/lib/sim/protocol'
import type { Event, World } from '@/lib/sim/world'

type Ended = { readonly to: number | null }
type Named = Omit<Operation, 'client' | 'from' | 'to'>

/**
 * Looks on at the operations of every node, and holds them against a register. `opsOf`: those of a
 * state, in order, each with `to` null while it waits; `asRegister`: what each reads or writes.
 */
export function seen<S, Op extends Ended>(
  opsOf: (state: S) => readonly Op[],
  asRegister: (op: Op) => Named,
) {
  const times: { [client: string]: { from: number; to: number | null }[] } = {}
  let last: World<S> | undefined
  return {
    look(world: World<S>, { node: id }: Event) {
      last = world
      const node = world.nodes[id - 1]
      if (!node) return
      times[id] ??= []
      const mine = times[id]
      for (const [nth, op] of opsOf(node.state).entries()) {
        mine[nth] ??= { from: world.at, to: null }
        if (op.to !== null) mine[nth].to ??= world.at
      }
    },
    /** Throws if they fit no order that is true to real time; `initial`: what is read at first. */
    check(initial: Json) {
      const history = last!.nodes.flatMap(({ id, name, state }) =>
        opsOf(state).map((op, nth) => ({ client: name, ...asRegister(op), ...times[id]![nth]! })),
      )
      const verdict = linearizable(history, models.register, { initial })
      if (verdict.holds !== 'yes') throw new Error(`${verdict.says}\n${JSON.stringify(history)}`)
    },
  }
}
