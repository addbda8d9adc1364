// A part of a figure that only an edit changes: until then it stays as the server drew it.

import type { ReactNode } from 'react'

type Props = { className: string; children: ReactNode }

/**
 * With nothing to draw it keeps what is there: hydration does not look inside. It is drawn anew
 * under another key, because emptying it would need markup as text, which the policy blocks.
 */
export const Slot = ({ className, children }: Props): ReactNode =>
  children === undefined ? (
    <div
      key="kept"
      className={className}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  ) : (
    <div key="drawn" className={className}>
      {children}
    </div>
  )
