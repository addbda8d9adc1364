// A callout beside the argument, and a displayed formula.

import type { ReactNode } from 'react'

type CalloutProps = { title?: string; children?: ReactNode }

/** `title` is set bold before its first paragraph. */
export function Callout({ title, children }: CalloutProps) {
  return (
    <div
      className="
        my-[1.6em] border-l-[3px] border-accent py-0.5 pl-5 [&>:first-child]:mt-0
        [&>:last-child]:mb-0"
    >
      {title && <p className="font-semibold [&+p]:mt-1">{title}</p>}
      {children}
    </div>
  )
}

type FormulaProps = { say: string; children?: ReactNode }

/** `say` is how it is read aloud; the marks inside are var, sub and sup. */
export function Formula({ say, children }: FormulaProps) {
  return (
    <div className="my-[1.4em] overflow-x-auto">
      <p className="w-fit min-w-full text-center text-[1.1em]">
        <span role="math" aria-label={say}>
          {children}
        </span>
      </p>
    </div>
  )
}
