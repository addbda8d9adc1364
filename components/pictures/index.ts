// Which picture of a film has which name, and how to fetch it.

import type { PictureName } from '@/lib/sim/protocol'
import type { Picture } from './picture'

/** Whole pictures: drawing, words and legend. Those of studies and surveys are in `data`. */
export const pictures: { readonly [N in PictureName]?: () => Promise<Picture> } = {
  cluster: async () => (await import('./cluster')).cluster,
  quorums: async () => (await import('./quorums')).quorums,
  lanes: async () => (await import('./lanes')).lanes,
  clocks: async () => (await import('./clocks')).clocks,
  history: async () => (await import('./history')).history,
  log: async () => (await import('./log')).log,
  chart: async () => (await import('./chart')).chart,
  points: async () => (await import('./points')).points,
  bars: async () => (await import('./bars')).bars,
  tree: async () => (await import('./tree')).tree,
}
