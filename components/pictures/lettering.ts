// How much room a line of text needs in the figures' face, a little rounded up.

import type { Box, Point } from './geometry'

const narrow = /[ !'(),./:;IJ[\]fijlrt|-]/
const broad = /[%@MNWmw—]/
const capital = /[A-Z]/

const widthOf = (letter: string) =>
  narrow.test(letter) ? 0.38 : broad.test(letter) ? 0.95 : capital.test(letter) ? 0.74 : 0.58

/** Width in the units of `size`; tested against the face's own table. */
export const textWidth = (words: string, size: number) =>
  [...words].reduce((sum, letter) => sum + widthOf(letter), 0) * size

/** The box of a line of text, from its baseline and its anchor. */
export const textBox = (
  { x, y }: Point,
  words: string,
  size: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Box => {
  const width = textWidth(words, size)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return [left, y - 0.76 * size, left + width, y + 0.24 * size]
}

/** The words that fit into a width; the last one that does not is cut off with dots. */
export const fitting = (words: string, size: number, width: number) => {
  if (textWidth(words, size) <= width) return words
  let cut = words
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
