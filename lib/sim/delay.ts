// How long a message takes: a scenario's delay, made into a draw from the message's name.

import { exponential, pareto } from './curves'
import { draw, purposes } from './name'
import type { Millis } from './protocol'
import type { Delay, Delays } from './scenario'

/** Milliseconds for the message of this name. */
export type Sampler = (high: number, low: number) => Millis

/** A delay as a function of the message's name; `i` is the first draw that it may use. */
export function sampler(delay: Delay, i = 0): Sampler {
  if (typeof delay === 'number') return () => delay
  const uniform = (high: number, low: number) => draw(high, low, purposes.delay, i)
  if ('mix' in delay) {
    const parts = delay.mix.map(([share, part]) => [share, sampler(part, i + 1)] as const)
    return (high, low) => {
      let left = uniform(high, low) * parts.reduce((sum, [share]) => sum + share, 0)
      for (const [share, part] of parts) {
        if (left < share) return part(high, low)
        left -= share
      }
      return parts[parts.length - 1]![1](high, low)
    }
  }
  if ('exponential' in delay) return (h, l) => exponential(delay.exponential, uniform(h, l))
  if ('pareto' in delay) return (h, l) => pareto(delay.pareto[0], delay.pareto[1], uniform(h, l))
  const [least, most] = delay
  return (high, low) => least + (most - least) * uniform(high, low)
}

/** The sampler of each message type. */
export function samplers(delays: Delays): (type: string) => Sampler {
  if (typeof delays === 'number' || !('each' in delays)) {
    const all = sampler(delays)
    return () => all
  }
  const other = sampler(delays.other)
  const each = new Map(Object.entries(delays.each).map(([type, one]) => [type, sampler(one)]))
  return (type) => each.get(type) ?? other
}
