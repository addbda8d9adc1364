// The head of a post: where it stands, its title, and what a reader is about to spend.

import { longDay } from './day'

type Props = {
  kicker: string
  title: string
  subtitle?: string
  /** Instants, ISO 8601. */
  date: string
  updated?: string
  minutes: number
  figures: number
  claims: number
  /** Where it is told how claims are checked. */
  about: string
  /** A draft or a piece of the future: seen in development only. */
  mark?: string
}

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

export function PostHead(props: Props) {
  const { kicker, title, subtitle, date, updated, minutes, figures, claims, about, mark } = props
  return (
    <header className="max-w-[46rem]">
      <p className="text-base text-soft">
        {kicker}
        {mark && <strong className="ml-3 text-vermilion">{mark}</strong>}
      </p>
      <h1 className="mt-5 font-display text-title font-medium tracking-[-0.012em]">{title}</h1>
      {subtitle && (
        <p className="mt-4 text-[1.2em] leading-[1.42] text-pretty text-soft">{subtitle}</p>
      )}
      <p className="mt-6 border-t border-hair pt-3.5 text-[0.9375rem] text-soft">
        <time dateTime={date.slice(0, 10)}>{longDay(date)}</time>
        {updated && (
          <>
            , corrected <time dateTime={updated.slice(0, 10)}>{longDay(updated)}</time>
          </>
        )}
        {[
          ` · ${count(minutes, 'minute')}`,
          figures > 0 ? ` and ${count(figures, 'figure')}` : '',
          claims > 0 ? ' · ' : '',
        ].join('')}
        {claims > 0 && (
          <a href={about} className="print:no-underline">
            every claim here is checked by the build
          </a>
        )}
      </p>
    </header>
  )
}
