// The first line of a figure: what it is called, and what it is run with.

import type { ReactNode } from 'react'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { type AnyScenario, countOf } from '@/lib/sim/scenario'

type Props = {
  id: string
  number: number | undefined
  protocol: AnyProtocol
  scenario: AnyScenario
}

export function Title({ id, number, scenario, protocol }: Props): ReactNode {
  const name = scenario.title ?? protocol.says
  return (
    <>
      <b id={`${id}-title`}>{number === undefined ? name : `Figure ${number} · ${name}`}</b>
      <span className="text-soft">{settingOf(protocol, scenario)}</span>
    </>
  )
}

/** "5 nodes, seed 13". */
function settingOf(protocol: AnyProtocol, scenario: AnyScenario): string {
  const roles = typeof scenario.nodes === 'number' ? [] : scenario.nodes
  const kinds = (protocol.roles ?? []).flatMap((role) => {
    const count = roles.filter((one) => one === role).length
    return count > 0 ? [`${count} ${role}${count > 1 ? 's' : ''}`] : []
  })
  const nodes = kinds.length > 0 ? kinds.join(', ') : `${countOf(scenario)} nodes`
  return `${nodes}, seed ${scenario.seed}`
}
