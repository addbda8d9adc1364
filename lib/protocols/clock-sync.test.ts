// Does each rule of the clocks do what Cristian and NTP ask? One test per rule.

import { describe, expect, test } from 'vitest'
import type { Values } from '@/lib/sim/protocol'
import { type ClockSync, clockSync, type State } from './clock-sync'
import { done, hereOf, said } from './here'

const nodes = ['clock', 'clock', 'server'] as const
type Options = Partial<Values<ClockSync['options']>>
const at = (clock: number, options: Options = {}, self = 1) =>
  hereOf(clockSync, { nodes, self, clock, options: { method: 'NTP', ...options } })
const [fresh] = clockSync.start(at(0, { method: 'not at all' })) as readonly [State]
/** A clock that has asked `times` times. */
const asking = (times: number): State => ({ ...fresh, poll: times })
const reply = (poll: number, t1: number, t2: number, t3 = t2) => ({ poll, t1, t2, t3 })

describe('clock-sync', () => {
  test('without a method a clock asks nobody', () => {
    expect(clockSync.start(at(0, { method: 'not at all' }))).toEqual([fresh])
  })

  test('without a server a clock asks nobody', () => {
    expect(clockSync.start(hereOf(clockSync, { nodes: 3 }))).toEqual([fresh])
  })

  test('a clock asks the server at the start, and again after each interval', () => {
    const step = clockSync.after.poll(fresh, at(0, { poll: 64_000 }))
    expect(step[0].poll).toBe(1)
    expect(done(step)).toEqual([
      { do: 'send', to: 3, type: 'request', body: { poll: 1, t1: 0 } },
      { do: 'wait', timer: 'poll', ms: 64_000 },
    ])
  })

  test('a server answers with when the question came and its answer went (RFC 5905 §8)', () => {
    const step = clockSync.on.request(fresh, { poll: 1, t1: 5 }, 2, at(40, {}, 3))
    expect(done(step)).toEqual([{ do: 'send', to: 2, type: 'reply', body: reply(1, 5, 40) }])
  })

  test('a server that thinks answers in turn, each after the same time', () => {
    const thinks = { think: 10 }
    const [one] = clockSync.on.request(fresh, { poll: 1, t1: 0 }, 1, at(40, thinks, 3))
    const [two] = clockSync.on.request(one, { poll: 1, t1: 1 }, 2, at(44, thinks, 3))
    const step = clockSync.after.think(two, at(50, thinks, 3))
    expect(done(step)).toEqual([
      { do: 'send', to: 1, type: 'reply', body: reply(1, 0, 40, 50) },
      { do: 'wait', timer: 'think', ms: 4 },
    ])
    expect(step[0].asked).toHaveLength(1)
  })

  test('NTP takes the time at the server out of the delay, Cristian does not', () => {
    const answer = reply(1, 0, 1010, 1050)
    const [ntp] = clockSync.on.reply(asking(1), answer, 3, at(60))
    const [cristian] = clockSync.on.reply(asking(1), answer, 3, at(60, { method: 'Cristian' }))
    expect(ntp.set).toMatchObject({ offset: 1000, delay: 20, bound: 10 })
    expect(cristian.set).toMatchObject({ offset: 1020, delay: 60, bound: 30 })
  })

  test('a clock that is stepped shows the server’s time at once', () => {
    const step = clockSync.on.reply(asking(1), reply(1, 0, 1010), 3, at(20))
    expect(clockSync.reads!(step[0], 20)).toBe(1020)
    expect(said(step)).toEqual(['n1 sets its clock by +1000 ms, sure to 10 ms'])
  })

  test('a step backwards is counted', () => {
    const [s] = clockSync.on.reply(asking(1), reply(1, 1000, 10), 3, at(1020))
    expect(s.jumpedBack).toBe(1)
    expect(clockSync.reads!(s, 1020)).toBe(20)
  })

  test('a clock that is slewed turns at the rate, and never jumps back', () => {
    const slow = at(1020, { slew: true, ratePpm: 500 })
    const [s] = clockSync.on.reply(asking(1), reply(1, 1000, 9), 3, slow)
    expect(s.jumpedBack).toBe(0)
    expect(clockSync.reads!(s, 1020)).toBe(1020)
    expect(clockSync.reads!(s, 1020 + 2000)).toBe(3020 - 1)
    expect(clockSync.face(s, slow).word).toBe('turning')
  })

  test('of several answers the one with the least delay is believed (Cristian 1989)', () => {
    const three = { samples: 3 }
    const answers = [at(22, three), at(25, three), at(20, three)]
    const s = answers.reduce(
      (before, here) => clockSync.on.reply(before, reply(1, 0, 500), 3, here)[0],
      asking(1),
    )
    expect(s.set).toMatchObject({ delay: 20, bound: 10 })
  })

  test('if some answers are lost, those that came are used before asking again', () => {
    const two = { samples: 2 }
    const [s] = clockSync.on.reply(asking(1), reply(1, 0, 1010), 3, at(20, two))
    expect(s.set).toBeNull()
    const [later] = clockSync.after.poll(s, at(900, two))
    expect(later.set).toMatchObject({ offset: 1000 })
    expect(later.poll).toBe(2)
  })

  test('an answer to an older question, or a repeated one, is not used', () => {
    expect(clockSync.on.reply(asking(2), reply(1, 0, 500), 3, at(20))).toEqual([asking(2)])
    const [s] = clockSync.on.reply(asking(1), reply(1, 0, 510), 3, at(20))
    expect(clockSync.on.reply(s, reply(1, 0, 510), 3, at(90))).toEqual([s])
  })

  test('a correction is lost in a crash, and asked for anew on waking', () => {
    const [set] = clockSync.on.reply(asking(1), reply(1, 0, 1010), 3, at(20))
    const step = clockSync.wake!(set, at(500))
    expect(clockSync.reads!(step[0], 500)).toBe(500)
    expect(done(step)).toMatchObject([{ type: 'request', body: { poll: 2, t1: 500 } }, {}])
  })

  test('the face shows the time of day that the clock would show', () => {
    const noon = 12 * 3_600_000 + 61_234.5
    expect(clockSync.face(fresh, at(noon)).holds).toBe('12:01:01.235')
    expect(clockSync.face(fresh, at(-1)).holds).toBe('23:59:59.999')
  })
})
