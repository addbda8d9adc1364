// What a node would see, made up: so that a test can call one rule of a protocol alone.

import { defaults, type Here, type Kind, type NodeId, type Protocol } from '@/lib/sim/protocol'
import { castOf, rolesOf } from '@/lib/sim/scenario'

type Given<K extends Kind> = {
  readonly self?: NodeId
  /** The role of each node, or how many there are of the first role. */
  readonly nodes?: number | readonly K['roles'][]
  readonly clock?: number
  /** Left out: what the clock shows. */
  readonly at?: number
  readonly dice?: number
  readonly options?: Partial<Here<K>['options']>
}

/** The `here` of one node, all linked to all; left out: n1 of five, at 0 ms, with dice 0.5. */
export const hereOf = <K extends Kind>(protocol: Protocol<K>, given: Given<K> = {}): Here<K> => {
  const { self = 1, nodes = 5, clock = 0, at = clock, dice = 0.5, options } = given
  const cast = rolesOf(protocol, { nodes })
  const roles = castOf(protocol, cast)
  const role = cast[self - 1]!
  return {
    self,
    role,
    peers: roles[role]!.filter((id) => id !== self),
    roles,
    clock,
    at,
    dice,
    options: { ...defaults(protocol.options as K['options']), ...options },
  } as unknown as Here<K>
}

/** The sentences that a step says. */
export const said = (step: readonly unknown[]) =>
  step.slice(1).flatMap((e) => {
    const effect = e as { do: string; sentence: string }
    return effect.do === 'say' ? [effect.sentence] : []
  })

/** What a step does besides talking. */
export const done = (step: readonly unknown[]) =>
  step.slice(1).filter((e) => (e as { do: string }).do !== 'say')
