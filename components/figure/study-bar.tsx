// The controls of what can be edited in a study: the operations of a history, and nothing else yet.

import type { ReactNode } from 'react'
import type { AnyStudied } from '@/lib/studies/study'
import type { Entries } from './history-edits'
import { type DevelopedStudy, optionOf } from './study'

export function barOf(
  developed: DevelopedStudy,
  studied: AnyStudied,
  id: string,
  marked?: number,
): ReactNode {
  const { bar: Bar } = developed
  if (!Bar) return undefined
  const entries = optionOf(developed, studied, 'operations') as unknown as Entries
  return <Bar id={id} entries={entries} marked={marked} />
}
