// One entry of a legend: a drawing that fills 24 × 16, and its words.

import type { ReactNode } from 'react'
import { grouped } from './names'
import type { Sign } from './picture'

export const sign = (says: string, mark: ReactNode): Sign => ({ says, mark })

/** How a mark looks, as text: its elements without what only the library that made them needs. */
const looksOf = (mark: ReactNode) =>
  JSON.stringify(mark, (key, value) => (key.startsWith('_') ? undefined : value))
export const looksAlike = (one: Sign, other: Sign) => looksOf(one.mark) === looksOf(other.mark)

const most = 4
const few = (all: readonly string[]) =>
  all.length > most ? `${all.slice(0, most - 1).join(', ')} …` : all.join(', ')

/** "pay: yes" and "hold: yes" are "pay, hold: yes"; of many alike a few are named. */
const joined = (all: readonly string[]) => {
  const answers = new Set(all.map((says) => /: \w+$/.exec(says)?.[0] ?? ''))
  const [answer = ''] = answers
  if (answers.size > 1 || !answer) return few(all)
  return few(all.map((says) => says.slice(0, -answer.length))) + answer
}

/** Signs as a legend lists them: each word once, and what looks alike as one. */
export const merged = (signs: readonly Sign[]): Sign[] => {
  const once = grouped(signs, ({ says }) => says).map(([, [one]]) => one!)
  const looks = ({ mark, also = [] }: Sign) => looksOf([mark, ...also])
  return grouped(once, looks).map(([, alike]) => ({
    ...alike[0]!,
    says: joined(alike.map(({ says }) => says)),
  }))
}
