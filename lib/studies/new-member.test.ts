// Who moves when a server joins.

import { expect, test } from 'vitest'
import { sqrt } from '@/lib/sim/curves'
import { defaults } from '@/lib/sim/protocol'
import { newMember } from './new-member'

const at = (options: object) => newMember.compute({ ...defaults(newMember.options), ...options })
const careful = ['ring', 'highest draw', 'jump'] as const

test('by a ring, the highest draw or jumps a seat moves to the new server or not at all', () => {
  for (const way of careful)
    for (const servers of [1, 4, 12]) {
      const { keys, joined } = at({ way, servers, keys: 400 })
      for (const { before, owner, name } of keys)
        if (before !== owner) expect(owner, `${way}: ${name}`).toBe(joined)
    }
})

test('about one seat in n moves, and by remainder nearly all', () => {
  for (const way of careful) {
    const { moved } = at({ way, servers: 4, points: 64, keys: 400 })
    const spread = way === 'ring' ? 0.1 * 400 : 4 * sqrt(400 * 0.2 * 0.8)
    expect(Math.abs(moved - 80), way).toBeLessThan(spread)
  }
  // By remainder a seat stays with chance 1/(n + 1): its rest is the same by n and by n + 1.
  const { moved } = at({ way: 'remainder', servers: 4, keys: 400 })
  expect(Math.abs(moved / 400 - 0.8)).toBeLessThan(4 * sqrt((0.8 * 0.2) / 400))
})

test('more places for each server make the shares more even', () => {
  expect(at({ points: 64, keys: 400 }).uneven).toBeLessThan(at({ points: 1, keys: 400 }).uneven / 2)
})

test('every seat is on the ring once', () => {
  const { keys, points } = at({ keys: 400, points: 3 })
  expect(new Set(keys.map(({ name }) => name)).size).toBe(400)
  expect(keys.every((key) => key.at >= 0 && key.at <= 1)).toBe(true)
  expect(points).toHaveLength(15)
})
