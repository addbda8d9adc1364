// The drawings alone, for a figure that wakes: their words and legends are fetched when wanted.

import type { PictureName } from '@/lib/sim/protocol'
import { type Drawing, drawingOf } from './picture'

export const drawings: { readonly [N in PictureName]?: () => Promise<Drawing> } = {
  cluster: async () => drawingOf('cluster', (await import('./cluster/draw')).drawCluster),
  quorums: async () => drawingOf('quorums', (await import('./quorums/draw')).draw),
  lanes: async () => drawingOf('lanes', (await import('./lanes/draw')).draw),
  clocks: async () => drawingOf('clocks', (await import('./clocks/draw')).draw),
  history: async () => drawingOf('history', (await import('./history/draw')).draw),
  log: async () => drawingOf('log', (await import('./log/draw')).draw),
  chart: async () => drawingOf('chart', (await import('./chart/draw')).draw),
  points: async () => (await import('./points')).points,
  bars: async () => (await import('./bars')).bars,
  tree: async () => (await import('./tree')).tree,
}
