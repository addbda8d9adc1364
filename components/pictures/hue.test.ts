// Who has which colour, in one run and beside another.

import { expect, it } from 'vitest'
import { ballot } from '@/lib/protocols/ballot'
import { shoot, worldAt } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { faceIn, hueNumber } from './hue'

/** A window holds the name of whoever came last. */
const door: AnyProtocol = {
  ...{ name: 'door', says: 'Who came last.', options: {}, after: {}, on: {} },
  commands: {
    come: { says: 'come', takes: { who: { is: 'number', from: 1, to: 9, default: 2, says: '' } } },
  },
  ...{ roles: ['window', 'buyer'], pictures: ['cluster'], facts: () => ({}) },
  start: () => [0],
  ask: { come: (_, { who }) => [who] },
  face: (holds) => ({ word: 'waits', mood: 'calm', ...(holds > 0 && { holds: `12A: n${holds}` }) }),
  glyph: () => ({ word: 'letter', shape: 'dot' }),
}
const visits = (...who: number[]) =>
  shoot(door, {
    ...{ protocol: 'door', nodes: ['window', 'buyer', 'buyer'], names: ['East', 'Ada', 'Ben'] },
    ...{ seed: 1, delay: 10, until: 100, poster: 90 },
    script: who.map((one, i) => [10 + i, { ask: { node: 1, type: 'come', who: one } }]),
  })

it('a person has one hue in two runs, though in one of them somebody else did nothing', () => {
  const hueOfLast = (...who: number[]) => {
    const film = visits(...who)
    return hueNumber(film, 1, faceIn(film, worldAt(film, 90), 1))
  }
  expect(hueOfLast(2)).toBe(1)
  expect(hueOfLast(2, 3)).toBe(2)
  expect(hueOfLast(3)).toBe(2)
})

it('whoever puts a motion has its hue, before the vote and after it, won or lost', () => {
  const voters = Array.from({ length: 5 }, () => 'voter')
  for (const quorum of [2, 3]) {
    const film = shoot(ballot, {
      ...{ protocol: 'ballot', nodes: [...voters, 'proposer', 'proposer'], options: { quorum } },
      ...{ seed: 20, delay: [20, 80], until: 300, poster: 240 },
    })
    for (const at of [5, 240]) {
      const world = worldAt(film, at)
      const hueOf = (id: number) => hueNumber(film, id, faceIn(film, world, id))
      expect([hueOf(6), hueOf(7)]).toEqual([1, 2])
    }
  }
})
