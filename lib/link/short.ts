// A scenario in short form: what has its default is left out.

import type { AnyProtocol, Json } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'

/** Keys that a link does not carry: they belong to the published figure, not to a run. */
const left = new Set(['because', 'levers'])

/** The scenario without what goes without saying. */
export function shorten(scenario: AnyScenario, protocol: AnyProtocol): object {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(scenario)) {
    if (value === undefined || left.has(key)) continue
    if (key === 'options') {
      const turned = Object.entries(value as object).filter(
        ([name, one]) => !same(one, protocol.options[name]?.default),
      )
      if (turned.length > 0) out.options = Object.fromEntries(turned)
    } else if (key === 'nodes') out.nodes = shortNodes(scenario, protocol)
    else if (!isEmpty(key, value)) out[key] = value
  }
  return out
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isEmpty = (key: string, value: unknown) =>
  (key === 'script' && (value as unknown[]).length === 0) ||
  ((key === 'loss' || key === 'duplicate') && value === 0) ||
  (key === 'fifo' && value === false) ||
  (key === 'links' && value === 'all')

/** Roles by their place among the protocol's roles; all of the first role: their number. */
function shortNodes({ nodes }: AnyScenario, protocol: AnyProtocol): Json {
  if (typeof nodes === 'number') return nodes
  const roles = protocol.roles ?? ['node']
  const places = nodes.map((role) => roles.indexOf(role))
  return places.every((place) => place === 0) ? nodes.length : { roles: places.join('') }
}

/** The way back; anything odd is left for validation to name. */
export function inflate(short: object, protocol: AnyProtocol): unknown {
  const { nodes } = short as { nodes?: unknown }
  const places = (nodes as { roles?: unknown } | null | undefined)?.roles
  if (typeof places !== 'string') return short
  const roles = protocol.roles ?? ['node']
  const all = [...places.slice(0, 1000)]
  return { ...short, nodes: all.map((place) => roles[Number(place)] ?? place) }
}
