// Small words that every description needs: lists, counts, and who is meant.

import type { Glyph } from '@/lib/sim/protocol'

/** "n1, n2 and n3". */
export const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** "1 message", "3 messages". */
export const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** Things that say the same, together, in the order in which each was first said. */
export const grouped = <T>(
  all: readonly T[],
  says: (one: T) => string,
): (readonly [string, T[]])[] => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const words = says(one)
    groups.set(words, [...(groups.get(words) ?? []), one])
  }
  return [...groups]
}

/** A full stop, and a capital unless it begins with a name like n1. */
export const sentence = (words: string) =>
  `${/^[a-z]+\d/.test(words) ? words[0] : (words[0]?.toUpperCase() ?? '')}${words.slice(1)}.`

/** "promise: yes"; of a yes that is called so, "yes". */
export const glyphWords = ({ word, answer }: Glyph) =>
  answer && answer !== word ? `${word}: ${answer}` : word

/** What met a message that did not arrive. */
export const fateWords = {
  lost: 'lost',
  cut: 'stopped by the wall',
  unheard: 'not heard',
} as const
