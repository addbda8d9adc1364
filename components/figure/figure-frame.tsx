// What stands around every figure: its frame, the way past it, its caption, its end.

import type { ReactNode } from 'react'

type Props = {
  id: string
  /** One line under a post's first figure, until the figure is first used. */
  hint?: string | undefined
  caption: ReactNode
  /** What stands over the caption: what happens, in words. */
  words?: ReactNode
  children: ReactNode
}

export const FigureFrame = ({ id, hint, caption, words, children }: Props): ReactNode => (
  <figure id={id} className="frame">
    <div className="extra">
      <a href={`#${id}-end`} className="skip">
        Skip figure
      </a>
    </div>
    {children}
    {hint && (
      <p
        className="
          extra border-t border-hair px-4 py-2.5 text-[0.9375rem] italic
          [@media(scripting:none)]:hidden print:hidden in-[:has(>[data-awake])]:invisible"
      >
        {hint}
      </p>
    )}
    {words}
    {caption ? (
      <figcaption>
        {caption}
        <End id={id} />
      </figcaption>
    ) : (
      <End id={id} />
    )}
  </figure>
)

/** Where those go on who skip the figure. */
const End = ({ id }: { id: string }): ReactNode => <span id={`${id}-end`} tabIndex={-1} />
