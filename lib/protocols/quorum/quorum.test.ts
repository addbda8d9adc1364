// Does each rule of quorum reads and writes do what the papers say? One test per rule.

import { describe, expect, test } from 'vitest'
import type { Values } from '@/lib/sim/protocol'
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

  test('a reader mends those who answered with something older, also late (Dynamo §4.5)', () => {
    const here = at(4, 20, { repair: true })
    const [one] = reply(reading, 1, version(1), here)
    const two = reply(one, 2, version(2), here)
    const mend = (to: number) => ({
      do: 'send',
      to,
      type: 'repair',
      body: { version: version(2) },
    })
    expect(done(two)).toEqual([mend(1)])
    expect(done(reply(two[0], 3, version(0), here))).toEqual([mend(3)])
  })

  test('without read repair nobody is mended', () => {
    const [one] = reply(reading, 1, version(1))
    expect(done(reply(one, 2, version(2)))).toEqual([])
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
    expect(done(wrote)).toEqual([{ do: 'wait', timer: 'next', ms: 25 }])
    const [read] = quorum.after.next(wrote[0], here)
    expect(read.ops.map((op) => op.type)).toEqual(['write', 'read'])
    const end = quorum.on.reply(read, { nth: 2, version: version(1) }, 1, here)
    expect(end[0].ops).toHaveLength(2)
  })
})
