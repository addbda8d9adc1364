// What stands around every figure: its frame, the way past it, its caption, its end.

import type { ReactNode } from 'react'

type Props = {
  id: string
  /** One line under a post's first figure, until the figure is first used. */
  hint?: string | undefined
  caption: ReactNode
  /** What stands under the caption: what happens, in words. */
  words?: ReactNode
  children: ReactNode
}

export const FigureFrame = ({ id, hint, caption, words, children }: Props): ReactNode => (
  <figure id={id} className="frame">
    <a href={`#${id}-end`} className="skip">
      Skip figure
    </a>
    {children}
    {hint && (
      <p
        className="
          border-t border-hair px-4 py-2.5 text-[0.9375rem] italic
          [@media(scripting:none)]:hidden print:hidden in-[:has(>[data-awake])]:invisible"
      >
        {hint}
      </p>
    )}
    {caption && (
      <figcaption className="border-t border-hair px-4 py-3 text-[0.9375rem] text-soft">
        {caption}
      </figcaption>
    )}
    {words}
    <span id={`${id}-end`} tabIndex={-1} />
  </figure>
)
