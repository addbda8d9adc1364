// The links of a scenario as they are drawn.

import { gridWidth } from '@/lib/sim/network'
import type { AnyScenario } from '@/lib/sim/scenario'

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
