// The script under the track: faults as bars, acts as marks, each to be dragged.

import type { ReactNode } from 'react'
import type { Inks } from '@/components/pictures/inks'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { isFault, type Line } from '@/lib/sim/scenario'
import { percent } from './track'

type Props = { film: Film; inks: Inks }

/** Grey ones did nothing. */
export function Bars({ film, inks }: Props): ReactNode {
  const idle = new Set(film.skipped.map(({ line }) => line))
  return (
    <svg aria-hidden="true" className="h-11 w-full overflow-visible">
      {film.scenario.script?.map((line, i) => (
        <g key={i} data-line={i}>
          <Bar line={line} until={film.until} ink={idle.has(i) ? inks.hair : inks.ink} />
        </g>
      ))}
    </svg>
  )
}

type BarProps = { line: Line; until: Millis; ink: string }

/** Each stands on a larger, unseen one that a finger can hit. */
function Bar({ line, until, ink }: BarProps) {
  const x = percent(line[0], until)
  if (!isFault(line))
    return (
      <svg x={x} y="30" overflow="visible" aria-hidden="true">
        <rect x="-9" width="18" y="-2" height="16" fill="transparent" />
        <path d="M0 0L4.5 8H-4.5Z" fill={ink} />
      </svg>
    )
  const width = percent((line[2] ?? until) - line[0], until)
  return (
    <>
      <rect x={x} width={width} y="28" height="16" fill="transparent" />
      <rect x={x} width={width} y="32" height="4" fill={ink} />
    </>
  )
}
