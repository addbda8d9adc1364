// A heading that can be linked to: its words are the link, a § in the margin the hint.

import type { ReactNode } from 'react'

type Props = { id?: string; children?: ReactNode }

/** In marks.css. */
const looks = { h2: 'section', h3: 'subsection', h4: 'point' }

function heading(Level: 'h2' | 'h3' | 'h4') {
  return function Heading({ id, children }: Props) {
    return (
      <Level id={id} className={looks[Level]}>
        {id ? (
          <a href={`#${id}`} className="section-mark">
            {children}
          </a>
        ) : (
          children
        )}
      </Level>
    )
  }
}

export const Section = heading('h2')
export const Subsection = heading('h3')
export const Point = heading('h4')
