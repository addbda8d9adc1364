// Links: what goes in comes out, and nothing that comes from outside can throw.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { bytesOf, textOf } from './base64url'
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
  fc.record({ lose: fc.record({ from: node, to: node }) }),
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
        expect(bytesOf(textOf(text))).toBe(text)
        expect(textOf(text)).toMatch(/^[\w-]*$/)
      }),
    )
  })

  test('random bytes and JSON, huge numbers, deep nests: each gets one sentence', async () => {
    const deep = `${'['.repeat(1400)}${']'.repeat(1400)}`
    const texts = fc.oneof(
      fc.string(),
      fc.string({ minLength: 4001, maxLength: 5000 }),
      fc.json().map(textOf),
      fc.constant(textOf(deep)),
      fc
        .record({
          protocol: fc.constantFrom('raft', 'none', '__proto__', 'toString'),
          nodes: fc.anything(),
        })
        .map((it) => textOf(JSON.stringify([0, '00000000', it]))),
      fc
        .tuple(
          scenario,
          fc.constantFrom('nodes', 'seed', 'delay', 'script', 'until', 'options'),
          fc.json(),
        )
        .map(([run, key, json]) =>
          textOf(JSON.stringify([0, '00000000', { ...run, [key]: JSON.parse(json) }])),
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

  test('a million lines, and what is named wrongly, are refused in one sentence', async () => {
    const fault = async (value: unknown) => {
      const back = await decode(textOf(JSON.stringify(value)))
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
