// A heading that can be linked to: its words are the link, a § in the margin the hint.

import type { ReactNode } from 'react'

type Props = { id?: string; children?: ReactNode }

const looks = {
  h2: 'mt-[2.4em] mb-[0.5em] text-[1.375em] leading-tight font-semibold',
  h3: 'mt-[2em] mb-[0.4em] text-[1.1em] leading-snug font-semibold',
  h4: 'mt-[1.8em] mb-[0.3em] text-[1em] leading-snug font-semibold italic',
}

function heading(Level: 'h2' | 'h3' | 'h4') {
  return function Heading({ id, children }: Props) {
    return (
      <Level id={id} className={`clear-left break-after-avoid ${looks[Level]}`}>
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
