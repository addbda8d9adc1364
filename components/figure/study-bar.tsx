// The controls of what can be edited in a study: the operations of a history, and nothing else yet.

import type { ReactNode } from 'react'
import type { AnyStudied } from '@/lib/studies/study'
import type { Entries } from './history-edits'
import type { Pen } from './study'

/** The operations as they stand; a page always says what they are. */
export const entriesOf = ({ options }: AnyStudied) =>
  (options?.operations ?? []) as unknown as Entries

export function barOf(
  { bar: Bar }: Pen,
  studied: AnyStudied,
  id: string,
  marked?: number,
): ReactNode {
  if (!Bar) return undefined
  return <Bar id={id} entries={entriesOf(studied)} marked={marked} />
}
