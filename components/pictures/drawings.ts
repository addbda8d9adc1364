// The drawings alone, for a figure that wakes: their words and legends are fetched when wanted.

import { type Drawing, drawingOf } from './picture'

export const drawings: Record<string, () => Promise<Drawing>> = {
  cluster: async () => drawingOf('cluster', (await import('./cluster/draw')).drawCluster),
  quorums: async () => drawingOf('quorums', (await import('./quorums/draw')).draw),
  lanes: async () => drawingOf('lanes', (await import('./lanes/draw')).draw),
  clocks: async () => drawingOf('clocks', (await import('./clocks/draw')).draw),
  history: async () => drawingOf('history', (await import('./history/draw')).draw),
  log: async () => drawingOf('log', (await import('./log/draw')).draw),
}
