// What must hold of atomic commitment (Bernstein, Hadzilacos and Goodman 1987, §7.3).

import type { NodeId, Protocol } from '@/lib/sim/protocol'
import { everywhere } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { State, TwoPhaseCommit } from './index'
import { participants } from './view'

const did = (world: World<State>, phase: State['phase']) =>
  world.nodes.some((n) => n.state.phase === phase)

export const always: Protocol<TwoPhaseCommit>['always'] = {
  'nobody commits what somebody aborts': everywhere<State>(
    (world) => !(did(world, 'committed') && did(world, 'aborted')),
  ),
  'nobody commits unless all have voted yes': everywhere<State>(
    (world) => !did(world, 'committed') || participants(world).every((n) => n.state.voted),
  ),
  'what is decided stays decided': {
    first: {},
    then(memo: { readonly [id: NodeId]: State['phase'] }, world, event) {
      const phase = world.nodes[event.node - 1]?.state.phase
      const before = memo[event.node]
      if (!phase || phase === before) return memo
      return before === 'committed' || before === 'aborted'
        ? `n${event.node} had ${before} and is now ${phase}`
        : { ...memo, [event.node]: phase }
    },
  },
}

export const eventually: Protocol<TwoPhaseCommit>['eventually'] = {
  'nobody stays in doubt': (world) => !did(world, 'prepared') && !did(world, 'voting'),
}
