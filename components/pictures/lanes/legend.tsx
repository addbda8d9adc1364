// What the lines, heads and beads of the lanes mean: only those that are in the drawing.

import type { ReactNode, SVGProps } from 'react'
import type { Face } from '@/lib/sim/protocol'
import { circle } from '../geometry'
import { crossPath } from '../glyphs'
import { type Inks, pageInks } from '../inks'
import { fateWords, glyphWords, grouped } from '../names'
import type { Sign, Wording } from '../picture'
import { sign } from '../sign'
import { alikeWords } from './alike'
import { type Layout, layoutOf } from './layout'
import { arrowDashes, dashes, pastStroke, widths } from './marks'
import { apartWords } from './past'

const stroke = (d: string, ink: string, more: SVGProps<SVGPathElement> = {}) => (
  <path key={d} d={d} fill="none" stroke={ink} strokeWidth={2} {...more} />
)
const across = 'M1 8h22'

/** What stands where a role begins. */
const turns = (mood: Face['mood'], ink: string, { panel }: Inks) =>
  mood === 'busy'
    ? stroke(circle(6, 8, 5), ink, { fill: panel, strokeDasharray: '4 3' })
    : stroke(circle(7, 8, 6) + circle(7, 8, 2), ink, { fill: panel })

const roleSigns = ({ spans, beads }: Layout, inks: Inks): Sign[] => {
  const all = spans.flat()
  const up = all.filter((span) => span.up && !span.paused && span.face.mood !== 'calm')
  const roles = grouped(up, ({ face }) => face.word).map(([word, [one]]) => {
    const { mood } = one!.face
    const ink = mood === 'ill' ? inks.vermilion : inks.ink
    const how = { strokeWidth: widths[mood], strokeDasharray: dashes[mood] }
    const begins = beads.some(({ kind }) => kind === mood) && turns(mood, ink, inks)
    return sign(word, [stroke(across, ink, how), begins])
  })
  const down = [
    stroke(across, inks.grey, { strokeWidth: 9, strokeDasharray: '1.5 4' }),
    beads.some(({ kind }) => kind === 'crash') && stroke(crossPath(5, 7, 8), inks.vermilion),
  ]
  const paused = [stroke('M1 5h22', inks.ink), stroke('M1 11h22', inks.ink)]
  return [
    ...roles,
    ...(all.some((span) => !span.up) ? [sign('down', down)] : []),
    ...(all.some((span) => span.up && span.paused) ? [sign('paused', paused)] : []),
  ]
}

const messageSigns = ({ arrows }: Layout, inks: Inks): Sign[] => {
  return grouped(arrows, ({ glyph }) => glyphWords(glyph)).map(([word, [one]]) => {
    const { shape, answer } = one!.glyph
    const line = {
      strokeDasharray: arrowDashes[shape],
      strokeWidth: shape === 'square' ? 2.2 : 1.5,
    }
    const head = { fill: answer === 'no' ? inks.panel : inks.ink, strokeWidth: 1.4 }
    return sign(word, [stroke('M1 8h14', inks.ink, line), stroke('M22 8l-8-4v8Z', inks.ink, head)])
  })
}

const ends = { lost: crossPath(4.5, 16, 8), cut: 'M16 2v12', unheard: circle(18, 8, 4.5) } as const

const deathSigns = ({ arrows }: Layout, inks: Inks): Sign[] =>
  (['lost', 'cut', 'unheard'] as const)
    .filter((fate) => arrows.some((arrow) => arrow.fate === fate && !arrow.open))
    .map((fate) =>
      sign(fateWords[fate], [
        stroke('M1 8h13', inks.ink, { strokeWidth: 1.4 }),
        stroke(ends[fate], inks.vermilion),
      ]),
    )

const otherSigns = ({ walls, beads, clocks, past, counts, alike }: Layout, inks: Inks): Sign[] => {
  const has = (kind: string) => beads.some((bead) => bead.kind === kind)
  const folded = [
    stroke(circle(12, 8, 7), inks.ink, { strokeWidth: 1.4 }),
    <text key="n" x={12} y={12} fontSize={11} textAnchor="middle" fill={inks.ink}>
      n
    </text>,
  ]
  const band = stroke('M5 8h14', inks.grey, pastStroke)
  const wall = stroke(across, inks.vermilion, { strokeWidth: 4, strokeDasharray: '8 4' })
  const asked = stroke('M8 4h8v8h-8Z', inks.ink, { fill: inks.ink })
  const own = [stroke(across, inks.grey), stroke('M6 3v10M18 3v10', inks.ink)]
  const all: readonly (readonly [seen: boolean, says: string, mark: ReactNode])[] = [
    [Boolean(past?.of), 'before what is ringed', [band, stroke(circle(17, 8, 6), inks.ink)]],
    [Boolean(past?.apart.length), apartWords, stroke('M8 4h8v8h-8Z', inks.ink)],
    [counts.length > 0, 'the count', band],
    [alike.length > 0, alikeWords, band],
    [walls.length > 0, 'cut', wall],
    [has('folded'), 'that many routine events', folded],
    [has('ask'), 'asked from outside', asked],
    [has('dot'), 'an event', <circle key="e" cx={12} cy={8} r={3} fill={inks.ink} />],
    [has('line'), 'a fault begins', stroke('M12 2l6 6-6 6-6-6Z', inks.ink)],
    [has('wake'), 'a fault ends', stroke(circle(12, 8, 6), inks.ink)],
    [clocks.some((ticks) => ticks.length > 0), 'the node’s own clock', own],
  ]
  return all.filter(([seen]) => seen).map(([, says, mark]) => sign(says, mark))
}

export const legend: Wording['legend'] = (film, at, inks = pageInks, films) => {
  const layout = layoutOf(film, at, 'wide', films)
  return [roleSigns, messageSigns, deathSigns, otherSigns].flatMap((signs) => signs(layout, inks))
}
