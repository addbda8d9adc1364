// The sentence under a figure can be read, however fast the film is played.

import { expect, it } from 'vitest'
import { calmed } from './status'

it('keeps a sentence until it can be read, and then tells the last', () => {
  const told = [0, 50, 300, 1100, 1250, 1300].map((now) => [`at ${now}`, now] as const)
  let kept = { tells: 'the still', since: -5000 }
  const read = told.map(([tells, now]) => {
    kept = calmed(kept, tells, now)
    return kept.tells
  })
  expect(read).toEqual(['at 0', 'at 0', 'at 0', 'at 0', 'at 1250', 'at 1250'])
})

it('tells at once what comes after a while of silence', () => {
  const first = calmed({ tells: '', since: -5000 }, 'n1 crashes', 0)
  expect(calmed(first, 'n2 stands', 1200)).toEqual({ tells: 'n2 stands', since: 1200 })
  expect(calmed(first, 'n1 crashes', 9000)).toBe(first)
})
