// The legend: signs with what they say, in one line where there is room.

import type { ReactNode } from 'react'
import type { Sign } from '@/components/pictures/picture'

type Props = {
  readonly signs: readonly Sign[]
  /** The signs as published, where these are others: theirs is the room that there is. */
  readonly room?: readonly Sign[] | undefined
}

/** It never grows, so nothing below it moves: what is new comes first, and the rest scrolls. */
export function Legend({ signs, room }: Props): ReactNode {
  if (!room) return <Signs signs={signs} />
  const known = new Set(room.map(({ says }) => says))
  const fresh = signs.filter(({ says }) => !known.has(says))
  return (
    <div className="roomed">
      <div aria-hidden="true">
        <Signs signs={room} />
      </div>
      <div>
        <Signs signs={[...fresh, ...signs.filter((one) => !fresh.includes(one))]} />
      </div>
    </div>
  )
}

const Signs = ({ signs }: { signs: readonly Sign[] }) => (
  <ul className="signs">
    {signs.map(({ mark, also = [], says, when }) => (
      <li key={says} className={when}>
        {[mark, ...also].map((one, i) => (
          <svg key={i} aria-hidden="true">
            {one}
          </svg>
        ))}
        {says}
      </li>
    ))}
  </ul>
)
