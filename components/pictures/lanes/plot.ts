// Time to the right and lanes below each other; on a phone, time down and lanes side by side.

import type { Millis } from '@/lib/sim/protocol'
import type { Point } from '../geometry'
import type { Shape } from '../picture'
import type { Page } from './page'
import { type Plane, planeOf } from './plane'

export type Plot = Plane & {
  readonly page: Page
  readonly point: (at: Millis, lane: number) => Point
}

/** How many flights of a message fit beside each other. */
export const roomOf = (shape: Shape) => (shape === 'wide' ? 16 : shape === 'tall' ? 9 : 12)

export const plotOf = (names: readonly string[], page: Page, shape: Shape): Plot => {
  const plane = planeOf(shape, names, page)
  const { down, along, lanes } = plane
  // Whole units: half a pixel is not seen, and a page is made of thousands of these numbers.
  const point = (at: Millis, lane: number) => {
    const [far, across] = [Math.round(along(at)), Math.round(lanes[lane]!)]
    return down ? { x: across, y: far } : { x: far, y: across }
  }
  return { ...plane, page, point }
}
