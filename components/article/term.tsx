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

/**
 * No script: the sentence is there, and shown by the stylesheet to a fine pointer or the keys. It
 * describes the link and is no part of the text, or reader views would set it in the middle of one.
 */
export function Term({ to, definition, id, children }: Props) {
  return (
    <span className="term">
      <a href={to} aria-describedby={id}>
        {children}
      </a>
      <span id={id} role="tooltip" aria-hidden="true">
        {definition}
      </span>
    </span>
  )
}
