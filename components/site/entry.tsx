// One piece in a list: its number if it has one, title, summary, what it costs, and a drawing.

import type { ReactNode } from 'react'

export type EntryProps = {
  href: string
  title: string
  summary: string
  /** Minutes of reading, pictures included. */
  minutes: number
  figures: number
  /** Its number in the course. */
  part?: number
  /** The still of its first figure, simplified. */
  thumb?: ReactNode
  /** “draft” or “scheduled”: seen in development only. */
  mark?: string
}

const cost = (minutes: number, figures: number) =>
  `${minutes} min${figures > 0 ? ` · ${figures} ${figures === 1 ? 'figure' : 'figures'}` : ''}`

/** Room for a drawing beside the words; without one the words begin at the same edge. */
const drawn = 'md:grid-cols-[4rem_minmax(0,1fr)_15rem] lg:grid-cols-[5rem_minmax(0,1fr)_18rem]'
const plain = 'lg:grid-cols-[5rem_minmax(0,1fr)]'

/** `Level` is the heading’s: h3 under a section of the home page, h2 on a page of its own. */
export function Entry({ level: Level = 'h3', ...entry }: EntryProps & { level?: 'h2' | 'h3' }) {
  const { href, title, part, thumb, mark } = entry
  return (
    <article
      className={`
        grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-t border-hair py-7
        sm:grid-cols-[4rem_minmax(0,1fr)] sm:gap-x-6 print:break-inside-avoid
        ${thumb ? drawn : plain}`}
    >
      {part !== undefined && (
        <p className="font-display text-[2.25rem] leading-none text-soft sm:text-[2.75rem]">
          <span className="sr-only">Part </span>
          {part}
        </p>
      )}
      <div className={part === undefined ? 'max-md:col-span-2 md:col-start-2' : ''}>
        <Level className="text-[1.375rem] leading-snug font-semibold text-balance">
          <a href={href} className="no-underline hover:underline">
            {title}
          </a>
          {mark && <span className="ml-3 text-base text-vermilion">{mark}</span>}
        </Level>
        <Summary {...entry} />
      </div>
      {thumb && (
        <div
          aria-hidden="true"
          className="
            self-start border border-hair bg-panel max-md:col-start-2 max-md:mt-5
            max-md:max-w-[22rem] md:row-start-1 md:col-start-3"
        >
          {thumb}
        </div>
      )}
    </article>
  )
}

function Summary({ href, title, summary, minutes, figures }: EntryProps) {
  return (
    <>
      <p className="mt-1.5 max-w-[40rem] text-[1.0625rem] leading-normal text-soft">{summary}</p>
      <p className="mt-2 text-[0.9375rem] text-soft">
        <a href={href} className="text-ink" aria-label={`Read more: ${title}`}>
          Read more
        </a>
        {` · ${cost(minutes, figures)}`}
      </p>
    </>
  )
}

/** A named part of a list page. */
export function Shelf({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-20">
      <h2 id={id} className="scroll-mt-8 pb-4 text-[1.125rem] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
