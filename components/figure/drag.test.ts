// Where a line stands after it was dragged.

import { describe, expect, it } from 'vitest'
import type { Line } from '@/lib/sim/scenario'
import { dragged } from './drag'

const bar: Line = [200, { crash: 4 }, 400]
const open: Line = [200, { crash: 4 }]
const act: Line = [200, { bump: { node: 1, ms: 5 } }]

describe('a dragged line', () => {
  it('moves as a whole and keeps its length, also at the ends of the run', () => {
    expect(dragged(bar, 'all', 50, 1000)).toEqual([250, 450])
    expect(dragged(bar, 'all', -900, 1000)).toEqual([0, 200])
    expect(dragged(bar, 'all', 900, 1000)).toEqual([800, 1000])
  })

  it('is lengthened at either end, and never turned inside out', () => {
    expect(dragged(bar, 'to', 100, 1000)).toEqual([200, 500])
    expect(dragged(bar, 'from', -100, 1000)).toEqual([100, 400])
    expect(dragged(bar, 'to', -900, 1000)).toEqual([200, 201])
    expect(dragged(bar, 'from', 900, 1000)).toEqual([399, 400])
  })

  it('that lasts to the end is given one by its right end, and else keeps lasting', () => {
    expect(dragged(open, 'to', -300, 1000)).toEqual([200, 700])
    expect(dragged(open, 'all', 100, 1000)).toEqual([300])
  })

  it('with a moment moves to another, in steps that suit the length of the run', () => {
    expect(dragged(act, 'all', 33.333, 1000)).toEqual([233])
    expect(dragged(act, 'all', 33.333, 90)).toEqual([90])
    expect(dragged(act, 'all', -150.04, 400)).toEqual([50])
  })
})
