// Which picture has which name, and how to fetch it.

import type { Picture } from './picture'

/** Whole pictures: drawing, words and legend. */
export const pictures: Record<string, () => Promise<Picture>> = {
  cluster: async () => (await import('./cluster')).cluster,
  quorums: async () => (await import('./quorums')).quorums,
  lanes: async () => (await import('./lanes')).lanes,
  clocks: async () => (await import('./clocks')).clocks,
  history: async () => (await import('./history')).history,
  log: async () => (await import('./log')).log,
}
