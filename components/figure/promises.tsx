// What the protocol promises: all of it where it held, or what was broken and when.

import { Fragment, type ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import { momentWords } from '@/lib/sim/words'

/** "Broken at 470 ms: at most one leader a term": on the strip, and in full once one is there. */
export const brokenWords = ({ promise, at }: Film['broken'][number]) =>
  `Broken at ${momentWords(at)}: ${promise}`

/** What a name of a promise means: "Log Matching: logs that share an entry agree up to it". */
const gloss = /(?<=^[A-Z][\w -]{7,}): .*/

/** A promise after some words: on a phone the name of one that has a name has to do. */
const named = (before: string, promise: string): ReactNode[] => {
  const [means] = gloss.exec(promise) ?? []
  if (!means) return [before + promise]
  const name = before + promise.slice(0, -means.length)
  return [
    name,
    <span key={promise} className="gloss">
      {means}
    </span>,
  ]
}

/** Texts that meet are one: React would keep them apart by a comment. */
const joined = (nodes: readonly ReactNode[]) => {
  const all: ReactNode[] = []
  for (const node of nodes) {
    const meet = typeof node === 'string' && typeof all.at(-1) === 'string'
    all.push(meet ? `${all.pop()}${node}` : node)
  }
  return all
}

const broke =
  'min-h-11 text-left text-ink underline decoration-vermilion decoration-2 underline-offset-2'

/**
 * What was kept by name: many a promise holds on a condition, and what is seen may go wrong without
 * breaking one. A promise that broke is a button that goes there, or words where no script runs.
 */
export function Promises({ film }: { film: Film }): ReactNode {
  const { broken, protocol } = film
  const names = Object.keys(protocol.always ?? {})
  if (broken.length === 0)
    return (
      names.length > 0 && (
        <span>
          {joined(names.flatMap((name, i) => named(i > 0 ? ' · ' : 'Promised, and kept: ', name)))}
        </span>
      )
    )
  return broken.map((one) => {
    const { promise, at } = one
    const says = brokenWords(one)
    const words = <span>{named(`Broken at ${momentWords(at)}: `, promise)}</span>
    return (
      <Fragment key={promise}>
        <button
          type="button"
          tabIndex={-1}
          data-go={at}
          title={says}
          className={`noscript:hidden ${broke}`}
        >
          {words}
        </button>
        <span className={`noscript:inline hidden ${broke}`}>{words}</span>
      </Fragment>
    )
  })
}
