// Transactions for tests: written short by hand, or run one after another.

import type { Step, Transaction } from './transaction'

const outcomes = { '!': 'fail', '?': 'unknown' } as const

/** Elle's shorthand: `ax1ry12` appends 1 to x and reads 1, 2 from y; `!` failed, `?` unknown. */
export function transactions(text: string): Transaction[] {
  return text.split('; ').map((word) => {
    const steps = [...word.matchAll(/([ar])([a-z])(\d*)/g)].map(([, kind, key, digits]): Step => {
      const elements = [...digits!].map(Number)
      return kind === 'a' ? ['append', key!, elements[0]!] : ['read', key!, elements]
    })
    return { steps, outcome: outcomes[word[0] as keyof typeof outcomes] ?? 'ok' }
  })
}

/** Runs the transactions one after another on lists that start empty. */
export function serial(
  plans: readonly (readonly [kind: string, key: string])[][],
): { steps: Step[] }[] {
  const lists: { [key: string]: number[] } = {}
  let element = 0
  return plans.map((plan) => ({
    steps: plan.map(([kind, key]): Step => {
      lists[key] ??= []
      if (kind === 'read') return ['read', key, [...lists[key]]]
      lists[key].push(++element)
      return ['append', key, element]
    }),
  }))
}
