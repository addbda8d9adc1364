// Below which no round trip between two cities can be, through space and through glass.

import type { Values } from '@/lib/sim/protocol'
import { type City, cityNames, distanceKm } from './cities'
import type { Bars } from './drawn'
import { rounded, type Study } from './study'

const options = {
  from: { is: 'choice', of: cityNames, default: 'Frankfurt', says: 'from' },
  detour: {
    is: 'number',
    from: 1,
    to: 2.5,
    step: 0.05,
    default: 1,
    says: 'cable, times the distance',
  },
  index: {
    is: 'number',
    from: 1,
    to: 1.6,
    step: 0.001,
    default: 1.468,
    says: 'refractive index of the fibre',
  },
} as const

const longest = options.detour.to

type Data = Bars & { readonly roundTrips: { readonly [city: string]: number } }

/** Exactly, by the definition of the metre. */
const lightKmPerMs = 299.792458

/** There and back, in ms to a tenth: over `km`, `index` times slower than light in a vacuum. */
export const roundTripMs = (km: number, index = 1) => rounded((2 * km * index) / lightKmPerMs, 1)

const thousands = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')

function compute({ from, detour, index }: Values<typeof options>): Data {
  const here = from as City
  const rows = cityNames
    .filter((city) => city !== here)
    .map((name) => ({ name, km: distanceKm(here, name) }))
    .sort((a, b) => a.km - b.km)
    .map(({ name, km }) => ({
      name,
      note: `${thousands(km)} km`,
      values: [roundTripMs(km * detour, index), roundTripMs(km)],
    }))
  const [near, far] = [rows[0]!, rows.at(-1)!]
  const cable = detour > 1 ? `a cable of ${detour} times the distance` : 'glass'
  return {
    roundTrips: Object.fromEntries(rows.map(({ name, values }) => [name, values[0]!])),
    says:
      `Through ${cable}, from ${here} to ${near.name} and back takes at least ` +
      `${near.values[0]} ms, to ${far.name} and back ${far.values[0]}.`,
    // Of the longest cable that can be asked for: what light in a vacuum takes stays as long.
    across: {
      says: 'least round trip, ms',
      from: 0,
      to: roundTripMs(distanceKm(here, far.name) * longest, index),
    },
    parts: [
      { says: 'through glass', hue: 4 },
      { says: 'light in a vacuum', hue: 0 },
    ],
    rows,
  }
}

/**
 * The speed of light over the great circle; a standard single-mode fibre has a group index of
 * about 1.468 at 1,550 nm (ITU-T G.652 fibres), so that light in it goes at 204 km a millisecond.
 */
export const speedOfLight = {
  name: 'speed-of-light',
  says: 'No answer comes back sooner than light can go there and return.',
  options,
  compute,
  facts: ({ roundTrips }) => roundTrips,
  picture: 'bars',
} satisfies Study<typeof options, 'bars', Data>
