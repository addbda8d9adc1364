// Labels at the ends of lines, pushed apart until none lies over another.

/** Heights in the order given, at least `apart` from each other and not below `bottom`. */
export const spreadOut = (heights: readonly number[], apart: number, bottom: number): number[] => {
  const order = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  let floor = -Infinity
  for (const one of order) {
    one.y = Math.max(one.y, floor + apart)
    floor = one.y
  }
  let ceiling = bottom + apart
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, ceiling - apart)
    ceiling = one.y
  }
  return order.sort((a, b) => a.i - b.i).map(({ y }) => y)
}
