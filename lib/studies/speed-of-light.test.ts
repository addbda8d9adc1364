// Distances on the globe, and the round trips that nothing can beat.

import { expect, test } from 'vitest'
import { defaults } from '@/lib/sim/protocol'
import { type City, cities, cityNames, distanceKm } from './cities'
import { roundTripMs, speedOfLight } from './speed-of-light'

const at = (options: object) =>
  speedOfLight.compute({ ...defaults(speedOfLight.options), ...options })

/** By the law of cosines, another way to the same number. */
const byCosines = (a: City, b: City) => {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [[latA, lonA], [latB, lonB]] = [cities[a], cities[b]]
  const cos =
    Math.sin(rad(latA)) * Math.sin(rad(latB)) +
    Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.cos(rad(lonB - lonA))
  return 6371.0088 * Math.acos(cos)
}

test('distances agree with the law of cosines, and are the same both ways', () => {
  for (const a of cityNames)
    for (const b of cityNames) {
      if (a === b) continue
      expect(Math.abs(distanceKm(a, b) - byCosines(a, b)), `${a} to ${b}`).toBeLessThan(0.51)
      expect(distanceKm(a, b)).toBe(distanceKm(b, a))
    }
})

test('London and New York are 5,570 km apart, and a quarter of the globe is 10,007 km', () => {
  expect(Math.abs(distanceKm('London', 'New York') - 5570)).toBeLessThan(3)
  expect((6371.0088 * Math.PI) / 2).toBeCloseTo(10007.56, 1)
})

test('light needs a millisecond for 300 km, and glass half as much again', () => {
  expect(roundTripMs(299.792458)).toBe(2)
  expect(roundTripMs(5570)).toBe(37.2)
  expect(roundTripMs(5570, 1.468)).toBe(54.5)
})

test('a longer cable and denser glass make every round trip longer by as much', () => {
  const [straight, long] = [at({}).roundTrips, at({ detour: 2 }).roundTrips]
  for (const [city, ms] of Object.entries(straight))
    expect(Math.abs(long[city]! - 2 * ms), city).toBeLessThanOrEqual(0.15)
  expect(at({ index: 1 }).rows.every(({ values: [glass, space] }) => glass === space)).toBe(true)
})

test('the rows go from near to far and leave out where one is', () => {
  const { rows } = at({ from: 'Tokyo' })
  expect(rows.map(({ name }) => name)).not.toContain('Tokyo')
  expect(rows).toHaveLength(cityNames.length - 1)
  const trips = rows.map(({ values }) => values[0]!)
  expect(trips).toEqual([...trips].sort((a, b) => a - b))
})

test('what light in a vacuum takes is drawn as long whatever the cable is', () => {
  expect(at({ detour: 2.1 }).across).toEqual(at({}).across)
  for (const detour of [1, 2.5])
    for (const { values } of at({ detour }).rows)
      expect(Math.max(...values)).toBeLessThanOrEqual(at({}).across.to)
})
