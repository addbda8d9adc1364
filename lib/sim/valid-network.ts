// Are these delays and links?

import {
  between,
  isTable,
  type Path,
  quote,
  type ScenarioFault,
  strangerFault,
  whole,
} from './valid-words'

const longest = 31 * 86_400_000
const shapes = 'a number of ms, [least, most], { exponential }, { pareto } or { mix }'

/** One delay for all, or one per message type. */
export function delayFault(delay: unknown, types: readonly string[]): ScenarioFault | undefined {
  if (!isTable(delay) || !('each' in delay || 'other' in delay))
    return oneDelayFault(delay, ['delay'])
  const odd = Object.keys(delay).find((key) => key !== 'each' && key !== 'other')
  if (odd) return { path: ['delay', odd], says: 'expected each and other' }
  if (!isTable(delay.each)) return { path: ['delay', 'each'], says: 'expected a delay per type' }
  for (const [type, one] of Object.entries(delay.each)) {
    if (!types.includes(type)) return strangerFault(['delay', 'each', type], 'message', type, types)
    const found = oneDelayFault(one, ['delay', 'each', type])
    if (found) return found
  }
  return oneDelayFault(delay.other, ['delay', 'other'])
}

/** A single delay: finite, not negative, at most a month, at most three mixtures deep. */
export function oneDelayFault(delay: unknown, path: Path, depth = 0): ScenarioFault | undefined {
  const fault = { path, says: `expected ${shapes}, got ${quote(delay)}` }
  const time = (it: unknown) => between(it, 0, longest)
  if (typeof delay === 'number') return time(delay) ? undefined : fault
  if (Array.isArray(delay)) {
    const [least, most] = delay
    return delay.length === 2 && time(least) && time(most) && least <= most ? undefined : fault
  }
  if (!isTable(delay) || Object.keys(delay).length !== 1) return fault
  if ('exponential' in delay) return time(delay.exponential) ? undefined : fault
  if ('pareto' in delay) {
    const both = delay.pareto
    const ok =
      Array.isArray(both) && both.length === 2 && time(both[0]) && between(both[1], 0.1, 1e6)
    return ok ? undefined : fault
  }
  if (!Array.isArray(delay.mix) || delay.mix.length < 1 || delay.mix.length > 8 || depth > 2)
    return fault
  for (const [i, part] of delay.mix.entries()) {
    const ok = Array.isArray(part) && part.length === 2 && between(part[0], 1e-9, 1e9)
    if (!ok) return { path: [...path, 'mix', i], says: 'expected [share, delay]' }
    const found = oneDelayFault(part[1], [...path, 'mix', i, 1], depth + 1)
    if (found) return found
  }
  return undefined
}

/** 'all', a shape, or pairs of numbers. */
export function linksFault(links: unknown, count: number): ScenarioFault | undefined {
  if (links === undefined || ['all', 'ring', 'line', 'grid'].includes(links as string))
    return undefined
  if (!Array.isArray(links) || links.length > 20_000)
    return { path: ['links'], says: 'expected all, ring, line, grid or pairs of nodes' }
  const bad = links.findIndex(
    (pair) => !Array.isArray(pair) || pair.length !== 2 || !pair.every((id) => whole(id, 1, count)),
  )
  if (bad < 0) return undefined
  return { path: ['links', bad], says: `expected two of the nodes 1 to ${count}` }
}
