// How much room a label of the lanes needs: italics, whose spaces and round letters are narrower.

import { textWidth } from '../lettering'

const widthOf = (letter: string) =>
  letter === ' ' ? 0.24 : /[ces?]/.test(letter) ? 0.46 : textWidth(letter, 1)

/** Nearer to the truth than `textWidth`, since between the lanes of a phone every unit counts. */
export const italicWidth = (words: string, size: number) =>
  [...words].reduce((sum, letter) => sum + widthOf(letter), 0) * size
