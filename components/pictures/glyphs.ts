// The shapes of messages and the signs on them, as path data around a centre.

import type { Glyph } from '@/lib/sim/protocol'
import { circle, path } from './geometry'

/** A message's own shape; all cover about the same area as a dot of radius `r`. */
export const shapePath = (shape: Glyph['shape'], r: number, x = 0, y = 0) => {
  const [a, b] = [r * 1.25, r * 0.9]
  if (shape === 'diamond') return path('M', x, y - a, 'L', x + a, y, x, y + a, x - a, y, 'Z')
  if (shape === 'square') return path('M', x - b, y - b, 'h', 2 * b, 'v', 2 * b, 'h', -2 * b, 'Z')
  if (shape === 'triangle') return path('M', x, y - a, 'L', x + a, y + b, x - a, y + b, 'Z')
  return circle(x, y, r)
}

/** + for yes, − for no. */
export const answerPath = (answer: Glyph['answer'], r: number, x = 0, y = 0) => {
  if (!answer) return ''
  const across = path('M', x - r, y, 'h', 2 * r)
  return answer === 'yes' ? `${across} ${path('M', x, y - r, 'v', 2 * r)}` : across
}

/** ✕, which the face does not have. */
export const crossPath = (r: number, x = 0, y = 0) =>
  path('M', x - r, y - r, 'l', 2 * r, 2 * r, 'm', 0, -2 * r, 'l', -2 * r, 2 * r)

/** Two upright bars: paused. */
export const barsPath = (r: number, x = 0, y = 0) =>
  path('M', x - r / 2, y - r, 'v', 2 * r, 'M', x + r / 2, y - r, 'v', 2 * r)

/** Hatching inside a circle: down. */
export const hatchPath = (r: number, x = 0, y = 0, gap = 7) => {
  const parts: (string | number)[] = []
  for (let o = gap / 2 - r + 1; o < r; o += gap) {
    const half = Math.sqrt(r * r - o * o)
    const [ax, ay] = [(o - half) * Math.SQRT1_2, (o + half) * Math.SQRT1_2]
    parts.push('M', x + ax, y + ay, 'l', half * Math.SQRT2, -half * Math.SQRT2)
  }
  return path(...parts)
}
