// Rows that lie: a bar and what of it could not be less, with its number at its end.

import type { Bars } from '@/lib/studies/drawn'
import { path, tenth } from '../geometry'
import { pageInks } from '../inks'
import { fitting, textWidth } from '../lettering'
import { letters } from '../letters'
import { sentence } from '../names'
import { type DataProps, dataPictureOf, type Shape } from '../picture'
import { sign } from '../sign'
import { inkOf } from './layers'
import { scaleOf } from './scale'
import { DataSheet, sizeOf } from './sheet'

function layout({ rows, across }: Bars, shape: Shape) {
  const { width, height, size } = sizeOf(shape)
  const thumb = shape === 'thumb'
  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name, size)))
  const left = thumb ? 8 : Math.min(names, width * 0.36) + 14
  const room = thumb ? 8 : textWidth('000.0', size) + 16
  const notes = shape === 'wide' ? Math.max(0, ...rows.map(({ note }) => textWidth(note, size))) : 0
  const [top, bottom] = thumb ? [8, height - 8] : [8, height - size * 2]
  const right = width - room - notes - (notes ? 16 : 0)
  return {
    size,
    thumb,
    left,
    notes,
    width,
    height,
    x: scaleOf(across, left, right, 6),
    pitch: Math.min(size * 3, (bottom - top) / Math.max(1, rows.length)),
    top,
  }
}

/** A bar from the middle of its left end, `high` in all. */
const barPath = ([left, y]: readonly [number, number], right: number, high: number) =>
  path('M', left, y - high / 2, 'H', right, 'v', high, 'H', left, 'Z')

function draw({ data, inks, shape, live }: DataProps<Bars>, says: string) {
  const { rows, parts, across } = data
  const { size, thumb, left, x, pitch, top, width, height, notes } = layout(data, shape)
  return (
    <DataSheet of={{ shape, ...(live && { live }) }} says={says}>
      {rows.map(({ name, note, values }, i) => {
        const y = top + (i + 0.5) * pitch
        const base = y + size * 0.34
        return (
          <g key={name}>
            {!thumb &&
              letters(left - 8, base, fitting(name, size, left - 12), inks.ink, { anchor: 'end' })}
            {values.map((value, k) => {
              const high = pitch * (k === 0 ? 0.62 : 0.2)
              return (
                <path
                  key={parts[k]!.says}
                  d={barPath([left, y], Math.max(left + 1, x.place(value)), high)}
                  fill={inkOf(inks, parts[k]!.hue)}
                  // An edge of its own: with one colour for all ink it would be lost in the first.
                  stroke={k > 0 ? inks.panel : undefined}
                />
              )
            })}
            {!thumb &&
              letters(x.place(Math.max(...values)) + 7, base, `${values[0]}`, inks.ink, {
                as: 'name',
              })}
            {notes > 0 && letters(width - 8, base, note, inks.soft, { anchor: 'end' })}
          </g>
        )
      })}
      {!thumb && (
        <g>{letters(tenth(left), height - size * 0.5, across.says, inks.soft, { as: 'role' })}</g>
      )}
    </DataSheet>
  )
}

function describe(data: Bars, detail: 'short' | 'long'): string {
  if (detail === 'short') return data.says
  const rows = data.rows.map(({ name, note, values }) => {
    const all = values.map((value, i) => `${value} ${data.parts[i]!.says}`).join(', ')
    return `${name} (${note}): ${all}`
  })
  return [data.says, sentence(data.across.says), ...rows.map(sentence)].join(' ')
}

const legend = ({ parts }: Bars, inks = pageInks) =>
  parts.map(({ says, hue }, i) => {
    const high = i === 0 ? 10 : 4
    return sign(
      says,
      <path
        d={path('M', 1, 8 - high / 2, 'h', 22, 'v', high, 'h', -22, 'Z')}
        fill={inkOf(inks, hue)}
      />,
    )
  })

export const bars = dataPictureOf<Bars>('bars', draw, { describe, legend })
