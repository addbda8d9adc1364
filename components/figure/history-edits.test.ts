// Whatever a reader does to a history, it stays one that can be judged and shared.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '@/lib/sim/protocol'
import { history } from '@/lib/studies/history'
import { clients, type Entry, most, until } from '@/lib/studies/history-entry'
import {
  added,
  changed,
  choicesFor,
  type Entries,
  moved,
  removed,
  valuesFor,
  whyFull,
} from './history-edits'

const { fault, default: standard } = history.options.operations
const first = standard as unknown as Entries

const step = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    i: fc.nat(12),
    part: fc.constantFrom('from' as const, 'to' as const, 'all' as const),
    by: fc.integer({ min: -900, max: 900 }),
  }),
  fc.record({ do: fc.constant('remove' as const), i: fc.nat(12) }),
  fc.record({ do: fc.constant('add' as const), client: fc.constantFrom(...clients, 'South') }),
  fc.record({
    do: fc.constant('change' as const),
    i: fc.nat(12),
    field: fc.constantFrom('type' as const, 'seat' as const, 'value' as const),
    pick: fc.nat(6),
  }),
)

test('after any edits the operations are valid, and a value is written once at most', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let entries = first
      for (const it of steps) {
        if (it.do === 'move') entries = moved(entries, it.i, it.part, it.by)
        if (it.do === 'remove') entries = removed(entries, it.i)
        if (it.do === 'add') entries = added(entries, it.client)
        if (it.do === 'change' && entries[it.i]) {
          const choices = choicesFor(entries, it.i)[it.field]
          if (choices.length > 0)
            entries = changed(entries, it.i, it.field, choices[it.pick % choices.length]!)
        }
        expect(fault(entries as unknown as Json)).toBeUndefined()
      }
      const data = history.compute({ operations: entries as unknown as Json })
      expect(data.findings!.every(({ says }) => !says.includes('there before'))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('an operation that is moved keeps its length, and stays on the axis', () => {
  const [entry] = moved(first, 0, 'all', -1000)
  expect([entry!.from, entry!.to]).toEqual([0, first[0]!.to - first[0]!.from])
  const [later] = moved(first, 0, 'all', 1000)
  expect(later!.to).toBe(until)
})

test('an end does not pass the other end', () => {
  expect(moved(first, 0, 'from', 500)[0]!.from).toBeLessThan(first[0]!.to)
  expect(moved(first, 0, 'to', -500)[0]!.to).toBeGreaterThan(first[0]!.from)
})

test('a write takes a value that no other write of its seat has', () => {
  const entries: Entry[] = [first[0]!, { ...first[0]!, client: 'West', value: 'Ben' }]
  expect(valuesFor(entries, 1)).not.toContain('Ada')
  const asWrite = changed(first, 1, 'type', 'write')
  expect(asWrite[1]).toMatchObject({ type: 'write', value: 'Ben' })
})

test('adds operations that stand apart, and says why there is no room for another', () => {
  let entries: Entries = []
  while (!whyFull(entries, 'East')) entries = added(entries, 'East')
  const own = entries.toSorted((a, b) => a.from - b.from)
  for (const [i, { from }] of own.entries()) expect(from).toBeGreaterThan(own[i - 1]?.to ?? -1)
  expect(whyFull(entries, 'East')).toBe('East has no time left')
  expect(whyFull(entries, 'West')).toBeUndefined()
  while (!whyFull(entries, 'West')) entries = added(entries, 'West')
  expect(entries.length).toBe(most)
  expect(whyFull(entries, 'North')).toBe('12 are enough')
})
