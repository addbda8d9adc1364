// A page for a piece that wants to be left alone: a title, the words, the day. Nothing else.

import type { ReactNode } from 'react'
import { longDay } from './day'

type Props = { title: string; date: string; report: string; children: ReactNode }

export function Quiet({ title, date, report, children }: Props) {
  return (
    <main id="text" className="mx-auto max-w-[36rem] px-4 pt-16 sm:px-6 sm:pt-28">
      <h1 className="mb-10 font-display text-[2.5rem] leading-tight font-medium">{title}</h1>
      <div className="leading-[1.7]">{children}</div>
      <p className="mt-20 text-[0.9375rem] text-soft">
        <time dateTime={date.slice(0, 10)}>{longDay(date)}</time>
        {' · '}
        <a href={report} className="print:hidden">
          Report a mistake
        </a>
      </p>
    </main>
  )
}
