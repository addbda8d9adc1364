// Does each rule of quorum reads and writes do what the papers say? One test per rule.

import { describe, expect, test } from 'vitest'
import { linearizable } from '@/lib/checks/linearizable'
import { models } from '@/lib/checks/model'
import { shoot, worldAt } from '@/lib/sim/film'
import type { Values } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { done, hereOf, said } from '../here'
import { quorum } from './index'
import { fresh, type Quorum, type State, type Version } from './kind'

const nodes = ['replica', 'replica', 'replica', 'client'] as const
const at = (self: number, clock = 0, options: Partial<Values<Quorum['options']>> = {}) =>
  hereOf(quorum, { nodes, self, clock, options })
const version = (n: number, by = 4, value = `v${n}`): Version => ({ n, by, value })
const [writing] = quorum.ask.write(fresh, { value: 'Ada' }, at(4, 10))
const [reading] = quorum.ask.read(fresh, {}, at(4, 10))
const reply = (s: State, from: number, v: Version, here = at(4, 20)) =>
  quorum.on.reply(s, { nth: 1, version: v }, from, here)

/** Who has the answers waits no longer, and is not drawn as if. */
const rested = { do: 'stop', timer: 'patience' }

describe('quorum', () => {
  test('a write goes to all copies, with a version above all that its writer knows', () => {
    const step = quorum.ask.write({ ...fresh, known: 6 }, { value: 'Ada' }, at(4))
    const body = { nth: 1, version: version(7, 4, 'Ada') }
    expect(done(step)).toEqual([
      ...[1, 2, 3].map((to) => ({ do: 'send', to, type: 'write', body })),
      { do: 'wait', timer: 'patience', ms: 1000 },
    ])
  })

  test('with spread “quorum” it goes to W random copies only', () => {
    const step = quorum.ask.write(fresh, { value: 'Ada' }, at(4, 0, { spread: 'quorum', w: 2 }))
    expect(done(step)).toHaveLength(2 + 1)
  })

  test('a write has ended when W copies have answered, each counted once (Gifford 1979)', () => {
    const [one] = quorum.on.wrote(writing, { nth: 1 }, 1, at(4, 20))
    const [again] = quorum.on.wrote(one, { nth: 1 }, 1, at(4, 25))
    expect(again.ops[0]!.to).toBeNull()
    const two = quorum.on.wrote(again, { nth: 1 }, 3, at(4, 30))
    expect(two[0].ops[0]).toMatchObject({ to: 30, outcome: 'ok', copies: [1, 3] })
    expect(said(two)).toEqual(['n4 has written version 1 (Ada)'])
  })

  test('a copy keeps the newest version whatever arrives later', () => {
    const [s] = quorum.on.write(fresh, { nth: 2, version: version(2) }, 4, at(1))
    const older = quorum.on.write(s, { nth: 1, version: version(1) }, 4, at(1))
    expect(older[0].version.n).toBe(2)
    expect(done(older)).toEqual([{ do: 'send', to: 4, type: 'wrote', body: { nth: 1 } }])
  })

  test('a writer that looks asks R copies, and writes above the newest (Gifford 1979)', () => {
    const here = at(4, 10, { looks: true })
    const [looking, ...asks] = quorum.ask.write(fresh, { value: 'Ada' }, here)
    expect(done([looking, ...asks]).slice(0, 3)).toEqual(
      [1, 2, 3].map((to) => ({ do: 'send', to, type: 'read', body: { nth: 1 } })),
    )
    const [one] = reply(looking, 1, version(3, 5), here)
    const two = reply(one, 2, version(1), here)
    const body = { nth: 1, version: version(4, 4, 'Ada') }
    expect(done(two)).toEqual([1, 2, 3].map((to) => ({ do: 'send', to, type: 'write', body })))
    // A third answer comes too late to count, and the write waits for W of its own.
    expect(reply(two[0], 3, version(9, 5), here)).toEqual([two[0]])
    expect(two[0].ops[0]).toMatchObject({ to: null, version: { n: 4 } })
  })

  test('of two versions with one number that of the greater client is kept by all', () => {
    const [a, b] = [version(1, 4), version(1, 5)]
    const order = (first: Version, second: Version) => {
      const [s] = quorum.on.write(fresh, { nth: 1, version: first }, 4, at(1))
      return quorum.on.write(s, { nth: 1, version: second }, 5, at(1))[0].version
    }
    expect([order(a, b), order(b, a)]).toEqual([b, b])
  })

  test('a read returns the newest of the first R replies', () => {
    const [one] = reply(reading, 1, version(2))
    const two = reply(one, 2, version(1))
    expect(two[0].ops[0]).toMatchObject({ to: 20, outcome: 'ok', version: version(2) })
    expect(said(two)).toEqual(['n4 reads version 2 (v2)'])
  })

  test('a reader mends those who answered with something older, also late (Dynamo §5)', () => {
    const here = at(4, 20, { repair: true })
    const [one] = reply(reading, 1, version(1), here)
    const two = reply(one, 2, version(2), here)
    const mend = (to: number) => ({
      do: 'send',
      to,
      type: 'repair',
      body: { version: version(2) },
    })
    expect(done(two)).toEqual([rested, mend(1)])
    expect(done(reply(two[0], 3, version(0), here))).toEqual([mend(3)])
  })

  test('without read repair nobody is mended', () => {
    const [one] = reply(reading, 1, version(1))
    expect(done(reply(one, 2, version(2)))).toEqual([rested])
  })

  test('a reader that writes back returns when W copies have what it read (ABD 1995)', () => {
    const here = at(4, 20, { writeBack: true })
    const [one] = reply(reading, 1, version(2), here)
    const two = reply(one, 2, version(1), here)
    const body = { nth: 1, version: version(2) }
    expect(done(two)).toEqual([1, 2, 3].map((to) => ({ do: 'send', to, type: 'write', body })))
    expect(two[0].ops[0]).toMatchObject({ to: null, back: true })
    // Replies to the read are not answers to what it writes.
    expect(reply(two[0], 3, version(3), here)).toEqual([two[0]])
    const [told] = quorum.on.wrote(two[0], { nth: 1 }, 1, here)
    const end = quorum.on.wrote(told, { nth: 1 }, 3, here)
    expect(end[0].ops[0]).toMatchObject({ to: 20, outcome: 'ok', version: version(2) })
    expect(said(end)).toEqual(['n4 reads version 2 (v2)'])
  })

  test('a reader of nothing has nothing to write back', () => {
    const here = at(4, 20, { writeBack: true })
    const [one] = reply(reading, 1, version(0, 0, ''), here)
    expect(reply(one, 2, version(0, 0, ''), here)[0].ops[0]).toMatchObject({ outcome: 'ok' })
  })

  test('an answer to an earlier operation does not count', () => {
    const [later] = quorum.ask.read(
      { ...writing, ops: [{ ...writing.ops[0]!, to: 20 }] },
      {},
      at(4),
    )
    expect(quorum.on.wrote(later, { nth: 1 }, 1, at(4))).toEqual([later])
  })

  test('a client does one thing at a time', () => {
    expect(said(quorum.ask.read(writing, {}, at(4)))).toEqual(['n4 is busy'])
  })

  test('a client without a quorum of answers gives up, and does not know', () => {
    const step = quorum.after.patience(writing, at(4, 1010))
    expect(step[0].ops[0]).toMatchObject({ to: 1010, outcome: 'unknown' })
    expect(said(step)).toEqual(['n4 gives up: no quorum answered its write'])
  })

  test('the workload reads each write again after the lag', () => {
    const here = at(4, 0, { pairs: 1, lag: 25, w: 1, r: 1 })
    const [start] = quorum.start(here)
    const wrote = quorum.on.wrote(start, { nth: 1 }, 2, here)
    expect(done(wrote)).toEqual([rested, { do: 'wait', timer: 'next', ms: 25 }])
    const [read] = quorum.after.next(wrote[0], here)
    expect(read.ops.map((op) => op.type)).toEqual(['write', 'read'])
    const end = quorum.on.reply(read, { nth: 2, version: version(1) }, 1, here)
    expect(end[0].ops).toHaveLength(2)
  })
})

