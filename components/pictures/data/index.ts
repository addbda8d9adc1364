// Which picture draws which data without time, and how to fetch it.

import type { Drawn, DrawnName } from '@/lib/studies/drawn'
import type { DataPicture } from '../picture'

type Gallery = { readonly [name in DrawnName]: () => Promise<DataPicture<Drawn[name]>> }

export const dataPictures: Gallery = {
  bars: async () => (await import('./bars')).bars,
  chart: async () => (await import('./chart')).chart,
  heart: async () => (await import('./heart')).heart,
  history: async () => (await import('./history')).history,
  ring: async () => (await import('./ring')).ring,
}

/** Whichever it is: whoever fetched a study hands its data to its own picture. */
export type AnyDataPicture = DataPicture<Drawn[DrawnName]>
export const fetchDataPicture = (name: DrawnName): Promise<AnyDataPicture> =>
  dataPictures[name]() as unknown as Promise<AnyDataPicture>
