// A page for a piece that wants to be left alone: a title, the words, the day. Nothing else.

import { longDay } from './day'
import { holding, type Words } from './words'

type Props = { title: string; date: string; report: string; words: Words }

export function Quiet({ title, date, report, words }: Props) {
  return (
    <main id="text" className="mx-auto max-w-[36rem] px-4 pt-16 sm:px-6 sm:pt-28">
      <h1 className="mb-10 font-display text-[2.5rem] leading-tight font-medium">{title}</h1>
      <div className="body leading-[1.7]" {...holding(words)} />
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
