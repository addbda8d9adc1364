// The script under the track: faults as bars, acts as marks, each to be dragged.

import type { ReactNode } from 'react'
import type { Inks } from '@/components/pictures/inks'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { isFault, type Line } from '@/lib/sim/scenario'
import { percent } from './track'

type Props = { film: Film; inks: Inks }

/** Those that did nothing are grey and hollow. */
export function Bars({ film, inks }: Props): ReactNode {
  const idle = new Set(film.skipped.map(({ line }) => line))
  const { rows, count } = rowsOf(film)
  return (
    <svg aria-hidden="true">
      {film.scenario.script?.map((line, i) => (
        <g key={i} data-line={i}>
          <Bar
            line={line}
            until={film.until}
            row={rows[i]!}
            rows={count}
            look={
              idle.has(i)
                ? { fill: inks.panel, stroke: inks.grey }
                : { fill: inks.ink, stroke: inks.ink }
            }
          />
        </g>
      ))}
    </svg>
  )
}

/** Faults that last at the same time stand in rows, each in the first that is free. */
function rowsOf({ scenario: { script = [] }, until }: Film) {
  const ends: Millis[] = []
  const rows = script.map((line) => {
    if (!isFault(line)) return 0
    const free = ends.findIndex((end) => end <= line[0])
    const row = free < 0 ? ends.length : free
    ends[row] = line[2] ?? until
    return row
  })
  return { rows, count: Math.max(1, ends.length) }
}

type Look = { readonly fill: string; readonly stroke: string }
type BarProps = { line: Line; until: Millis; row: number; rows: number; look: Look }

/** What all rows share below the track, in px. */
const room = { top: 28, height: 13 }

/** Each stands on a larger, unseen one that a finger can hit. */
function Bar({ line, until, row, rows, look }: BarProps) {
  const x = percent(line[0], until)
  if (!isFault(line))
    return (
      <svg x={x} y="30" overflow="visible" aria-hidden="true">
        <rect x="-9" width="18" y="-2" height="16" fill="transparent" />
        <path d="M0 0.5L4 7.5H-4Z" {...look} />
      </svg>
    )
  const height = Math.min(room.height / rows, room.height)
  const top = room.top + row * height
  const width = percent((line[2] ?? until) - line[0], until)
  return (
    <>
      <rect x={x} width={width} y={top} height={height} fill="transparent" />
      <rect x={x} width={width} y={top + (rows > 1 ? 1 : 4.5)} height="3" {...look} />
    </>
  )
}
