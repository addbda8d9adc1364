// What becomes of messages, one sentence each.

import { describe, expect, test } from 'vitest'
import { chatter } from './chatter'
import { type Film, messagesOf, shoot, walls } from './film'
import type { AnyScenario, Line } from './scenario'

const film = (more: Partial<AnyScenario> = {}) =>
  shoot(chatter, {
    protocol: 'chatter',
    nodes: 4,
    seed: 7,
    delay: [5, 15],
    until: 1000,
    poster: 100,
    ...more,
  })
const script = (...lines: Line[]) => film({ script: lines })
const deaths = (it: Film, fate: string) => [...messagesOf(it)].filter((m) => m.fate === fate)

describe('messages', () => {
  test('one lost by chance dies half-way, one to a node that is down when it is due', () => {
    const it = film({ loss: 0.3, script: [[200, { crash: 2 }, 400]] })
    const lost = deaths(it, 'lost')
    expect(lost.length).toBeGreaterThan(20)
    for (const { sent, due, until } of lost) expect(until).toBe(sent + (due - sent) / 2)
    const unheard = deaths(it, 'unheard')
    expect(unheard.length).toBeGreaterThan(3)
    for (const { to, due, until } of unheard)
      expect([to, until, due >= 200 && due < 400]).toEqual([2, due, true])
  })

  test('a wall kills what crosses it at that moment, even if it falls before that is due', () => {
    const it = film({
      delay: 100,
      script: [
        [
          300,
          {
            cut: [
              [1, 2],
              [3, 4],
            ],
          },
          310,
        ],
      ],
    })
    const cut = deaths(it, 'cut')
    expect(cut.length).toBeGreaterThan(5)
    for (const { from, to, until, sent } of cut) {
      expect(from < 3 !== to < 3).toBe(true)
      expect(until).toBe(Math.max(300, sent))
    }
    expect(walls(it).map(({ from, to }) => [from, to])).toEqual([[300, 310]])
  })

  test('a cut of one group, and of one way on a link', () => {
    const alone = deaths(script([100, { cut: [[2]] }, 900]), 'cut')
    expect(alone.every(({ from, to }) => from === 2 || to === 2)).toBe(true)
    expect(new Set(alone.map(({ from }) => from)).size).toBe(4)
    const oneWay = deaths(script([100, { cut: { from: 1, to: 3 } }, 900]), 'cut')
    expect(oneWay.length).toBeGreaterThan(2)
    expect(oneWay.every(({ from, to }) => from === 1 && to === 3)).toBe(true)
  })

  test('with fifo none overtakes another on its link', () => {
    const overtakes = (fifo: boolean) => {
      const all = [...messagesOf(film({ fifo, delay: { exponential: 60 } }))]
      return all.filter((m) =>
        all.some((b) => b.from === m.from && b.to === m.to && b.id < m.id && b.due > m.due),
      ).length
    }
    expect(overtakes(false)).toBeGreaterThan(5)
    expect(overtakes(true)).toBe(0)
  })

  test('messages from a node that crashed travel on', () => {
    const it = film({ delay: 50, script: [[200, { crash: 1 }]] })
    const after = [...messagesOf(it)].filter((m) => m.from === 1 && m.sent < 200 && m.due > 200)
    expect(after.length).toBeGreaterThan(0)
    for (const { fate } of after) expect(fate).toBe('arrived')
  })

  test('lose takes the nth such message from then on, and no other', () => {
    const lose = (nth: number): Line => [100, { lose: { from: 1, to: 2, type: 'hello', nth } }]
    const hellos = [...messagesOf(film())].filter(
      (m) => m.from === 1 && m.to === 2 && m.type === 'hello' && m.sent > 100,
    )
    for (const nth of [1, 2]) {
      const lost = deaths(script(lose(nth)), 'lost')
      expect(lost.map(({ sent }) => sent)).toEqual([hellos[nth - 1]!.sent])
    }
  })

  test('slow, drop and duplicate change the weather of their links, while they last', () => {
    const slow = [...messagesOf(script([200, { slow: { from: 1, delay: 77 } }, 400]))]
    for (const { from, sent, due } of slow)
      expect(Math.abs(due - sent - 77) < 1e-9).toBe(from === 1 && sent >= 200 && sent < 400)
    const drop = deaths(script([200, { drop: { to: 3, chance: 1 } }, 400]), 'lost')
    expect(drop.length).toBeGreaterThan(3)
    expect(drop.every(({ to, sent }) => to === 3 && sent >= 200 && sent < 400)).toBe(true)
    const twice = [...messagesOf(script([200, { duplicate: { chance: 1 } }, 400]))]
    const once = [...messagesOf(film())]
    expect(twice.length).toBeGreaterThan(once.length + 10)
  })
})
