// A word of the glossary: a link to its entry, and its sentence on hover and focus.

import type { ReactNode } from 'react'

type Props = {
  /** Where the entry is: /glossary#quorum. */
  to: string
  /** One sentence. */
  definition: string
  /** Unlike any other id of the page. */
  id: string
  children?: ReactNode
}

/** No script: the sentence is there, and shown by the stylesheet to a fine pointer or the keys. */
export function Term({ to, definition, id, children }: Props) {
  return (
    <span className="term">
      <a href={to} aria-describedby={id}>
        {children}
      </a>
      <span id={id} role="tooltip">
        {definition}
      </span>
    </span>
  )
}
