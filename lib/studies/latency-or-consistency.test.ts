// What waiting costs, whole and cut: overlap, the letters of PACELC, and who is refused.

import { expect, test } from 'vitest'
import { defaults } from '@/lib/sim/protocol'
import { latencyOrConsistency as study } from './latency-or-consistency'

const at = (options: object) => study.compute({ ...defaults(study.options), ...options })

test('five copies 100 ms apart: a write that waits for one takes 2 ms, for all 100', () => {
  expect(at({ waits: 1 }).wait).toBe(2)
  expect(at({ waits: 3 }).wait).toBe(51)
  expect(at({ waits: 5 }).wait).toBe(100)
  expect(at({ waits: 1 }).stale).toBe(47)
})

test('waiting longer never makes an old value live longer', () => {
  for (const reads of [1, 2, 3, 4, 5]) {
    const stale = [1, 2, 3, 4, 5].map((waits) => at({ waits, reads }).stale)
    expect(stale).toEqual([...stale].sort((a, b) => b - a))
  }
})

// The model itself, without a formula: question and news on their ways, every 0.05 ms.
test('a read is given an old value as long as no copy has heard when it is asked', () => {
  const roundTrip = (copies: number, far: number, k: number) =>
    2 + ((far - 2) * (k - 1)) / (copies - 1)
  for (const far of [10, 100, 300])
    for (let copies = 2; copies <= 5; copies++)
      for (let waits = 1; waits <= copies; waits++)
        for (let reads = 1; reads <= copies; reads++) {
          const way = (k: number) => roundTrip(copies, far, k) / 2
          const unheard = (asked: number, k: number) => asked + way(k) < way(copies - k + 1)
          const nearest = Array.from({ length: reads }, (_, i) => i + 1)
          let old = 0
          while (nearest.every((k) => unheard(2 * way(waits) + old, k))) old += 0.05
          const { stale, letters } = at({ far, copies, waits, reads })
          expect(Math.abs(stale - old)).toBeLessThan(0.11)
          expect(letters.endsWith('L')).toBe(old > 0)
        }
  expect(at({ waits: 2, reads: 2 })).toMatchObject({ stale: 0, letters: 'PA/EC' })
})

test('where writes and reads overlap, no old value is read', () => {
  for (let copies = 2; copies <= 5; copies++)
    for (let waits = 1; waits <= copies; waits++)
      for (let reads = 1; reads <= copies; reads++)
        if (waits + reads > copies) expect(at({ copies, waits, reads }).stale).toBe(0)
})

test('while cut, whoever overlaps is refused on one side, and only who does not may go on', () => {
  for (let cut = 1; cut <= 4; cut++)
    for (let waits = 1; waits <= 5; waits++)
      for (let reads = 1; reads <= 5; reads++) {
        const { wait, read } = at({ cut, waits, reads })
        // Gilbert and Lynch 2002: both sides answer only where they need not meet.
        if (wait !== null && read !== null) expect(waits + reads).toBeLessThanOrEqual(5)
      }
})

test('one copy is PA/EL, a majority on both sides PC/EC', () => {
  expect(at({ waits: 1, reads: 1 }).letters).toBe('PA/EL')
  expect(at({ waits: 3, reads: 3 }).letters).toBe('PC/EC')
  expect(at({ waits: 5, reads: 1 }).letters).toBe('PC/EC')
})

test('dials that ask for more copies than there are ask for all of them', () => {
  expect(at({ copies: 3, waits: 5 }).wait).toBe(at({ copies: 3, waits: 3 }).wait)
  expect(at({ copies: 2, cut: 4 }).wait).toBe(2)
})
