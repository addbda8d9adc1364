// What the lines, heads and beads of the lanes mean: only those that are in the drawing.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { circle } from '../geometry'
import { crossPath } from '../glyphs'
import { type Inks, pageInks } from '../inks'
import { grouped } from '../names'
import type { Sign } from '../picture'
import { sign } from '../sign'
import { layoutOf } from './layout'
import { arrowDashes } from './marks'

const across = (ink: string, width: number, dash?: string) => (
  <path d="M1 8h22" stroke={ink} strokeWidth={width} strokeDasharray={dash} />
)

export const legend = (film: Film, at: Millis, inks: Inks = pageInks): Sign[] => {
  const { spans, arrows, walls, beads, clocks } = layoutOf(film, at, 'wide')
  const all = spans.flat()
  const up = all.filter((span) => span.up && !span.paused && span.face.mood !== 'calm')
  const roles = grouped(up, ({ face }) => face.word).map(([word, [one]]) => {
    const { mood } = one!.face
    const dash = mood === 'busy' ? '6 4' : mood === 'ill' ? '2 4' : undefined
    return sign(
      word,
      across(mood === 'ill' ? inks.vermilion : inks.ink, mood === 'proud' ? 5 : 2.5, dash),
    )
  })
  const kinds = grouped(arrows, ({ glyph: { word, answer } }) =>
    answer ? `${word}: ${answer}` : word,
  )
  const messages = kinds.map(([word, [one]]) => {
    const { shape, answer } = one!.glyph
    return sign(
      word,
      <g stroke={inks.ink} strokeWidth={shape === 'square' ? 2.2 : 1.5}>
        <path d="M1 8h16" strokeDasharray={arrowDashes[shape]} />
        <path d="M22 8l-8-4v8Z" fill={answer === 'no' ? inks.panel : inks.ink} strokeWidth={1.4} />
      </g>,
    )
  })
  const end = (d: string): ReactNode => (
    <>
      <path d="M1 8h14" stroke={inks.ink} strokeWidth={1.4} />
      <path d={d} stroke={inks.vermilion} strokeWidth={2.4} fill="none" />
    </>
  )
  const has = (fate: string) => arrows.some((arrow) => arrow.fate === fate && !arrow.open)
  const others: (Sign | false)[] = [
    all.some((span) => !span.up) && sign('down', across(inks.grey, 9, '1.5 4')),
    all.some((span) => span.up && span.paused) &&
      sign(
        'paused',
        <>
          {across(inks.ink, 6)}
          {across(inks.panel, 2.5)}
        </>,
      ),
    has('lost') && sign('lost', end(crossPath(4.5, 16, 8))),
    has('cut') && sign('stopped by the cut', end('M16 2v12')),
    has('unheard') && sign('not heard', end(circle(18, 8, 4.5))),
    walls.length > 0 && sign('cut', across(inks.vermilion, 4, '8 4')),
    beads.some(({ kind }) => kind === 'folded') &&
      sign(
        'that many routine events',
        <>
          <path d={circle(12, 8, 7)} fill="none" stroke={inks.ink} strokeWidth={1.4} />
          <text x={12} y={12} fontSize={11} textAnchor="middle" fill={inks.ink}>
            n
          </text>
        </>,
      ),
    beads.some(({ kind }) => kind === 'ask') &&
      sign('asked from outside', <path d="M7 3h10v10h-10Z" fill={inks.ink} />),
    clocks.some((ticks) => ticks.length > 0) &&
      sign(
        'the node’s own clock',
        <>
          <path d="M1 8h22" stroke={inks.grey} strokeWidth={2} />
          <path d="M6 3v10M18 3v10" stroke={inks.ink} strokeWidth={1.5} />
        </>,
      ),
  ]
  return [...roles, ...messages, ...others.filter((one) => one !== false)]
}
