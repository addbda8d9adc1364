// Is the hash even and independent, over the neighbours it will meet?

import { describe, expect, test } from 'vitest'
import { deal, pick, roll, shuffle } from './dice'
import { descendHigh, descendLow, draw, hashText, nameText, purposes, tags } from './name'

const child = ([h, l]: readonly [number, number], tag: number) =>
  [descendHigh(h, l, tag), descendLow(h, l, tag)] as const
const seedName = (seed: number) => child([0x51ed, 0x270b], seed)

/** χ² of draws over 64 equal boxes: 63 degrees of freedom, mean 63, sd 11.2. */
function chiSquare(draws: readonly number[]): number {
  const boxes = new Array<number>(64).fill(0)
  for (const u of draws) boxes[Math.floor(u * 64)]!++
  const mean = draws.length / 64
  return boxes.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0)
}
function correlation(a: readonly number[], b: readonly number[]): number {
  const n = a.length
  return (a.reduce((sum, x, i) => sum + (x - 0.5) * (b[i]! - 0.5), 0) / n) * 12
}
const count = 40_000
const many = (each: (i: number) => number) => Array.from({ length: count }, (_, i) => each(i))
const dice = (name: readonly [number, number]) => draw(name[0], name[1], purposes.dice)

describe('names', () => {
  const families: Record<string, (i: number) => readonly [number, number]> = {
    'neighbouring seeds': (i) => seedName(i),
    'neighbouring nodes': (i) => child(seedName(7), Math.imul(i, 64) + tags.start),
    'messages of one event': (i) => child(seedName(9), Math.imul(i, 128) + tags.message),
    'a timer set again and again': (i) => {
      let name: readonly [number, number] = seedName(i % 40)
      for (let k = 0; k < i / 400; k++) name = child(name, 77)
      return child(name, i)
    },
  }
  for (const [family, name] of Object.entries(families)) {
    test(`draws over ${family} are even and do not follow each other`, () => {
      const draws = many((i) => dice(name(i)))
      expect(chiSquare(draws)).toBeLessThan(63 + 6 * 11.2)
      expect(Math.abs(correlation(draws.slice(1), draws.slice(0, -1)))).toBeLessThan(0.03)
    })
  }

  test('parents and children, and the purposes of one name, are independent', () => {
    const parents = many((i) => dice(seedName(i)))
    const children = many((i) => dice(child(seedName(i), tags.message)))
    const delays = many((i) => draw(...seedName(i), purposes.delay))
    const losses = many((i) => draw(...seedName(i), purposes.loss))
    for (const other of [children, delays, losses])
      expect(Math.abs(correlation(parents, other))).toBeLessThan(0.03)
    expect(Math.abs(correlation(delays, losses))).toBeLessThan(0.03)
  })

  test('400,000 names in families are all different', () => {
    const names = new Set<string>()
    for (let seed = 0; seed < 200; seed++)
      for (let tag = 0; tag < 2000; tag++) names.add(nameText(...child(seedName(seed), tag)))
    expect(names.size).toBe(400_000)
    expect(hashText('vote')).not.toBe(hashText('vote', 1))
  })
})

describe('dice', () => {
  test('rolls of one number are even and independent of it and of each other', () => {
    expect(chiSquare(many((i) => roll(0.5, i)))).toBeLessThan(63 + 6 * 11.2)
    const first = many((i) => i / count)
    expect(
      Math.abs(
        correlation(
          first,
          many((i) => roll(i / count, 0)),
        ),
      ),
    ).toBeLessThan(0.03)
    const zero = many((i) => roll(dice(seedName(i)), 0))
    const one = many((i) => roll(dice(seedName(i)), 1))
    expect(Math.abs(correlation(zero, one))).toBeLessThan(0.03)
    expect(roll(0.25, 3) * 4294967296).toBe(Math.floor(roll(0.25, 3) * 4294967296))
  })

  test('a deal has no card twice, a shuffle loses none, and every peer is picked alike', () => {
    const cards = [1, 2, 3, 4, 5, 6, 7]
    expect(new Set(deal(0.4, cards, 4)).size).toBe(4)
    expect([...shuffle(0.9, cards)].sort()).toEqual(cards)
    expect(deal(0.1, cards, 99)).toHaveLength(7)
    const picks = many((i) => (pick({ peers: [1, 2, 3, 4], dice: dice(seedName(i)) }) - 0.5) / 4)
    for (let id = 1; id <= 4; id++) {
      const share = picks.filter((u) => Math.floor(u * 4) === id - 1).length / count
      expect(Math.abs(share - 0.25)).toBeLessThan(0.01)
    }
    expect(pick({ peers: [], dice: 0.3 })).toBe(0)
  })
})
