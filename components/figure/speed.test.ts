// How fast a film is played.

import { describe, expect, it } from 'vitest'
import { defaultStep, speedAt, speeds } from './speed'

describe('the speed of a film', () => {
  it('is at first such that the whole of it takes about 25 s, however long it is', () => {
    for (const until of [40, 900, 2000, 60_000, 86_400_000, 31 * 86_400_000]) {
      const seconds = until / speedAt(defaultStep(until)).ratio / 1000
      expect(seconds).toBeGreaterThan(15)
      expect(seconds).toBeLessThan(40)
    }
  })

  it('is chosen from a scale of 1, 2 and 5, each step faster than the last', () => {
    expect(speeds(900).map(({ says }) => says)).toEqual([
      ...['× 1/500', '× 1/200', '× 1/100', '× 1/50', '× 1/20', '× 1/10', '× 1/5', '× 1/2', '× 1'],
    ])
    const ratios = speeds(86_400_000).map(({ ratio }) => ratio)
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b))
  })
})
