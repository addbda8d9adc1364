// Which options a figure lets one turn, and how their sliders are scaled.

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { chatter } from '@/lib/sim/chatter'
import type { AnyProtocol, Option } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scaleOf } from './dial-values'
import { Dials, dialsOf } from './dials'

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
  it('keeps room for the longest that it can say, so that nothing moves as it is turned', () => {
    const room = (from: number, to: number, step: number, value: number) => {
      const pace: Option = { is: 'number', from, to, step, default: from, says: 'pace' }
      const scenario = { ...story, options: { pace: value } }
      const of = { protocol: { options: { pace } }, scenario, id: 'it' }
      const html = renderToStaticMarkup(createElement(Dials, of))
      return /data-room="([^"]*)">([^<]*)</.exec(html)?.slice(1)
    }
    expect(room(10, 86_400_000, 1, 3_600_000)).toEqual(['66,000,000', '3,600,000'])
    expect(room(0, 100, 0.5, 3)).toEqual(['99.5', '3'])
    expect(room(0, 1, 0.5, 0.125)).toEqual(['0.125', '0.125'])
  })

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
