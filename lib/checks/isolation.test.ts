// Isolation: reads wrong by themselves, unknown outcomes, and every serial order tried.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameJson } from '@/lib/values/json-text'
import { anomalies, levelsLeft } from './isolation'
import { committed, type Element, type Transaction } from './transaction'
import { serial, transactions } from './transaction.fixture'

const names = (text: string) => anomalies(transactions(text)).map(({ name }) => name)
const left = (text: string) => levelsLeft(anomalies(transactions(text)))
const says = (text: string) => anomalies(transactions(text)).map((found) => found.says)

describe('a read that is wrong by itself', () => {
  test('only counts if its transaction has committed', () => {
    for (const mark of ['!', '?']) {
      expect(names(`${mark}ax1rx`)).toEqual([])
      expect(names(`${mark}rx7; ${mark}rx11; ${mark}rx2ax2`)).toEqual([])
    }
  })

  // Elle's op-int-case: what was last read, and what was appended since.
  test('is internal if it is unlike the last one and what was appended since', () => {
    const lost = 'ax2; ax3; rx23ax4rx23'
    expect(names(lost)).toContain('internal')
    expect(says(lost)).toContain('T3 read x as 2 3, where its own steps say 2 3 4')
    expect(names('ry23ay3ry23; ay2')).toContain('internal')
    expect(names('rx1rxax1')).toContain('internal')
    expect(names('ax1; rxrx1')).toContain('internal')
    expect(names('ax1; rx1ax2rx12ax3rx123')).toEqual([])
    expect(names('ax2rx12rx12; ax1')).toEqual([])
  })

  test('is a future read if its own transaction appends only later what it saw', () => {
    expect(names('rx1ax1')).toEqual(['future-read'])
    expect(says('rx1ax1')).toEqual(['T1 read 1 from x before it appended it'])
    expect(left('rx1ax1')).toEqual(['read-uncommitted'])
    expect(names('rx1ay1; ax1')).toEqual([])
  })

  test('of what nobody appended, or of an element twice, is in no history at all', () => {
    expect(names('rx7')).toEqual(['garbage-read'])
    expect(says('rx7')).toEqual(['T1 read 7 from x, which nobody appended'])
    expect(left('rx7')).toEqual([])
    expect(names('rx11; ax1')).toEqual(['duplicate-elements'])
    expect(says('rx11; ax1')).toEqual(['T1 read 1 from x twice'])
    expect(left('rx11; ax1')).toEqual([])
    expect(names('rx11; ax1; rx1')).toEqual(['duplicate-elements'])
  })
})

test('who was seen has happened, with all appends, whatever is known of the outcome', () => {
  for (const mark of ['', '?']) expect(names(`${mark}ay1ax2; ry1rx`)).toEqual(['G-single'])
  expect(names('?ay1ax2; rx')).toEqual([])
  expect(names('?ax1; rxay1; ry1')).toEqual([])
})

test('a lost update is G-single, whichever of the two wrote first', () => {
  const lost = 'ax1; rx1ax2; rx1ax3'
  expect(left(lost)).toEqual(['read-uncommitted', 'read-committed'])
  expect(says(lost)[0]).toBe(
    'T2 did not see T3 (x), T3 did not see T2 (x), and one of T2 and T3 overwrote the other (x)',
  )
  expect(names('ry ax2; rx ay4'.replaceAll(' ', ''))).not.toContain('G-single')
  // Both wrote x, and missed each other elsewhere.
  expect(names('ay2ax3; rxryax4; rz')).not.toContain('G-single')
  expect(names('rzay2ax3; ryaz5ax4')).toContain('G-single')
})

/** Whether some order of those that committed, and of some unknown ones, gives every read. */
function serializable(all: readonly Transaction[]): boolean {
  type Lists = { readonly [key: string]: readonly Element[] }
  const apply = (before: Lists, t: Transaction): Lists | undefined => {
    const lists: { [key: string]: readonly Element[] } = { ...before }
    for (const [kind, key, what] of t.steps) {
      const list = lists[key] ?? []
      if (kind === 'append') lists[key] = [...list, what]
      else if (committed(t) && !sameJson(list, what)) return undefined
    }
    return lists
  }
  const go = (lists: Lists, rest: readonly Transaction[]): boolean =>
    !rest.some(committed) ||
    rest.some((t) => {
      const next = apply(lists, t)
      return (
        next !== undefined &&
        go(
          next,
          rest.filter((other) => other !== t),
        )
      )
    })
  return go(
    {},
    all.filter(({ outcome }) => outcome !== 'fail'),
  )
}

const step = fc.tuple(fc.constantFrom('read', 'append'), fc.constantFrom('x', 'y'))
const plan = fc.array(step, { minLength: 1, maxLength: 4 })
const plans = fc.array(plan, { minLength: 2, maxLength: 5 })
/** Run one after another; then some are unknown, and some reads are of another beginning. */
const disturbed = fc
  .tuple(plans, fc.array(fc.nat(5), { minLength: 32, maxLength: 32 }))
  .map(([plan, dice]): Transaction[] => {
    const roll = (i: number, j: number) => dice[(5 * i + j) % dice.length]!
    const history = serial(plan)
    const longest = (key: string) =>
      history
        .flatMap(({ steps }) => steps)
        .flatMap((s) => (s[0] === 'read' && s[1] === key ? [s[2] ?? []] : []))
        .reduce((a, b) => (b.length > a.length ? b : a))
    return history.map(({ steps }, i) => ({
      outcome: roll(i, 0) === 0 ? 'unknown' : 'ok',
      steps: steps.map((step, j) => {
        if (step[0] === 'append' || roll(i, j + 1) > 1) return step
        const list = longest(step[1])
        return ['read', step[1], list.slice(0, roll(j, i) % (list.length + 1))]
      }),
    }))
  })

test('serializable is what is left exactly where a serial order explains the history', () => {
  const met = { yes: 0, no: 0, unknown: 0 }
  fc.assert(
    fc.property(disturbed, (history) => {
      const holds = serializable(history)
      met[holds ? 'yes' : 'no']++
      if (!holds && !history.every(committed)) met.unknown++
      expect(levelsLeft(anomalies(history)).includes('serializable')).toBe(holds)
    }),
    { seed: 59, numRuns: 3000 },
  )
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(300)
})
