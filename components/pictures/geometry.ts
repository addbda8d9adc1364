// Points, boxes and the few shapes that every picture is made of, as numbers and path data.

export type Point = { readonly x: number; readonly y: number }
export type Segment = readonly [Point, Point]
/** left, top, right, bottom */
export type Box = readonly [number, number, number, number]

/** Tenths of a unit are finer than any screen, and short in the page. */
export const tenth = (n: number) => Math.round(n * 10) / 10
export const between = (a: Point, b: Point, way: number): Point => ({
  x: a.x + (b.x - a.x) * way,
  y: a.y + (b.y - a.y) * way,
})
export const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)
export const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n))
/** The mean of some points, so far: each pulls it as far as one of so many does. */
export const middle = (points: readonly Point[]): Point =>
  points.reduce((mean, p, i) => between(mean, p, 1 / (i + 1)), { x: 0, y: 0 })

/** Path data from words and numbers, without a needless space: `path('M', 1, 2, 'L', 3, 4)`. */
export const path = (...parts: readonly (string | number)[]) => {
  let data = ''
  for (const part of parts) {
    const text = typeof part === 'number' ? `${tenth(part)}` : part
    data += /\d$/.test(data) && /^\d/.test(text) ? ` ${text}` : text
  }
  return data
}

/** For what is drawn around 0 0. */
export const movedTo = ({ x, y }: Point, degrees?: number) =>
  `translate(${tenth(x)} ${tenth(y)})${degrees ? `rotate(${tenth(degrees)})` : ''}`

export const circle = (x: number, y: number, r: number) =>
  path('M', x - r, y, 'a', r, r, '0 1 0', 2 * r, '0a', r, r, '0 1 0', -2 * r, '0')

/** An arc clockwise from the top, `share` of the whole turn long. */
export const arc = ({ x, y }: Point, r: number, share: number) => {
  if (share <= 0) return ''
  const turn = 2 * Math.PI * Math.min(share, 0.9999)
  const to = { x: x + r * Math.sin(turn), y: y - r * Math.cos(turn) }
  return path('M', x, y - r, 'A', r, r, `0 ${share > 0.5 ? 1 : 0} 1`, to.x, to.y)
}

/** Where two segments meet, as the way along the first from 0 to 1. */
export const meeting = ([a, b]: Segment, [c, d]: Segment): number | undefined => {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y]
  const cross = ux * vy - uy * vx
  if (cross === 0) return undefined
  const way = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross
  const other = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross
  return way >= 0 && way <= 1 && other >= 0 && other <= 1 ? way : undefined
}

/** Whether a segment touches a box: clipped against its four sides, something is left. */
export const touches = ([a, b]: Segment, [left, top, right, bottom]: Box) => {
  let [from, to] = [0, 1]
  const clip = (step: number, room: number) => {
    if (step === 0) return room >= 0
    if (step < 0) from = Math.max(from, room / step)
    else to = Math.min(to, room / step)
    return from <= to
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  return (
    clip(-dx, a.x - left) && clip(dx, right - a.x) && clip(-dy, a.y - top) && clip(dy, bottom - a.y)
  )
}

export const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/**
 * A line through fewer points: those are left out that a straight line misses by no more than
 * `off` (Ramer 1972, Douglas and Peucker 1973). The ends stay.
 */
export function simplified(points: readonly Point[], off = 0.1): readonly Point[] {
  if (points.length < 3) return points
  const [a, b] = [points[0]!, points.at(-1)!]
  const length = distance(a, b)
  // Where the ends meet, the distance from them is what counts.
  const far = (p: Point) =>
    length === 0
      ? distance(a, p)
      : Math.abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length
  let farthest = 0
  for (let i = 1; i < points.length - 1; i++)
    if (farthest === 0 || far(points[i]!) > far(points[farthest]!)) farthest = i
  if (far(points[farthest]!) <= off) return [a, b]
  const before = simplified(points.slice(0, farthest + 1), off)
  return [...before.slice(0, -1), ...simplified(points.slice(farthest), off)]
}

/** At a right angle to the way from one point to another, and so long. */
export const aside = (a: Point, b: Point, long: number): readonly [dx: number, dy: number] => {
  const part = long / (distance(a, b) || 1)
  return [(b.y - a.y) * part, (a.x - b.x) * part]
}
