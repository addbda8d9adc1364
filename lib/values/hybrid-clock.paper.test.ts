// Hybrid clocks against the eight steps of CockroachDB's test, by both rules.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HybridClock, hybridClock } from './hybrid-clock'

const { now, receive, later, compare, zero } = hybridClock

// cockroachdb pkg/util/hlc TestHLCClock; the last pair is the paper's receive rule (derived).
const steps: [physical: number, heard: number[] | null, cockroach: number[], paper: number[]][] = [
  [5, null, [5, 0], [5, 0]],
  [6, null, [6, 0], [6, 0]],
  [10, [10, 5], [10, 6], [10, 6]],
  [7, null, [10, 7], [10, 7]],
  [8, [10, 4], [10, 9], [10, 8]],
  [10, [10, 99], [10, 100], [10, 100]],
  [11, [10, 31], [11, 1], [11, 0]],
  [11, null, [11, 2], [11, 1]],
]
const pair = (clock: HybridClock) => [clock.wall, clock.logical]
const clockOf = ([wall, logical]: number[]) => ({ wall: wall!, logical: logical! })

test('the receive rule of the paper gives its column in all eight steps', () => {
  let clock = zero
  for (const [physical, heard, , paper] of steps) {
    clock = heard ? receive(clock, clockOf(heard), physical) : now(clock, physical)
    expect(pair(clock)).toEqual(paper)
  }
})

test('Now, Update, Now gives the column of CockroachDB in all eight steps', () => {
  let clock = zero
  for (const [physical, heard, cockroach] of steps) {
    clock = now(clock, physical)
    if (heard) clock = now(later(clock, clockOf(heard)), physical)
    expect(pair(clock)).toEqual(cockroach)
  }
})

test('no event is earlier than what it has heard of, and none runs ahead of all clocks', () => {
  const step = fc.record({ node: fc.nat(2), physical: fc.nat(50), hears: fc.nat(99) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (list) => {
      const clocks = [zero, zero, zero]
      const stamps: HybridClock[] = []
      let highest = 0
      for (const { node, physical, hears } of list) {
        const before = clocks[node]!
        const heard = stamps.length > 0 ? stamps[hears % stamps.length]! : undefined
        const stamp = heard ? receive(before, heard, physical) : now(before, physical)
        highest = Math.max(highest, physical)
        expect(compare(stamp, before)).toBeGreaterThan(0)
        if (heard) expect(compare(stamp, heard)).toBeGreaterThan(0)
        expect(stamp.wall).toBeLessThanOrEqual(highest)
        clocks[node] = stamp
        stamps.push(stamp)
      }
    }),
    { seed: 11 },
  )
})
