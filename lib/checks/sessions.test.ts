// Sequential, causal, PRAM and the session guarantees: the papers' examples, and every order tried.

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/sim/protocol'
import { accesses, inSession } from './accesses'
import { byAllOrders, operation, sessions } from './history.fixture'
import { linearizable } from './linearizable'
import { models } from './model'
import { sequential } from './sequential'
import { type GuaranteeName, guaranteed } from './sessions'

const { kv } = models
const names: GuaranteeName[] = [
  'read-your-writes',
  'monotonic-reads',
  'monotonic-writes',
  'writes-follow-reads',
  'pram',
  'causal',
]
/** The rungs that a history is not on. */
const broken = (history: Operation[]) => [
  ...names.filter((name) => guaranteed(history, name).holds === 'no'),
  ...(sequential(history, kv, { initial: null }).holds === 'no' ? ['sequential'] : []),
]

describe('examples', () => {
  test.each<[string, { [client: string]: string }, string[]]>([
    ['a copy that lags', { A: 'w1 w2', B: 'r- r1 r2' }, []],
    [
      'a session that does not see its own write',
      { A: 'w1 r-' },
      ['read-your-writes', 'pram', 'causal', 'sequential'],
    ],
    [
      'a session that sees its older write again',
      { A: 'w1 w2 r1' },
      ['read-your-writes', 'pram', 'causal', 'sequential'],
    ],
    [
      'a read that goes back to nothing',
      { A: 'w1', B: 'r1 r-' },
      ['monotonic-reads', 'pram', 'causal', 'sequential'],
    ],
    [
      'a read that goes back to an older value',
      { A: 'w1 w2', B: 'r2 r1' },
      ['monotonic-reads', 'monotonic-writes', 'pram', 'causal', 'sequential'],
    ],
    [
      'the second write of a session seen without its first',
      { A: 'wx1 wy2', B: 'ry2 rx-' },
      ['monotonic-writes', 'pram', 'causal', 'sequential'],
    ],
    [
      'an answer seen without its question',
      { A: 'wx1', B: 'rx1 wy2', C: 'ry2 rx-' },
      ['writes-follow-reads', 'causal', 'sequential'],
    ],
    [
      'an answer older than its question',
      { A: 'w1', B: 'r1 w2', C: 'r2 r1' },
      ['writes-follow-reads', 'causal', 'sequential'],
    ],
    [
      'two sessions that see two writes in opposite orders',
      { A: 'w1', B: 'w2', C: 'r1 r2', D: 'r2 r1' },
      ['sequential'],
    ],
    ['each session without the other’s write', { A: 'wx1 ry-', B: 'wy1 rx-' }, ['sequential']],
  ])('%s', (_, lines, expected) => {
    expect(broken(sessions(lines))).toEqual(expected)
  })

  // Ahamad et al. 1995, Figure 3: causal, though no one order explains it.
  test('Ahamad’s example of causal memory is causal and not sequential', () => {
    const history = sessions({
      A: 'wx1 wx3',
      B: 'rx1 wx2',
      C: 'rx1 rx3 rx2',
      D: 'rx1 rx2 rx3',
    })
    expect(broken(history)).toEqual(['sequential'])
  })

  // Lamport 1979: what real time forbids and one order allows.
  test('a stale read in another session is sequential but not linearizable', () => {
    const history = sessions({ A: 'w1 w2', B: 'r- r- r1' })
    expect(sequential(history, kv, { initial: null }).holds).toBe('yes')
    expect(linearizable(history, kv, { initial: null }).holds).toBe('no')
  })

  test('the reason goes round a circle, each step with what makes it', () => {
    const { says, culprits } = guaranteed(sessions({ A: 'w1 w2', B: 'r2 r1' }), 'monotonic-reads')
    expect(says).toBe(
      '“A wrote 2” must come before “B read 2” (which read it), that before “B read 1” ' +
        '(session order), and that before “A wrote 2” (it read an older value)',
    )
    expect(culprits).toHaveLength(3)
    const seen = guaranteed(
      sessions({ A: 'wx1', B: 'rx1 wy2', C: 'ry2 rx-' }),
      'writes-follow-reads',
    )
    expect(seen.says).toContain('(written after reading it)')
  })
})

