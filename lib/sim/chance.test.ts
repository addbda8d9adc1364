// Chance by descent: what a reader changes re-rolls nothing that does not come from the change.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cone } from './cause'
import { chatter } from './chatter'
import { compare, onlyIn } from './compare'
import { eventAt, type Film, messageAt, shoot, worldAt } from './film'
import type { AnyScenario, Line } from './scenario'

const base = (seed: number, script: readonly Line[]): AnyScenario => ({
  protocol: 'chatter',
  nodes: 4,
  seed,
  delay: {
    mix: [
      [9, [5, 15]],
      [1, { exponential: 60 }],
    ],
  },
  loss: 0.05,
  duplicate: 0.05,
  until: 700,
  poster: 100,
  script,
})

const node = fc.integer({ min: 1, max: 4 })
const time = fc.integer({ min: 1, max: 600 })
const line: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(time, fc.record({ crash: node }), fc.constant(650)),
  fc.tuple(time, fc.record({ pause: node }), fc.constant(660)),
  fc.tuple(time, fc.record({ cut: fc.constant([[1, 2], [3]]) }), fc.constant(640)),
  fc.tuple(
    time,
    fc.record({ slow: fc.record({ from: node, delay: fc.constant(40) }) }),
    fc.constant(630),
  ),
  fc.tuple(time, fc.record({ drop: fc.record({ to: node, chance: fc.constant(0.5) }) })),
  fc.tuple(time, fc.record({ lose: fc.record({ from: node, to: node }) })),
  fc.tuple(time, fc.record({ bump: fc.record({ node, ms: fc.constant(90) }) })),
  fc.tuple(time, fc.record({ drift: fc.record({ node, ppm: fc.constant(50_000) }) })),
  fc.tuple(
    time,
    fc.record({ ask: fc.record({ node, type: fc.constant('greet'), word: fc.constant('ho') }) }),
  ),
) as fc.Arbitrary<Line>

const byName = (film: Film) =>
  new Map(
    Array.from({ length: film.length }, (_, i) => eventAt(film, i))
      .filter(({ kind }) => kind !== 'death')
      .map((event) => [event.name, event] as const),
  )

/** Delay, loss and the dice of an event, as far as the film shows them. */
const drawn = (film: Film, index: number) => {
  const { message, kind } = eventAt(film, index)
  if (kind !== 'message') return null
  const { sent, due, to, from, type } = messageAt(film, message)
  return { delay: Math.round((due - sent) * 1e6), to, from, type }
}

/** All that a node is at a moment, as text. */
const nodeAt = (film: Film, id: number, at: number) =>
  JSON.stringify(worldAt(film, at).nodes[id - 1])

describe('chance by descent', () => {
  test('every event whose name occurs in both films has the same draws in both', () => {
    fc.assert(
      fc.property(
        fc.nat(4294967295),
        fc.array(line, { maxLength: 3 }),
        line,
        (seed, script, more) => {
          // Weather that is slower is the one thing that changes a delay without re-rolling it.
          fc.pre(!('slow' in more[1]) && !script.some(([, what]) => 'slow' in what))
          const before = shoot(chatter, base(seed, script))
          const after = shoot(chatter, base(seed, [...script, more]))
          const names = byName(after)
          let shared = 0
          for (const [name, event] of byName(before)) {
            const other = names.get(name)
            if (!other) continue
            shared++
            expect(drawn(after, other.index)).toEqual(drawn(before, event.index))
          }
          expect(shared).toBeGreaterThan(3)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('events in one film only descend from the change, or from a node that it changed', () => {
    fc.assert(
      fc.property(fc.nat(4294967295), line, (seed, more) => {
        const before = shoot(chatter, base(seed, []))
        const after = shoot(chatter, base(seed, [more]))
        const old = byName(before)
        const { first } = compare(before, after)
        for (const event of byName(after).values()) {
          if (old.has(event.name)) continue
          expect(event.at).toBeGreaterThanOrEqual(more[0])
          expect(first && event.at >= first.at).toBe(true)
          if (event.kind === 'line' || event.kind === 'end' || event.kind === 'wake') continue
          const touched = [...cone(after, event.index)].some((i) => {
            const { line: by, at, name, node: id } = eventAt(after, i)
            return (
              by === 0 ||
              old.get(name)?.at !== at ||
              nodeAt(before, id, at) !== nodeAt(after, id, at)
            )
          })
          expect(touched).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('with one message lost at the start, all draws of other descents stay the same', () => {
    const before = shoot(chatter, base(11, []))
    const after = shoot(chatter, base(11, [[0, { lose: { from: 1, to: 2 } }]]))
    const names = byName(after)
    const same = [...byName(before)].filter(([name]) => names.has(name))
    expect(same.length / before.length).toBeGreaterThan(0.5)
    for (const [name, event] of same)
      expect(drawn(after, names.get(name)!.index)).toEqual(drawn(before, event.index))
  })
})

describe('films', () => {
  test('every state is left as it was: rules never mutate, and neither does the kernel', () => {
    const freeze = (it: unknown): unknown => {
      if (typeof it === 'object' && it !== null && !Object.isFrozen(it)) {
        Object.freeze(it)
        for (const part of Object.values(it)) freeze(part)
      }
      return it
    }
    type Rule = (...all: unknown[]) => readonly unknown[]
    const frozen = (rule: unknown) => ((...all) => freeze((rule as Rule)(...all))) as Rule
    const table = (rules: object) =>
      Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, frozen(rule)]))
    const solid = {
      ...chatter,
      start: frozen(chatter.start),
      wake: frozen(chatter.wake),
      on: table(chatter.on),
      after: table(chatter.after),
      ask: table(chatter.ask),
    } as unknown as typeof chatter
    const scenario = base(3, [[100, { crash: 1 }, 300]])
    expect(shoot(solid, scenario).length).toBe(shoot(chatter, scenario).length)
  })
})

describe('two films held against each other', () => {
  test('have nothing of their own where nothing was changed', () => {
    fc.assert(
      fc.property(fc.nat(4294967295), fc.array(line, { maxLength: 3 }), (seed, script) => {
        const [one, other] = [0, 1].map(() => shoot(chatter, base(seed, script)))
        const { events, messages, ends } = onlyIn(one!, other!)
        expect([...events, ...messages, ...ends]).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('have of their own only what is not earlier than the change', () => {
    fc.assert(
      fc.property(fc.nat(4294967295), line, (seed, more) => {
        const before = shoot(chatter, base(seed, []))
        const after = shoot(chatter, base(seed, [more]))
        for (const [one, other] of [
          [before, after],
          [after, before],
        ] as const) {
          const own = onlyIn(one, other)
          for (const i of own.events) expect(eventAt(one, i).at).toBeGreaterThanOrEqual(more[0])
          // One that was under way may die of the change.
          for (const id of [...own.messages, ...own.ends]) {
            const { until } = messageAt(one, id)
            expect(until).toBeGreaterThanOrEqual(more[0])
          }
        }
        const { events } = onlyIn(after, before)
        expect([...events].some((i) => eventAt(after, i).line === 0)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  test('tell apart a message that one of them loses', () => {
    const before = shoot(chatter, base(11, []))
    const after = shoot(chatter, base(11, [[0, { lose: { from: 1, to: 2 } }]]))
    const [id] = onlyIn(after, before).ends
    expect(messageAt(after, id!)).toMatchObject({ from: 1, to: 2, fate: 'lost' })
  })
})
