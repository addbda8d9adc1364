// Is a clock's offset reckoned as Cristian and NTP do, and its correction as slow as asked for?

import { describe, expect, test } from 'vitest'
import { boundOf, correctionAt, cristianOffset, ntpDelay, ntpOffset } from './clock-correction'

/** The four timestamps of the worked example, in ms after 16:34:00. */
const [t1, t2, t3, t4] = [13_430, 23_480, 25_700, 15_725] as const

describe('clock correction', () => {
  test('NTP’s worked example is ahead by 10.0125 s with a delay of 0.075 s (RFC 5905 §8)', () => {
    expect(ntpOffset(t1, t2, t3, t4)).toBe(10_012.5)
    expect(ntpDelay(t1, t2, t3, t4)).toBe(75)
    expect(boundOf(75, 0)).toBe(37.5)
  })

  test('of Cristian’s three samples the shortest sets the clock to 10:54:28.352 ± 10 ms', () => {
    const [rtt, said] = [20, 28_342] as const
    const [asked, answered] = [5_000, 5_000 + rtt] as const
    expect(answered + cristianOffset(asked, said, answered)).toBe(28_352)
    expect([22, 25, rtt].map((ms) => boundOf(ms, 0))).toEqual([11, 12.5, 10])
  })

  test('knowing that no message takes less than 8 ms makes it ± 2 ms (Cristian 1989)', () => {
    expect(boundOf(20, 8)).toBe(2)
  })

  test('asymmetry misleads both by half of the difference, and the bound covers it', () => {
    // The server is right; the question took 10 ms, the answer 50 ms.
    const offset = ntpOffset(0, 10, 10, 60)
    expect(offset).toBe(-20)
    expect(cristianOffset(0, 10, 60)).toBe(-20)
    expect(Math.abs(offset)).toBeLessThanOrEqual(boundOf(ntpDelay(0, 10, 10, 60), 0))
  })

  test('a step is a correction that has nothing left to turn', () => {
    const step = { from: 7, to: 7, at: 100, ratePpm: 500 }
    expect([0, 100, 200].map((ms) => correctionAt(step, ms))).toEqual([7, 7, 7])
  })

  test('500 ppm take 2 s for 1 ms, forwards or backwards, and stop there', () => {
    const ahead = { from: 0, to: 1, at: 1000, ratePpm: 500 }
    const back = { ...ahead, to: -1 }
    expect([500, 1000, 2000, 3000, 9000].map((ms) => correctionAt(ahead, ms))).toEqual([
      0, 0, 0.5, 1, 1,
    ])
    expect([1000, 2000, 3000, 9000].map((ms) => correctionAt(back, ms))).toEqual([0, -0.5, -1, -1])
  })
})
