// What the protocol promises: that all of it held, or what was broken and when.

import { Fragment, type ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import { momentWords } from '@/lib/sim/words'

const broke =
  'min-h-11 text-left text-ink underline decoration-vermilion decoration-2 underline-offset-2'

/** One line; a promise that broke is a button that goes there, or words where no script runs. */
export function Promises({ film }: { film: Film }): ReactNode {
  const { broken, protocol } = film
  const count = Object.keys(protocol.always ?? {}).length
  if (count === 0) return null
  if (broken.length === 0)
    return <span>{count === 1 ? 'One promise, kept' : `${count} promises, all kept`}</span>
  return broken.map(({ promise, at }) => {
    const says = `Broken at ${momentWords(at)}: ${promise}`
    const words = <span className="line-clamp-2 @max-2xl:line-clamp-3">{says}</span>
    return (
      <Fragment key={promise}>
        <button type="button" tabIndex={-1} data-go={at} className={`noscript:hidden ${broke}`}>
          {words}
        </button>
        <span className={`noscript:inline hidden ${broke}`}>{words}</span>
      </Fragment>
    )
  })
}
