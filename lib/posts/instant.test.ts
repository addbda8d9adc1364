// Days and instants: a day is 09:00 UTC of it, and what is none is said in words.

import { expect, test } from 'vitest'
import { instantFault, instantOf, minuteAfter, nowOf } from './instant'

test('a day means nine in the morning, UTC', () => {
  expect(instantOf('2026-11-22')).toBe('2026-11-22T09:00:00.000Z')
  expect(instantOf('2026-11-22T09:00+01:00')).toBe('2026-11-22T08:00:00.000Z')
})

test('every day of a leap year is a day, and no other', () => {
  expect(instantFault('2028-02-29')).toBeUndefined()
  expect(instantFault('2026-02-29')).toBe('there is no 29 February 2026')
  expect(instantFault('2026-04-31')).toBe('there is no 31 April 2026')
  expect(instantFault('2026-00-10')).toBe('there is no month 0')
  expect(instantFault('2026-11-22T24:00Z')).toBe('there is no such time of day')
  expect(instantFault('2026-11-22T10:00')).toMatch(/^expected YYYY-MM-DD, got/)
})

test('a place is at most fourteen hours ahead of UTC, or behind', () => {
  expect(instantFault('2026-11-22T10:00+14:00')).toBeUndefined()
  expect(instantFault('2026-11-22T10:00+14:60')).toBe('no place is +14:60 from UTC')
  expect(instantFault('2026-11-22T10:00-24:00')).toBe('no place is -24:00 from UTC')
})

test('an instant without its Z is told so, and nothing is called so', () => {
  expect(instantFault('2026-11-22T10:00')).toMatch(/: an instant ends with Z$/)
  expect(instantFault('2026-11-22T10:00', 'instant')).toMatch(/: an instant ends with Z$/)
  expect(instantFault('2026-11-22', 'instant')).toMatch(/, got "2026-11-22"$/)
  expect(instantFault(null)).toBe('expected YYYY-MM-DD, got nothing')
})

test('the next minute goes over midnight', () => {
  expect(minuteAfter('2026-12-31T23:59Z')).toBe('2027-01-01T00:00Z')
})

test('NOW is a day or an instant', () => {
  expect(nowOf('2026-12-24T09:00Z')).toBe(Date.UTC(2026, 11, 24, 9))
  expect(() => nowOf('tomorrow')).toThrow('NOW: expected YYYY-MM-DD, got "tomorrow"')
})