describe('limits', () => {
  test('a value that nobody wrote breaks every promise, also that of a failed write', () => {
    const failed = { ...sessions({ A: 'w1' })[0]!, outcome: 'fail' as const }
    const history = [failed, ...sessions({ B: 'r1' })]
    for (const name of names)
      expect(guaranteed(history, name)).toMatchObject({
        holds: 'no',
        says: 'B read 1, which nobody wrote',
      })
  })

  test('a write that timed out may be seen late, or never', () => {
    const late = { ...operation('A', 'write', 0, 5, { value: 1 }), outcome: 'unknown' as const }
    const own = [
      late,
      operation('A', 'read', 10, 11),
      operation('A', 'read', 20, 21, { result: 1 }),
    ]
    expect(broken(own)).toEqual([])
    expect(broken(own.slice(0, 2))).toEqual([])
  })

  test('what cannot be judged is undecided, with the reason', () => {
    const many = Array.from({ length: 41 }, (_, i) => operation('A', 'write', i, i, { value: i }))
    const says = (history: Operation[]) => guaranteed(history, 'causal')
    expect(says(many)).toMatchObject({ holds: 'undecided', says: 'it has more than 40 operations' })
    expect(says(sessions({ A: 'w1', B: 'w1' }))).toMatchObject({ holds: 'undecided' })
    expect(says([operation('A', 'append', 0, 1, { value: 'x' })]).says).toContain('not “append”')
    expect(sequential(many, kv).holds).toBe('undecided')
  })

  test('sequential consistency also judges values written twice, and swaps', () => {
    expect(sequential(sessions({ A: 'w1', B: 'w1', C: 'r1' }), kv).holds).toBe('yes')
    const swap = (client: string) => operation(client, 'cas', 0, 1, { value: [0, 1], result: true })
    const verdict = (history: Operation[]) =>
      sequential(history, models['cas-register'], { initial: 0 }).holds
    expect(verdict([swap('A')])).toBe('yes')
    expect(verdict([swap('A'), swap('B')])).toBe('no')
  })

  test('forty operations of eight sessions are judged quickly', () => {
    const line = (i: number) => `wx${i}1 rx${i}1 wy${i}2 ry${i}2 rx${i}1`.replace(/([xy])\d/g, '$1')
    const history = sessions(Object.fromEntries('ABCDEFGH'.split('').map((c, i) => [c, line(i)])))
    const distinct = history.map((o, i) => {
      const { key } = o.value as { key: string }
      const own = history
        .slice(0, i)
        .findLast(
          (p) =>
            p.client === o.client && p.type === 'write' && (p.value as { key: string }).key === key,
        )
      const number = (p: Operation) => history.indexOf(p) + 100
      return o.type === 'write'
        ? { ...o, value: { key, value: number(o) } }
        : { ...o, result: own ? number(own) : null }
    })
    expect(distinct).toHaveLength(40)
    const began = performance.now()
    expect(broken(distinct)).toEqual([])
    expect(performance.now() - began).toBeLessThan(4000)
  })
})

