// A histogram in which every run is a dot; how high a heap is, its axis can say.

import type { Layer } from '@/lib/studies/drawn'
import type { Plane } from './axes'

type Heap = Extract<Layer, { is: 'heap' }>
export type HeapDot = { readonly x: number; readonly y: number; readonly seed: number }

const largest = 12

/** Where the dot of each run is, and how wide a dot may be. */
export function heapOf({ bins }: Heap, { x, y }: Plane) {
  const widths = bins.map(({ from, to }) => x.place(to) - x.place(from))
  const width = Math.max(1, Math.min(...widths) - 1)
  const [floor, high] = [y.place(0), y.place(0) - y.place(1)]
  // So many side by side that dots are as high as they are wide.
  const across = Math.max(1, Math.floor(Math.sqrt(width / high)))
  const pitch = across * high
  const size = Math.min(largest, pitch, width / across)
  const dots = bins.flatMap(({ from, to, seeds }) => {
    const middle = (x.place(from) + x.place(to)) / 2
    const wide = Math.min(across, Math.max(1, seeds.length))
    return seeds.map((seed, i): HeapDot => {
      const column = (i % across) - (wide - 1) / 2
      const row = Math.floor(i / across) + 0.5
      return { x: middle + column * (width / across), y: floor - row * pitch, seed }
    })
  })
  return { dots, size }
}
