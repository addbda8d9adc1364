// Links: what goes in comes out, and nothing that comes from outside can throw.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { fromBase64url, toBase64url } from './base64url'
import { decode, encode } from './link'
import { shorten } from './short'

const node = fc.integer({ min: 1, max: 5 })
const at = fc.integer({ min: 0, max: 900 })
const fault = fc.oneof(
  fc.record({ pause: fc.constant('leader') }),
  fc.record({ crash: fc.constant('leader'), wipe: fc.boolean() }),
  fc.record({ cut: fc.constant([[1, 2], [3]]) }),
  fc.record({
    drop: fc.record({ from: node, chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
  }),
)
const act = fc.oneof(
  fc.record({ lose: fc.record({ from: node, to: node }).filter(({ from, to }) => from !== to) }),
  fc.record({ bump: fc.record({ node, ms: fc.integer() }) }),
  fc.record({ ask: fc.record({ node, type: fc.constant('campaign') }) }),
)
const lines = fc.array(
  fc.oneof(fc.tuple(at, fault), fc.tuple(at, fault, fc.constant(950)), fc.tuple(at, act)),
  { maxLength: 6 },
)
const scenario = fc.record({
  protocol: fc.constant('raft'),
  nodes: fc.constantFrom(5, 7),
  seed: fc.nat(4294967295),
  delay: fc.constantFrom([5, 15], 10, { exponential: 12 }),
  loss: fc.constantFrom(0, 0.25),
  title: fc.constantFrom('A run', 'Zwölf — “quoted”', '数'),
  script: lines as fc.Arbitrary<Line[]>,
  until: fc.constant(1000),
  poster: at,
}) as fc.Arbitrary<AnyScenario>

const raft = await protocols.raft()

/** A run in which every kind of thing that a link can hold stands somewhere. */
const whole = {
  protocol: 'raft-clients',
  options: { election: [150, 300], logs: [[1], [1, 2], []] },
  nodes: { roles: '00011' },
  names: ['a', 'b', 'c', 'd', 'e'],
  clocks: [{ offset: 5, driftPpm: 20 }],
  seed: 1,
  delay: { each: { vote: { mix: [[1, { pareto: [3, 2] }]] } }, other: [5, 15] },
  loss: 0.1,
  links: [
    [1, 2],
    [2, 3],
  ],
  script: [
    [1, { ask: { node: 4, type: 'order', value: 'x' } }],
    [2, { cut: [[1, 'leader'], [3]] }, 90],
    [3, { cut: { from: 1, to: 2 } }, 90],
    [4, { crash: 1, wipe: true }, 60],
    [5, { lose: { from: 1, to: 2, type: 'vote', nth: 2 } }],
    [6, { slow: { from: 1, delay: { exponential: 9 } } }, 70],
    [7, { turn: { randomised: true } }],
    [8, { bump: { node: 2, ms: 40 } }],
  ],
  until: 100,
  poster: 0,
  title: 'A run',
  pictures: ['lanes'],
  levers: [{ label: 'more', lines: [[1, { pause: 1 }]], options: { randomised: true } }],
  against: { label: 'other', beside: 'one', options: {}, script: [], nodes: 3 },
}
const placesIn = (value: unknown): (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([k, v]) => placesIn(v).map((rest) => [k, ...rest]))]
const withAt = (value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown => {
  if (key === undefined) return put
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = withAt(copy[key], rest, put)
  return copy
}
const hostile = ['toString', 'valueOf', 'toJSON', 'length', 'constructor', '__proto__', 'roles']
const oddValue = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom(null, true, -1, 0.5, 1e308, '', [], {}, [[]], [null]),
  fc
    .tuple(fc.constantFrom(...hostile), fc.constantFrom(1, null, {}, 'x'))
    .chain(([key, value]) => fc.constantFrom({ [key]: value }, [{ [key]: value }])),
)

describe('links', () => {
  test('decode after encode is the identity, up to what goes without saying', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, at, async (run, moment) => {
        const shared = { scenario: run, at: moment, fingerprint: '00c0ffee' }
        const back = await decode(encode(shared, raft))
        if ('fault' in back) throw new Error(back.fault)
        expect(shorten(back.scenario, raft)).toEqual(shorten(run, raft))
        expect([back.at, back.fingerprint]).toEqual([moment, '00c0ffee'])
        expect(fingerprint(shoot(raft, back.scenario))).toBe(fingerprint(shoot(raft, run)))
      }),
      { numRuns: 60 },
    )
  })

  test('texts go through base64url unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromBase64url(toBase64url(text))).toBe(text)
        expect(toBase64url(text)).toMatch(/^[\w-]*$/)
      }),
    )
  })

  test('random bytes and JSON, huge numbers, deep nests: each gets one sentence', async () => {
    const deep = `${'['.repeat(1400)}${']'.repeat(1400)}`
    const texts = fc.oneof(
      fc.string(),
      fc.string({ minLength: 4001, maxLength: 5000 }),
      fc.json().map(toBase64url),
      fc.constant(toBase64url(deep)),
      fc
        .record({
          protocol: fc.constantFrom('raft', 'none', '__proto__', 'toString'),
          nodes: fc.anything(),
        })
        .map((it) => toBase64url(JSON.stringify([0, '00000000', it]))),
      fc
        .tuple(
          scenario,
          fc.constantFrom('nodes', 'seed', 'delay', 'script', 'until', 'options'),
          fc.json(),
        )
        .map(([run, key, json]) =>
          toBase64url(JSON.stringify([0, '00000000', { ...run, [key]: JSON.parse(json) }])),
        ),
    )
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const back = await decode(text)
        if ('fault' in back) expect(back.fault).toMatch(/^This link .*\.$/s)
        else
          expect(
            shoot(raft, { ...back.scenario, until: 10, poster: 0, script: [] }).length,
          ).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })

  test('an odd object in any place of a link gets one sentence, or is a run', async () => {
    const places = placesIn(whole)
    expect(await decode(toBase64url(JSON.stringify([0, '00000000', whole])))).not.toHaveProperty(
      'fault',
    )
    const said = async (link: unknown) => {
      const back = await decode(toBase64url(JSON.stringify(link)))
      if ('fault' in back) expect(back.fault).toMatch(/^This link .*\.$/s)
    }
    for (const place of places)
      for (const key of hostile)
        for (const odd of [{ [key]: 1 }, [{ [key]: 1 }], key])
          await said([0, '00000000', withAt(whole, place, odd)])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places), oddValue), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0, 1, 2, undefined),
        (changes, nth) => {
          const run = changes.reduce<unknown>((it, [place, odd]) => {
            try {
              return withAt(it, place, odd)
            } catch {
              return it
            }
          }, whole)
          const link = [0, '00000000', run]
          return said(nth === undefined ? link : link.with(nth, changes[0]![1] as never))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a million lines, and what is named wrongly, are refused in one sentence', async () => {
    const fault = async (value: unknown) => {
      const back = await decode(toBase64url(JSON.stringify(value)))
      return 'fault' in back ? back.fault : 'none'
    }
    const run = { protocol: 'raft', nodes: 5, seed: 1, delay: 10, until: 1000, poster: 0 }
    const lines = Array.from({ length: 1_000_000 }, () => [1, { crash: 1 }])
    expect(await fault([0, '00000000', { ...run, script: lines }])).toMatch('too long')
    const wrong: [object, string][] = [
      [{ nodes: 1e9 }, 'nodes: expected 1 to 200 nodes'],
      [{ seed: -1 }, 'seed: expected a whole number below 2^32'],
      [{ until: 1e300 }, 'until: expected'],
      [{ script: [[10, { crash: 6 }]] }, 'script.0.1.crash: there is no node 6'],
      [{ script: [[10, { explode: 1 }]] }, 'there is no "explode"'],
      [
        {
          script: [
            [10, { crash: 1 }, 50],
            [20, { crash: 1 }, 30],
          ],
        },
        'n1 has another crash',
      ],
      [{ options: { speed: 3 } }, 'there is no option "speed"'],
      [{ extra: 1 }, 'there is no "extra"'],
      [{ protocol: 'paxo' }, 'names a protocol that is not here: "paxo"'],
    ]
    for (const [more, says] of wrong)
      expect(await fault([0, '00000000', { ...run, ...more }])).toMatch(says)
    expect(await fault([1e9, '00000000', run])).toMatch('outside the run')
    expect(await fault([0, 'nope', run])).toMatch('no fingerprint')
    expect(await fault([0, '00000000', run])).toBe('none')
  })
})