/** A small history of three sessions with written values distinct. */
const small = fc
  .array(
    fc.record({
      client: fc.constantFrom('A', 'B', 'C'),
      key: fc.constantFrom('x', 'x', 'y'),
      writes: fc.boolean(),
      pick: fc.nat(9),
      length: fc.integer({ min: 1, max: 6 }),
      lost: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 3, maxLength: 7 },
  )
  .map((list) => {
    const free: { [client: string]: number } = {}
    return list.map(({ client, key, writes, pick, length, lost }, i): Operation => {
      const from = (free[client] ?? 0) + 1
      free[client] = from + length
      const written = list.flatMap((o, j) => (o.writes && o.key === key ? [j + 1] : []))
      const values = [null, ...written]
      const result = writes ? null : (values[pick % values.length] ?? null)
      const value = { key, value: writes ? i + 1 : null }
      const outcome = lost && writes ? 'unknown' : 'ok'
      return operation(client, writes ? 'write' : 'read', from, from + length, {
        value,
        result,
        outcome,
      })
    })
  })

type Before = (a: Operation, b: Operation) => boolean
const writes = (o: Operation) => o.type === 'write'

/** The definitions once more, by every order of all writes and one session's reads. */
function slowly(history: Operation[], name: GuaranteeName): boolean {
  const found = accesses(history, null)
  if ('verdict' in found) return found.verdict.holds !== 'no'
  const list = found.list.map((access) => ({ ...access.operation, outcome: 'ok' as const }))
  const given = (o: Operation) => found.list[list.indexOf(o as (typeof list)[number])]!
  const session: Before = (a, b) => inSession(given(a), given(b))
  const sourceOf: Before = (w, r) => given(r).source === given(w).place
  const key = (o: Operation) => given(o).key
  const versions: Before = (a, b) => writes(a) && writes(b) && key(a) === key(b) && session(a, b)
  const reads: Before = (a, b) => !writes(a) && !writes(b) && session(a, b)
  const caused = (a: Operation, b: Operation, seen: Operation[] = []): boolean =>
    session(a, b) ||
    sourceOf(a, b) ||
    list.some(
      (m) => !seen.includes(m) && (session(a, m) || sourceOf(a, m)) && caused(m, b, [...seen, m]),
    )
  const rules: { [N in GuaranteeName]: Before } = {
    'read-your-writes': (a, b) => versions(a, b) || (writes(a) && !writes(b) && session(a, b)),
    'monotonic-reads': (a, b) => versions(a, b) || reads(a, b),
    'monotonic-writes': (a, b) => reads(a, b) || (writes(a) && writes(b) && session(a, b)),
    'writes-follow-reads': (a, b) =>
      reads(a, b) || (writes(a) && writes(b) && list.some((r) => sourceOf(a, r) && session(r, b))),
    pram: session,
    causal: (a, b) => caused(a, b),
  }
  return [...new Set(list.map((o) => o.client))].every((client) => {
    const own = list.filter((o) => writes(o) || o.client === client)
    const fits = (before: Before) => byAllOrders(own, kv, null, before)
    const observes = name === 'monotonic-writes' || name === 'writes-follow-reads'
    return (observes && !fits(reads)) || fits(rules[name])
  })
}

test('on small histories every verdict is that of trying every order', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(small, (history) => {
      for (const name of names) {
        const expected = slowly(history, name) ? 'yes' : 'no'
        met.set(`${name} ${expected}`, (met.get(`${name} ${expected}`) ?? 0) + 1)
        expect([name, guaranteed(history, name).holds]).toEqual([name, expected])
      }
      const placed = (o: Operation) => ({ operation: o, place: history.indexOf(o) })
      const order: Before = (a, b) => inSession(placed(a), placed(b))
      const one = byAllOrders(history, kv, null, order) ? 'yes' : 'no'
      expect(sequential(history, kv, { initial: null }).holds).toBe(one)
    }),
    { seed: 43, numRuns: 800 },
  )
  for (const name of names)
    for (const holds of ['yes', 'no']) expect(met.get(`${name} ${holds}`) ?? 0).toBeGreaterThan(5)
})

// The lower end of the map of jepsen.io/consistency (Viotti and Vukolić 2016, Figure 1).
const ladder: [string, string][] = [
  ['linearizable', 'sequential'],
  ['sequential', 'causal'],
  ['causal', 'writes-follow-reads'],
  ['causal', 'pram'],
  ['pram', 'monotonic-reads'],
  ['pram', 'monotonic-writes'],
  ['pram', 'read-your-writes'],
]

test('who stands on one rung of the ladder stands on those below, and each rung is its own', () => {
  const apart = new Set<string>()
  fc.assert(
    fc.property(small, (history) => {
      const holds = new Map<string, string>(names.map((n) => [n, guaranteed(history, n).holds]))
      holds.set('sequential', sequential(history, kv, { initial: null }).holds)
      holds.set('linearizable', linearizable(history, kv, { initial: null }).holds)
      for (const [above, below] of ladder) {
        if (holds.get(above) === 'yes')
          expect([above, below, holds.get(below)]).toEqual([above, below, 'yes'])
        if (holds.get(above) === 'no' && holds.get(below) === 'yes') apart.add(`${above} ${below}`)
      }
    }),
    { seed: 47, numRuns: 1000 },
  )
  expect([...apart].sort()).toEqual(ladder.map((pair) => pair.join(' ')).sort())
})

const table = new URL(
  '../../../shared/reference/tables/elle-model-implications.tsv',
  import.meta.url,
)
test.skipIf(!existsSync(table))('the ladder is that of the reference table', () => {
  const rows = readFileSync(table, 'utf8').trim().toLowerCase().split('\n')
  for (const pair of ladder) expect(rows).toContain(pair.join('\t'))
})
