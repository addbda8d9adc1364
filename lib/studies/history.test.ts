// Histories with known verdicts, and what may not come in by a link.

import { expect, test } from 'vitest'
import type { Json } from '@/lib/sim/protocol'
import { history } from './history'
import { type Entry, free } from './history-entry'

const judged = (...entries: Entry[]) =>
  history.facts(history.compute({ operations: entries as unknown as Json }))
const write = (client: string, value: string, from: number, to: number, seat = '12A'): Entry => ({
  ...{ client, type: 'write', seat, value, from, to },
})
const read = (client: string, value: string, from: number, to: number, seat = '12A'): Entry => ({
  ...{ client, type: 'read', seat, value, from, to },
})

test('a read of the old value after one of the new is sequential, not linearizable', () => {
  const { options } = history
  const data = history.compute({ operations: options.operations.default })
  const facts = history.facts(data)
  expect(facts).toMatchObject({ linearizable: false, sequential: true, causal: true })
  expect(data.bars.map(({ marked }) => marked === true)).toEqual([false, false, true, false])
  expect(data.says).toContain('North read “free”')
})

test('while the write is under way, old and new may both be read', () => {
  const facts = judged(
    write('East', 'Ada', 0, 100),
    read('West', free, 10, 40),
    read('North', 'Ada', 20, 50),
  )
  expect(Object.values(facts).every((holds) => holds === true)).toBe(true)
})

test('two readers that see two writes in different orders are causal, not sequential', () => {
  const facts = judged(
    write('East', 'Ada', 0, 20),
    write('West', 'Ben', 0, 20),
    read('East', 'Ada', 30, 40),
    read('East', 'Ben', 50, 60),
    read('West', 'Ben', 30, 40),
    read('West', 'Ada', 50, 60),
  )
  expect(facts).toMatchObject({ sequential: false, causal: true, monotonicReads: true })
})

test('two that write, then at once find the other seat free, are not sequential', () => {
  const facts = judged(
    write('East', 'Ada', 40, 100),
    read('East', free, 100, 160, '12B'),
    write('West', 'Ben', 40, 100, '12B'),
    read('West', free, 100, 160),
  )
  expect(facts).toMatchObject({ linearizable: false, sequential: false, causal: true })
})

test('an answer seen before its question is not causal', () => {
  const facts = judged(
    write('East', 'Ada', 0, 20),
    read('West', 'Ada', 30, 40),
    write('West', 'Ben', 50, 60, '12B'),
    read('North', 'Ben', 70, 80, '12B'),
    read('North', free, 90, 100),
  )
  expect(facts).toMatchObject({ causal: false, writesFollowReads: false, readYourWrites: true })
})

test('each session guarantee has a history that breaks it', () => {
  expect(judged(write('East', 'Ada', 0, 10), read('East', free, 20, 30))).toMatchObject({
    readYourWrites: false,
    monotonicReads: true,
  })
  expect(
    judged(write('East', 'Ada', 0, 10), read('West', 'Ada', 20, 30), read('West', free, 40, 50)),
  ).toMatchObject({ monotonicReads: false, readYourWrites: true })
  expect(
    judged(
      write('East', 'Ada', 0, 10),
      write('East', 'Ben', 20, 30, '12B'),
      read('West', 'Ben', 40, 50, '12B'),
      read('West', free, 60, 70),
    ),
  ).toMatchObject({ monotonicWrites: false, monotonicReads: true })
})

test('a client that does two things at once is told so instead of judged', () => {
  const entries = [write('East', 'Ada', 0, 50), read('East', 'Ada', 20, 60)]
  const data = history.compute({ operations: entries as unknown as Json })
  expect(data.says).toContain('East does two things at once')
  expect(data.findings).toEqual([])
})

test('what a link brings is refused with one sentence', () => {
  const { fault } = history.options.operations
  expect(fault(history.options.operations.default)).toBeUndefined()
  const good = write('East', 'Ada', 0, 50)
  for (const [bad, says] of [
    [{}, 'at most 12'],
    [Array.from({ length: 13 }, () => good), 'at most 12'],
    [[null], 'expected operations'],
    [[{ ...good, client: 'South' }], 'a client of'],
    [[{ ...good, type: 'swap' }], 'read or write'],
    [[{ ...good, seat: '1' }], 'seat'],
    [[{ ...good, value: '<b>' }], '1 to 12 letters'],
    [[{ ...good, from: 50 }], 'from and to'],
    [[{ ...good, to: 1e9 }], 'from and to'],
  ] as [Json, string][])
    expect(fault(bad)).toContain(says)
})
