// Do three copies end alike by each rule, whatever the order, and what does each rule lose?

import { describe, expect, test } from 'vitest'
import { type MergeRule, merge, seenIn, type Write } from './merge-rules'

const rules: readonly MergeRule[] = ['last writer', 'versions', 'grow-only']
const write = (by: number, count: number, at: number, replaced: readonly Write[] = []): Write => ({
  key: '12A',
  by,
  count,
  at,
  seen: seenIn(replaced),
})
const first = write(1, 1, 10)
const second = write(2, 1, 20)
const after = write(2, 2, 5, [first, second])

describe('merge rules', () => {
  test('the last writer by the clock wins, even if another write came after it', () => {
    expect(merge('last writer', [first], [second])).toEqual([second])
    expect(merge('last writer', [second], [after])).toEqual([second])
  })

  test('at the same instant the greater number wins, so that all choose alike', () => {
    const third = write(3, 1, 20)
    expect(merge('last writer', [second], [third])).toEqual([third])
    expect(merge('last writer', [third], [second])).toEqual([third])
  })

  test('versions keep two writes that had not seen each other (Parker et al. 1983)', () => {
    expect(merge('versions', [first], [second])).toEqual([first, second])
  })

  test('versions drop what a later write has seen, whatever the clocks say', () => {
    expect(merge('versions', [first, second], [after])).toEqual([after])
  })

  test('Dynamo’s Figure 3: D3 and D4 are concurrent, and D5 reconciles them (§4.4)', () => {
    const [x, y, z] = [1, 2, 3]
    const d1 = write(x, 1, 1)
    const d2 = write(x, 2, 2, [d1])
    const d3 = write(y, 1, 3, [d2])
    const d4 = write(z, 1, 4, [d2])
    const vectors = [d2, d3, d4].map((d) => ({ ...d.seen, [d.by]: d.count }))
    expect(vectors).toEqual([{ 1: 2 }, { 1: 2, 2: 1 }, { 1: 2, 3: 1 }])
    expect(merge('versions', [d1], [d2])).toEqual([d2])
    expect(merge('versions', [d3], [d4])).toEqual([d3, d4])
    const d5 = write(x, 3, 5, [d3, d4])
    expect({ ...d5.seen, [d5.by]: d5.count }).toEqual({ 1: 3, 2: 1, 3: 1 })
    expect(merge('versions', [d3, d4], [d5])).toEqual([d5])
  })

  test('a write in place of one sibling leaves the other, though it has the same writer', () => {
    const instead = write(1, 2, 30, [second])
    expect(merge('versions', [first, second], [instead])).toEqual([first, instead])
  })

  test('a set that only grows keeps everything, once', () => {
    expect(merge('grow-only', [first, second], [second, after])).toEqual([after, first, second])
  })

  test.each(rules)('%s: the order and the number of merges make no difference', (rule) => {
    const copies = [[first], [second], [second, after]]
    const [a, b, c] = copies as [Write[], Write[], Write[]]
    const left = merge(rule, merge(rule, a, b), c)
    const right = merge(rule, c, merge(rule, b, a))
    expect(right).toEqual(left)
    expect(merge(rule, left, left)).toEqual(left)
    expect(merge(rule, left, b)).toEqual(left)
  })

  test.each(rules)('%s: other keys are left alone', (rule) => {
    const other = { ...write(3, 1, 0), key: '12B' }
    expect(merge(rule, [other], [first])).toEqual([other, first])
  })
})
