// Zones: the same verdict, operation at fault and values as the search, and an order that shows it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, Operation } from '@/lib/sim/protocol'
import { drawn, operation } from './history.fixture'
import { linearizable } from './linearizable'
import { jointly, models } from './model'
import { isPending, isRead, isWrite } from './operation'
import { Placing } from './placing'
import { before, unwritten } from './unwritten'
import { byZones } from './zones'

const { register, kv } = models

/** Reads and writes at any times, each by a client of its own; every write has another value. */
const history = fc
  .array(
    fc.record({ reads: fc.boolean(), from: fc.nat(14), length: fc.nat(9), value: fc.nat(4) }),
    { minLength: 2, maxLength: 10 },
  )
  .chain((list) => fc.tuple(fc.constant(list), fc.nat(2 * list.length)))
  .map(([list, lost]) => {
    let written = 0
    return list.map(({ reads, from, length, value }, i): Operation => {
      const to = i === lost ? null : from + length
      if (reads && to !== null)
        return operation(`C${i}`, 'read', from, to, { result: value || null })
      return operation(`C${i}`, 'write', from, to, { value: ++written })
    })
  })

/** Whether an order has every result right, keeps real time, and leaves out nothing sure. */
function shows(order: readonly number[], operations: readonly Operation[]) {
  let state: Json | undefined = null
  for (const i of order) state = state === undefined ? state : register.step(state, operations[i]!)
  const late = order.some((i, at) =>
    order.slice(at + 1).some((j) => (operations[j]!.to ?? Infinity) < operations[i]!.from),
  )
  const sure = operations.flatMap((o, i) => (isPending(o) || o.outcome === 'fail' ? [] : [i]))
  return state !== undefined && !late && sure.every((i) => order.includes(i))
}

test('on small histories they find what the search finds', () => {
  const met = { yes: 0, no: 0, open: 0 }
  fc.assert(
    fc.property(history, (operations) => {
      if (unwritten(operations, register, null) !== undefined) return
      const search = new Placing(operations, jointly(register, ['']), [null])
      search.more(1_000_000)
      const zones = byZones(operations, null)!
      met[zones.answer]++
      expect(zones.answer).toBe(search.answer)
      if (zones.answer === 'no') {
        expect(zones.stuck).toBe(search.stuck)
        expect(new Set(zones.possible)).toEqual(new Set(search.possible))
      }
      const shown = search.answer === 'no' ? before(operations, zones.stuck) : operations
      expect(shows(zones.order, shown)).toBe(true)
    }),
    { seed: 61, numRuns: 6000 },
  )
  expect(Math.min(met.yes, met.no)).toBeGreaterThan(500)
})

test('a hundred clients at one register are decided with no search', () => {
  const sizes = { clients: 100, operations: 2000, keys: 1, lost: 20, seed: 3 }
  const right = drawn({ ...sizes, types: ['get', 'put'] })
  expect(linearizable(right, kv)).toMatchObject({ holds: 'yes', expanded: 0 })
  const late = right.findLastIndex((o) => isRead(o) && !isPending(o))
  const first = right.find((o) => isWrite(o) && !isPending(o))!.value as { value: string }
  const stale = right.with(late, { ...right[late]!, result: first.value })
  expect(linearizable(stale, kv)).toMatchObject({ holds: 'no', culprits: [late], expanded: 0 })
})

test('values written twice and other operations are left to the search', () => {
  const twice = [
    operation('A', 'write', 0, 1, { value: 1 }),
    operation('B', 'write', 0, 1, { value: 1 }),
  ]
  expect(byZones(twice, null)).toBeUndefined()
  expect(byZones([operation('A', 'cas', 0, 1, { value: [1, 2] })], null)).toBeUndefined()
})
