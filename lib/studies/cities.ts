// Where cities are, and how far it is from one to another over the globe.

/** Latitude and longitude in degrees: GeoNames (geonames.org, CC BY 4.0). */
export const cities = {
  Auckland: [-36.84853, 174.76349],
  Dublin: [53.33306, -6.24889],
  Frankfurt: [50.11552, 8.68417],
  Johannesburg: [-26.20227, 28.04363],
  London: [51.50853, -0.12574],
  Mumbai: [19.07283, 72.88261],
  'New York': [40.71427, -74.00597],
  'San Francisco': [37.77493, -122.41942],
  'São Paulo': [-23.5475, -46.63611],
  Singapore: [1.28967, 103.85007],
  Sydney: [-33.86785, 151.20732],
  Tokyo: [35.6895, 139.69171],
} as const satisfies { readonly [city: string]: readonly [latitude: number, longitude: number] }

export type City = keyof typeof cities
export const cityNames = Object.keys(cities) as readonly City[]

/** The mean radius of the Earth, km (IUGG: R₁ of the GRS 80 ellipsoid). */
const radiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along a great circle, in whole km: the haversine formula, on a sphere. */
export function distanceKm(from: City, to: City): number {
  const [[latA, lonA], [latB, lonB]] = [cities[from], cities[to]]
  const halfLat = Math.sin(radians(latB - latA) / 2)
  const halfLon = Math.sin(radians(lonB - lonA) / 2)
  const h =
    halfLat * halfLat + Math.cos(radians(latA)) * Math.cos(radians(latB)) * halfLon * halfLon
  return Math.floor(2 * radiusKm * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h)) + 0.5)
}
