// What stands under a post: corrections, how to cite it, where to report a mistake, the licence.

import type { ReactNode } from 'react'
import { Mark } from '@/components/site/mark'
import { longDay } from './day'

type Props = {
  /** The address that will not change, absolute. */
  permalink: string
  title: string
  name: string
  date: string
  changes: readonly { day: string; says: string }[]
  tags: readonly { href: string; name: string }[]
  /** Where a mistake is reported: a mailto: or an issue tracker. */
  report: string
  /** The same words for machines. */
  twin?: string
}

/** The end sign is the mark. */
export function Colophon(props: Props) {
  const { permalink, title, name, date, changes, tags, report, twin } = props
  return (
    <footer className="mt-14 max-w-text text-[0.9375rem] leading-relaxed text-soft">
      <p className="mb-8 text-ink">
        <Mark />
      </p>
      <dl
        className="
          grid gap-x-8 gap-y-4 border-t border-hair pt-5 sm:grid-cols-[8rem_minmax(0,1fr)]"
      >
        <Corrections changes={changes} report={report} />
        <Row says="To cite">
          <p>
            {`“${title}”, `}
            <cite>{name}</cite>
            {`, ${longDay(date)}. `}
            <a href={permalink} className="wrap-anywhere">
              {permalink}
            </a>
          </p>
        </Row>
        <Licence twin={twin} />
        {tags.length > 0 && <Tags tags={tags} />}
      </dl>
    </footer>
  )
}

function Corrections({ changes, report }: Pick<Props, 'changes' | 'report'>) {
  return (
    <Row says="Corrections">
      {changes.length === 0 && <p>None so far.</p>}
      {changes.map(({ day, says }) => (
        <p key={day + says}>
          <time dateTime={day.slice(0, 10)}>{longDay(day)}</time>: {says}
        </p>
      ))}
      <p className="print:hidden">
        <a href={report}>Report a mistake</a>
      </p>
    </Row>
  )
}

function Licence({ twin }: { twin: string | undefined }) {
  return (
    <Row says="Licence">
      <p>
        {'Words and pictures '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
          CC BY 4.0
        </a>
        , code MIT.
        {twin && (
          <span className="print:hidden">
            {' This article as '}
            <a href={twin}>plain text</a>.
          </span>
        )}
      </p>
    </Row>
  )
}

function Tags({ tags }: Pick<Props, 'tags'>) {
  return (
    <Row says="Filed under">
      <p>
        {tags.map((tag, i) => (
          <span key={tag.href}>
            {i > 0 && ', '}
            <a href={tag.href} rel="tag">
              {tag.name}
            </a>
          </span>
        ))}
      </p>
    </Row>
  )
}

function Row({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="font-semibold text-ink">{says}</dt>
      <dd className="max-sm:-mt-3">{children}</dd>
    </div>
  )
}
