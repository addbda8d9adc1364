// The legend: signs with what they say, in one line where there is room.

import type { ReactNode } from 'react'
import type { Sign } from '@/components/pictures/picture'

export function Legend({ signs }: { signs: readonly Sign[] }): ReactNode {
  return (
    <ul className="signs">
      {signs.map(({ mark, says }) => (
        <li key={says}>
          <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            {mark}
          </svg>
          {says}
        </li>
      ))}
    </ul>
  )
}
