// The sentence under a figure can be read, however fast the film is played.

import { expect, it } from 'vitest'
import { chat, chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import { calmed, longestOf, sentenceAt } from './status'

const pair: AnyScenario = {
  ...chat,
  because: { that: {}, says: 'Four greet each other' },
  against: {
    label: 'One falls',
    script: [
      [50, { crash: 2 }],
      [60, { slow: { delay: 250 } }, 90],
    ],
  },
}

it('is of the one film what its author says of its still, and not of the other', () => {
  const films = [pair, opponent(pair)!].map((one) => shoot(chatter, one))
  expect(sentenceAt(films[0]!, pair.poster)).toBe('Four greet each other')
  expect(sentenceAt(films[1]!, pair.poster)).toMatch(/usual time/)
})

it('has room for what either of two films tells', () => {
  const films = [pair, opponent(pair)!].map((one) => shoot(chatter, one))
  expect(longestOf(films)).toBe(longestOf(films.slice(1)))
  expect(longestOf(films.toReversed())).toBe(longestOf(films))
})

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
