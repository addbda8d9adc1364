// The weather in which each protocol is fuzzed, and how to fetch it; left out: `fair`.

import { fair, type Weather } from '@/lib/sim/weather'

const weathers: { readonly [protocol: string]: () => Promise<Weather> } = {
  raft: () => import('./raft/raft.weather').then((m) => m.weather),
}

/** Fetches the weather for the fuzz of a protocol by its name. */
export const fetchWeather = async (name: string): Promise<Weather> =>
  (await weathers[name]?.()) ?? fair
