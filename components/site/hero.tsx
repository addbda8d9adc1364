// The first screen of the home page: one sentence, and one live figure beside it.

import type { ReactNode } from 'react'

type Props = {
  title: string
  says: string
  start: { href: string; says: string }
  children: ReactNode
}

export function Hero({ title, says, start, children }: Props) {
  return (
    <div
      className="
        grid items-center gap-x-8 gap-y-10 pt-8 sm:pt-12
        lg:grid-cols-[minmax(0,3fr)_minmax(0,5fr)]"
    >
      <div>
        <h1
          className="
            font-display text-[clamp(2.25rem,1.3rem+2.6vw,3.5rem)] leading-[1.08] font-medium
            tracking-[-0.012em]"
        >
          {title}
        </h1>
        <p className="mt-5 max-w-[27rem] text-[1.2em] leading-[1.42] text-soft">{says}</p>
        <p className="mt-7">
          <a href={start.href}>{start.says}</a>
        </p>
      </div>
      <div className="-mx-4 min-w-0 sm:mx-0">{children}</div>
    </div>
  )
}
