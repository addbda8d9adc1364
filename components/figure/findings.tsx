// What a study finds: one line each, with a sign that is not colour alone, and why.

import type { ReactNode } from 'react'
import type { Finding } from '@/lib/studies/drawn'

const signs = {
  yes: { path: 'M2 9L7 14L16 3', ink: 'text-green', word: 'holds' },
  no: { path: 'M3 3L15 15M15 3L3 15', ink: 'text-vermilion', word: 'does not hold' },
  undecided: { path: 'M3 9H15', ink: 'text-soft', word: 'is undecided' },
}

type Props = {
  readonly of: readonly Finding[]
  /** The findings as published, where these are others: theirs is the room that there is. */
  readonly room?: readonly Finding[] | undefined
}

/** They never grow, so nothing below them moves: what has no room scrolls. */
export function Findings({ of, room }: Props): ReactNode {
  if (of.length === 0) return null
  return (
    <div className={`border-t border-hair px-4 py-2 ${room ? 'roomed' : ''}`}>
      {room && (
        <div aria-hidden="true">
          <All of={room} />
        </div>
      )}
      <All of={of} />
    </div>
  )
}

const All = ({ of }: Props) => (
  <ul>
    {of.map(({ name, holds, says }) => {
      const { path, ink, word } = signs[holds]
      return (
        <li key={name} className="flex gap-x-3 py-0.5">
          <svg
            viewBox="0 0 18 18"
            className={`mt-0.75 size-4.5 shrink-0 ${ink}`}
            aria-hidden="true"
          >
            <path d={path} fill="none" stroke="currentColor" strokeWidth="2.5" />
          </svg>
          <span>
            <b className="font-semibold">{name}</b>
            <span className="sr-only"> {word}</span>
            <span className="text-soft"> · {says}</span>
          </span>
        </li>
      )
    })}
  </ul>
)
