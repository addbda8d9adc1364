// Two windows that close at once: which isolation lets both.

import { expect, test } from 'vitest'
import { defaults } from '@/lib/sim/protocol'
import { writeSkew } from './write-skew'

const at = (isolation: string, later: number) =>
  writeSkew.compute({ ...defaults(writeSkew.options), isolation, later } as never)

test('under snapshot isolation both close, and the cycle of missed writes is G2-item', () => {
  const { open, found, committed, left } = at('snapshot', 40)
  expect([open, committed, found]).toEqual([0, 2, ['G2-item']])
  expect(left).toContain('snapshot isolation')
  expect(left).not.toContain('serializable')
})

test('serializable takes one of them back, however they overlap', () => {
  for (let later = 0; later <= 240; later += 10) {
    const { open, found, left } = at('serializable', later)
    expect(open).toBeGreaterThan(0)
    expect(found).toEqual([])
    expect(left).toContain('serializable')
  }
})

test('the moment when the second looks decides, and under snapshot that is its beginning', () => {
  // East commits 195 ms after its beginning; West looks at East 70 ms after its own.
  const lost = (isolation: string) =>
    Array.from({ length: 25 }, (_, i) => i * 10).filter((later) => at(isolation, later).open === 0)
  expect(Math.max(...lost('read committed'))).toBe(120)
  expect(Math.max(...lost('snapshot'))).toBe(190)
})

test('what each transaction saw stands in its bars', () => {
  const { bars, groups } = at('snapshot', 220)
  expect(bars.map(({ says }) => says)).toContain('East: closed')
  expect(groups.map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
  expect(at('serializable', 40).groups.map(({ outcome }) => outcome)).toEqual(['ok', 'fail'])
})
