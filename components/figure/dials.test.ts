// Which options a figure lets one turn, and how their sliders are scaled.

import { describe, expect, it } from 'vitest'
import { chatter } from '@/lib/sim/chatter'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scaleOf } from './dial-values'
import { dialsOf } from './dials'

const story: AnyScenario = {
  protocol: 'chatter',
  nodes: 4,
  seed: 3,
  delay: 5,
  until: 400,
  poster: 100,
}
const names = (more: Partial<AnyScenario>) =>
  dialsOf(chatter as unknown as AnyProtocol, { ...story, ...more })

describe('the dials of a figure', () => {
  it('are the options that the scenario sets or a lever turns, in the protocol’s order', () => {
    expect(names({})).toEqual([])
    const levers = [{ label: 'All loud', options: { loud: true } }]
    expect(names({ options: { pace: [1, 2] }, levers })).toEqual(['pace', 'loud'])
  })

  it('are not those in which two films differ', () => {
    const against = { label: 'loud', options: { loud: true } }
    expect(names({ options: { loud: false, pace: [1, 2] }, against })).toEqual(['pace'])
  })
})

describe('a slider', () => {
  it('steps as its option says', () => {
    const { most, place, worth } = scaleOf({ from: 0, to: 1, step: 0.05 })
    expect(most).toBe(20)
    expect(place(0.35)).toBe(7)
    expect(worth(7)).toBe(0.35)
  })

  it('is logarithmic where its scale is wide: equal drags are equal ratios', () => {
    const { most, worth } = scaleOf({ from: 1, to: 1_000_000 })
    expect(worth(0)).toBe(1)
    expect(worth(most / 2)).toBe(1000)
    expect(worth(most)).toBe(1_000_000)
  })

  it('comes back to the place it was put, on either scale', () => {
    for (const bounds of [
      { from: 0, to: 40, step: 2 },
      { from: 10, to: 86_400_000 },
    ]) {
      const { most, place, worth } = scaleOf(bounds)
      for (let at = 0; at <= most; at++) expect(Math.abs(place(worth(at)) - at)).toBeLessThan(1)
    }
  })
})
