// Hashing keys to nodes: the published values, how even the shares are, and who moves.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sqrt } from '@/lib/sim/curves'
import { hashRing } from './hash-ring'
import { jumpHash } from './jump-hash'
import { rendezvousHash } from './rendezvous-hash'

const names = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `server-${from + i}`)
const keys = (count: number) => Array.from({ length: count }, (_, i) => `key ${i}`)
const spread = (values: number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return sqrt(values.reduce((s, v) => s + (v - mean) * (v - mean), 0) / (values.length - 1)) / mean
}

describe('jump hashing', () => {
  // Lamping and Veach 2014; the same pairs stand in several libraries' tests.
  test.each([
    [1, 1, 0],
    [42, 57, 43],
    [0xdead10cc, 1, 0],
    [0xdead10cc, 666, 361],
    [256, 1024, 520],
  ])('key %i among %i buckets is in bucket %i', (key, buckets, bucket) => {
    expect(jumpHash(key, buckets)).toBe(bucket)
  })

  // Guava’s HashingTest, as remembered: keys 0 to 19 among 100 buckets, and three long ones.
  test('the keys that Guava’s tests name are where its own hash has them', () => {
    const hundred = Array.from({ length: 20 }, (_, key) => jumpHash(key, 100))
    const golden = [0, 55, 62, 8, 45, 59, 86, 97, 82, 59, 73, 37, 17, 56, 86, 21, 90, 37, 38, 83]
    expect(hundred).toEqual(golden)
    const long = [10863919174838991n, 2016238256797177309n, 1673758223894951030n]
    expect(long.map((key) => jumpHash(key, 11))).toEqual([6, 3, 5])
  })

  const table = new URL('../../../shared/reference/tables/jump-hash.tsv', import.meta.url)
  test.skipIf(!existsSync(table))('every row of the reference table', () => {
    const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1)
    expect(rows).toHaveLength(5)
    for (const row of rows) {
      const [key, buckets, bucket] = row.split('\t').map(Number)
      expect(jumpHash(key!, buckets!), row).toBe(bucket)
    }
  })

  test('one bucket more moves about one key in n, and only into the new bucket', () => {
    let moved = 0
    for (let key = 0; key < 5000; key++) {
      const [before, after] = [jumpHash(key * 7919, 9), jumpHash(key * 7919, 10)]
      if (before !== after) expect(after).toBe(9)
      if (before !== after) moved++
    }
    expect(Math.abs(moved - 500)).toBeLessThan(4 * sqrt(5000 * 0.1 * 0.9))
    expect(() => jumpHash(1, 0)).toThrow(RangeError)
  })
})

describe('a hash ring', () => {
  // A share with v points of n·v is Beta(v, v(n−1)): relative sd √((n−1)/(nv+1)).
  // Gryski: about 10 % with 100 points, 3.2 % with 1000.
  test.each([
    [100, 0.0994],
    [1000, 0.0315],
  ])('with %i points a server spreads its load by %f', (points, expected) => {
    const runs = [0, 1, 2, 3, 4, 5, 6, 7].map((run) =>
      Object.values(hashRing.shares(hashRing.of(names(80, run * 1000), points))),
    )
    const ring = hashRing.of(['a', '__proto__'], points)
    expect(Object.values(hashRing.shares(ring)).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    for (const shares of runs) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    const sd = spread(runs.flat())
    expect(Math.abs(sd / expected - 1)).toBeLessThan(4 / sqrt(2 * 8 * 80))
  })

  // Gryski: 99 % of loads within .76–1.28 of the mean with 100 points, .92–1.09 with 1000.
  test.each([
    [100, 0.76, 1.28],
    [1000, 0.92, 1.09],
  ])('with %i points 99 in 100 shares lie between %f and %f of the mean', (points, low, high) => {
    const shares = [0, 1, 2, 3, 4].flatMap((run) =>
      Object.values(hashRing.shares(hashRing.of(names(100, run * 1000), points))),
    )
    const outside = shares.filter((share) => share * 100 < low || share * 100 > high).length
    expect(outside).toBeLessThanOrEqual(5 + 4 * sqrt(5))
  })

  test('a server that joins takes keys, and nobody else’s keys move', () => {
    const before = hashRing.of(names(9), 100)
    const after = hashRing.of(names(10), 100)
    const moved = keys(3000).filter((k) => hashRing.owner(before, k) !== hashRing.owner(after, k))
    for (const key of moved) expect(hashRing.owner(after, key)).toBe('server-9')
    expect(Math.abs(moved.length / 3000 - 0.1)).toBeLessThan(0.05)
  })

  test('the copies of a key are on different servers, the owner first', () => {
    const ring = hashRing.of(names(5), 20)
    for (const key of keys(50)) {
      const owners = hashRing.owners(ring, key, 3)
      expect(new Set(owners).size).toBe(3)
      expect(owners[0]).toBe(hashRing.owner(ring, key))
      expect(hashRing.owners(ring, key, 9)).toHaveLength(5)
    }
    expect(hashRing.owner([], 'key')).toBeUndefined()
  })
})

describe('rendezvous hashing', () => {
  test('a server that leaves gives up exactly the keys it held', () => {
    const all = names(10)
    const left = all.filter((name) => name !== 'server-3')
    let moved = 0
    for (const key of keys(4000)) {
      const [before, after] = [rendezvousHash.owner(all, key), rendezvousHash.owner(left, key)]
      if (before === 'server-3') moved++
      else expect(after).toBe(before)
      if (before === 'server-3') expect(after).toBe(rendezvousHash.ranked(all, key)[1])
    }
    expect(Math.abs(moved - 400)).toBeLessThan(4 * sqrt(4000 * 0.1 * 0.9))
  })

  // Derived: relative sd of the keys per server √((n−1)/K).
  test('the keys per server spread as independent draws do', () => {
    const counts = new Map<string, number>()
    for (const key of keys(40_000)) {
      const owner = rendezvousHash.owner(names(100), key)!
      counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
    const expected = sqrt(99 / 40_000)
    expect(Math.abs(spread([...counts.values()]) / expected - 1)).toBeLessThan(4 / sqrt(200))
  })
})
