// The links of a scenario as they are drawn, and the groups that a cut parts.

import { gridWidth } from '@/lib/sim/network'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { Cut } from '@/lib/sim/world'

/** Who is linked to whom, as drawn: every pair once; of many, only where links are named. */
export const linksOf = (
  { links = 'all' }: AnyScenario,
  n: number,
): (readonly [number, number])[] => {
  if (typeof links !== 'string') return [...links]
  if (links === 'all' && n > 9) return []
  const width = gridWidth(n)
  const linked = (a: number, b: number) =>
    links === 'all' ||
    (links === 'grid'
      ? b - a === width || (b - a === 1 && a % width !== 0)
      : b - a === 1 || (links === 'ring' && b - a === n - 1))
  const ids = Array.from({ length: n }, (_, i) => i + 1)
  return ids.flatMap((a) => ids.filter((b) => b > a && linked(a, b)).map((b) => [a, b] as const))
}

/** The groups of a cut; a single group is cut off from all others. */
export const groupsOf = (cut: Extract<Cut, { groups: unknown }>, n: number) => {
  const [first, ...more] = cut.groups
  if (more.length > 0) return cut.groups
  const others = Array.from({ length: n }, (_, i) => i + 1).filter((id) => !first!.includes(id))
  return [first!, others]
}
