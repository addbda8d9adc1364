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
    <span className="group relative">
      <a href={to} aria-describedby={id} className="decoration-grey decoration-1">
        {children}
      </a>
      <span
        id={id}
        role="tooltip"
        className="
          absolute top-full left-0 z-10 hidden w-64 border border-hair bg-panel px-4 py-3
          text-left text-sm leading-normal font-normal text-ink not-italic
          group-focus-within:block group-hover:block max-md:sr-only print:hidden"
      >
        {definition}
      </span>
    </span>
  )
}