describe('a write that reaches one copy of three, and two readers after each other', () => {
  type Lines = NonNullable<AnyScenario['script']>
  const inversion = (writeBack: boolean, clocks: AnyScenario['clocks'] = [], more: Lines = []) => {
    const scenario: AnyScenario = {
      protocol: 'quorum',
      nodes: ['replica', 'replica', 'replica', 'client', 'client', 'client'],
      options: { looks: true, writeBack },
      clocks,
      seed: 1,
      delay: 10,
      script: [
        [0, { ask: { node: 4, type: 'write', value: 'Ada' } }],
        // The writer hears of R copies at 20 ms, and then reaches the first copy alone.
        [25, { cut: [[4], [2, 3]] }, 380],
        [50, { slow: { from: 3, to: 5, delay: 60 } }, 90],
        [60, { ask: { node: 5, type: 'read' } }],
        [150, { slow: { from: 1, to: 6, delay: 60 } }, 190],
        [160, { ask: { node: 6, type: 'read' } }],
        ...more,
      ],
      until: 390,
      poster: 0,
    }
    const film = shoot(quorum, scenario)
    expect(film.broken).toEqual([])
    const world = worldAt(film, 390)
    return {
      verdict: linearizable(quorum.history!(world as never), models.register).holds,
      facts: quorum.facts(world as never),
    }
  }

  test('without write-back the second sees less than the first: the checker says no', () => {
    const { verdict, facts } = inversion(false)
    expect(facts).toMatchObject({ reads: 2, backwards: 1, stale: 0, overlap: true })
    expect(verdict).toBe('no')
  })

  test('what is stale, or older than before, does not depend on where the clocks stand', () => {
    const { facts } = inversion(false)
    for (const wrong of [-5000, 5000]) {
      const clocks = [{}, {}, {}, { offset: wrong }, {}, { offset: -wrong }]
      const { behind, backwards, stale, staleShare } = inversion(false, clocks).facts
      expect(facts).toMatchObject({ behind, backwards, stale, staleShare })
    }
  })

  test('a clock that jumps afterwards changes nothing of what has been', () => {
    const { facts, verdict } = inversion(false)
    for (const [node, ms] of [
      [4, 5000],
      [5, -5000],
      [6, -5000],
    ] as const)
      expect(inversion(false, [], [[380, { bump: { node, ms } }]])).toEqual({ facts, verdict })
  })

  test('with write-back it does not (Attiya, Bar-Noy and Dolev 1995)', () => {
    const { verdict, facts } = inversion(true)
    expect(facts).toMatchObject({ reads: 2, backwards: 0, lastRead: 'Ada' })
    expect(verdict).toBe('yes')
  })
})
