// A choice among the runs of a survey, for whoever does not point at a dot.

import type { ReactNode } from 'react'
import type { Summary } from '@/lib/studies/many-runs'
import { choices } from './survey'

const words = { least: 'the least', middle: 'the middle one', most: 'the most' } as const

/** Plain markup; the player has the hands. */
export const RunChoice = ({ summary }: { summary: Summary }): ReactNode => (
  <select
    aria-label="Open a run"
    tabIndex={-1}
    data-run=""
    className="h-11 rounded-[3px] border border-hair bg-panel px-2"
  >
    <option value="">Open a run …</option>
    {summary.rows
      ? summary.rows.map(({ at }) => (
          <option key={at} value={`at ${at}`}>
            at {at}
          </option>
        ))
      : choices.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
  </select>
)
