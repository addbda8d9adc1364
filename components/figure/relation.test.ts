// Before, after, or neither.

import { describe, expect, it } from 'vitest'
import { happenedBefore } from '@/lib/sim/cause'
import { chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import { relationOf } from './relation'

const film = shoot(chatter, {
  protocol: 'chatter',
  nodes: 4,
  seed: 5,
  delay: [5, 15],
  until: 200,
  poster: 0,
})
const pairs = Array.from({ length: 400 }, (_, i) => [
  (i * 7919) % film.length,
  (i * 104_729 + 13) % film.length,
]) as [number, number][]

describe('two events', () => {
  it('stand to each other as happened-before says, whichever is asked first', () => {
    const met = new Set<string>()
    for (const [a, b] of pairs) {
      const { is } = relationOf(film, a, b)
      met.add(is)
      expect(is === 'before').toBe(happenedBefore(film, a, b))
      expect(is === 'after').toBe(happenedBefore(film, b, a))
    }
    expect(met).toEqual(new Set(['before', 'after', 'concurrent']))
  })

  it('are joined by a chain in which each led to the next', () => {
    for (const [a, b] of pairs) {
      const { chain, is } = relationOf(film, a, b)
      if (is === 'concurrent') expect(chain).toEqual([])
      else expect([chain[0]!.index, chain.at(-1)!.index]).toEqual([Math.min(a, b), Math.max(a, b)])
      for (const [i, { index }] of chain.slice(1).entries()) {
        const { before, cause } = film.reel
        expect([before.data[index], cause.data[index]]).toContain(chain[i]!.index)
      }
    }
  })

  it('are the same where they are one', () => {
    expect(relationOf(film, 3, 3).is).toBe('same')
  })
})
