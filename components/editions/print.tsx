// The printed edition of a figure: 720 × 405 on paper, for feeds; and the social card, 1200 × 630.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Inks, printInks as inks } from '@/components/pictures/inks'
import { textWidth } from '@/components/pictures/lettering'
import type { Sign } from '@/components/pictures/picture'
import { cardSize, printSize } from './sizes'

/** A drawing, and what it shows where there are two of them. */
type Panel = { readonly label: string; readonly drawing: ReactNode }

/** A figure as it is printed: its drawing (two where one is held against another), its signs. */
export type Printed = {
  readonly id: string
  readonly title: string
  readonly drawings: readonly Panel[]
  readonly signs: readonly Sign[]
  /** The alternative text. */
  readonly says: string
  /** The moment that is drawn; left out where it has no time. */
  readonly at?: number
}

const face = 'Source Serif 4'
const margin = 14

/** How much wider than high a drawing is. */
function ratioOf(drawing: ReactNode): number {
  const viewBox = /viewBox="([^"]*)"/.exec(renderToStaticMarkup(drawing))?.[1] ?? '0 0 1 1'
  const [, , width = 1, height = 1] = viewBox.split(' ').map(Number)
  return width / height
}

/** Words in lines of at most this width. */
function linesOf(words: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

type Lines = { x: number; y: number; size: number; leading: number; lines: readonly string[] }
type Style = { weight?: number; slope?: 'italic'; ink?: keyof Inks }
const Text = ({ x, y, size, leading, lines, weight, slope, ink = 'ink' }: Lines & Style) =>
  lines.map((line, i) => (
    <text
      key={line + i}
      {...{ x, y: y + i * leading, fontSize: size, fontFamily: face, fill: inks[ink] }}
      {...(weight && { fontWeight: weight })}
      {...(slope && { fontStyle: slope })}
    >
      {line}
    </text>
  ))

type EntryProps = Omit<Lines, 'leading'> & { mark: ReactNode; words: number }

/** One sign: its mark, and its words so far to the right of it. */
const Entry = ({ mark, x, y, words, size, lines }: EntryProps) => (
  <g>
    <svg x={x} y={y} width="24" height="16" viewBox="0 0 24 16">
      {mark}
    </svg>
    <Text {...{ x: x + words, y: y + 13, size, leading: 19, lines }} slope="italic" />
  </g>
)

/** What the shapes say, one under the other, beside a drawing that leaves room for it. */
function Side({ printed, x, width }: { printed: Printed; x: number; width: number }) {
  const { signs } = printed
  const title = linesOf(printed.title, 19, width)
  let y = 48 + title.length * 24
  return (
    <>
      <Text {...{ x, y: 44, size: 19, leading: 24, lines: title }} weight={600} />
      {signs.map(({ mark, says }) => {
        const lines = linesOf(says, 15, width - 32)
        const top = y
        y += lines.length * 19 + 8
        if (y > printSize.height - margin) return null
        return <Entry key={says} mark={mark} x={x} y={top} words={32} size={15} lines={lines} />
      })}
    </>
  )
}

const Sheet = ({ width, height, children }: typeof printSize & { children: ReactNode }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${width} ${height}`}
    width={width}
    height={height}
  >
    <rect width={width} height={height} fill={inks.panel} />
    {children}
  </svg>
)
type AnySize = { width: number; height: number }
const At = ({
  x,
  y,
  width,
  height,
  children,
}: AnySize & { [k in 'x' | 'y']: number } & { children: ReactNode }) => (
  <svg {...{ x, y, width, height }}>{children}</svg>
)

/** Signs in lines of at most this width, from `top` down to the end of the sheet. */
function Signs({ signs, top, width }: { signs: readonly Sign[]; top: number; width: number }) {
  const size = 13
  let [x, y] = [margin, top]
  return signs.map(({ mark, says }) => {
    const long = 30 + textWidth(says, size)
    if (x > margin && x + long > margin + width) [x, y] = [margin, y + 22]
    const left = x
    x += long + 18
    if (y > printSize.height - 22) return null
    return <Entry key={says} mark={mark} x={left} y={y} words={30} size={size} lines={[says]} />
  })
}

/** Two side by side, each under what it shows, below the title; under both, what shapes say. */
function Pair({ title, drawings, signs }: Printed) {
  const { width, height } = printSize
  const half = (width - 3 * margin) / 2
  const size = 15
  const labels = drawings.map(({ label }) => linesOf(label, size, half))
  const lines = Math.max(...labels.map(({ length }) => length))
  const head = linesOf(title, 19, width - 2 * margin)
  const under = 14 + head.length * 24
  const top = under + 14 + lines * 20
  const ratio = Math.min(...drawings.map(({ drawing }) => ratioOf(drawing)))
  const tall = Math.min(half / ratio, height - top - margin)
  return (
    <Sheet {...printSize}>
      <Text {...{ x: margin, y: 36, size: 19, leading: 24, lines: head }} weight={600} />
      {drawings.map(({ drawing }, i) => {
        const x = margin + i * (half + margin)
        return (
          <g key={x}>
            <Text {...{ x, y: under + 24, size, leading: 20, lines: labels[i]! }} slope="italic" />
            <At x={x} y={top} width={half} height={tall}>
              {drawing}
            </At>
          </g>
        )
      })}
      <Signs signs={signs} top={top + tall + 10} width={width - 2 * margin} />
    </Sheet>
  )
}

/** A figure for a feed: its first picture as large as it goes, its legend where there is room. */
export function Print(printed: Printed): ReactNode {
  const { width, height } = printSize
  if (printed.drawings.length > 1) return <Pair {...printed} />
  const [{ drawing }] = printed.drawings as [Panel]
  const ratio = ratioOf(drawing)
  const tall = height - 2 * margin
  const wide = Math.min(width - 2 * margin, tall * ratio)
  const room = width - wide - 3 * margin
  const x = room > 200 ? margin : (width - wide) / 2
  return (
    <Sheet {...printSize}>
      <At x={x} y={margin} width={wide} height={tall}>
        {drawing}
      </At>
      {room > 200 && <Side printed={printed} x={wide + 2 * margin} width={room} />}
    </Sheet>
  )
}

/** The mark: three lanes and two messages. */
const Mark = ({ x, y }: { x: number; y: number }) => (
  <svg x={x} y={y} width="68" height="48" viewBox="0 0 34 24" fill="none" strokeWidth="1.8">
    <path d="M1 4h32M1 12h32M1 20h32" stroke={inks.ink} />
    <path d="m7 4 7 8M19 12l8 8" stroke={inks.accent} />
    {[
      [7, 4],
      [14, 12],
      [19, 12],
      [27, 20],
    ].map(([cx, cy]) => (
      <circle key={cx} cx={cx} cy={cy} r="2.4" fill={inks.accent} />
    ))}
  </svg>
)

/** The card of a post or of the whole publication: its title, and its first figure if any. */
export function Card({ title, name, figure }: { title: string; name: string; figure?: Printed }) {
  const { width, height } = cardSize
  const edge = 64
  const space = figure ? 500 : width - 2 * edge
  const size = figure ? 60 : 76
  const lines = linesOf(title, size * 0.94, space)
  const leading = size * 1.16
  const y = height / 2 - ((lines.length - 1) * leading) / 2 + size * 0.3
  return (
    <Sheet {...(cardSize as unknown as typeof printSize)}>
      <Mark x={edge} y={56} />
      <Text {...{ x: edge + 88, y: 90, size: 28, leading: 0, lines: [name] }} weight={600} />
      <Text {...{ x: edge, y, size, leading, lines }} weight={500} />
      {figure && (
        <At x={620} y={60} width={width - 620 - 40} height={height - 120}>
          {figure.drawings[0]!.drawing}
        </At>
      )}
    </Sheet>
  )
}
