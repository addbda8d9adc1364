// Words that the build has held against a run: a link that moves the figure to their moment.

import type { ReactNode } from 'react'

type Props = {
  /** The figure’s id, and where the sentence begins to hold, ms; none where it always does. */
  id: string
  moment?: number
  /** What kind of promise the link makes: a claim is checked, a moment only shown. */
  is: 'claim' | 'moment'
  children?: ReactNode
}

/** Without JavaScript it goes to the figure. */
export function MomentLink({ id, moment, is, children }: Props) {
  const query = moment === undefined ? '' : `?at=${moment}`
  return (
    <a href={`${query}#${id}`} data-is={is}>
      {children}
    </a>
  )
}
