// The legend: signs with what they say, in one line where there is room.

import type { ReactNode } from 'react'
import type { Sign } from '@/components/pictures/picture'

export function Legend({ signs }: { signs: readonly Sign[] }): ReactNode {
  return (
    <ul className="flex flex-wrap gap-x-4 text-[0.8125rem] leading-6 text-soft italic">
      {signs.map(({ mark, says }) => (
        <li key={says} className="flex items-center gap-1.5">
          <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            {mark}
          </svg>
          {says}
        </li>
      ))}
    </ul>
  )
}
