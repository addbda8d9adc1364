// The shapes that lie over pictures: a veil with holes for what is lit, a rhombus around what
// differs, and a pennant where two runs part.

import type { ReactNode } from 'react'
import { path } from '../geometry'
import type { Inks } from '../inks'

/** A rhombus: so ShiViz marks what only one of two runs has. */
export const rhombus = (x: number, y: number, r: number) =>
  path('M', x, y - r, 'L', x + r, y, x, y + r, x - r, y, 'Z')

/** The sign of what is not equal, within `r`. */
export const unequal = (x: number, y: number, r: number) =>
  path(
    ...['M', x - r, y - r * 0.4, 'h', 2 * r],
    ...['M', x - r, y + r * 0.4, 'h', 2 * r],
    ...['M', x - r * 0.55, y + r, 'L', x + r * 0.55, y - r],
  )

/** A pennant at the foot of its staff, flying to the right or, if `back`, to the left. */
export const pennant = (x: number, y: number, back = false) =>
  path('M', x, y, 'l', back ? -11 : 11, -5, back ? 11 : -11, -5, 'Z')

type VeilProps = {
  readonly box: { readonly width: number; readonly height: number }
  readonly inks: Inks
  readonly id: string
  /** What is lit, as shapes that are cut out of the veil. */
  readonly children: ReactNode
}

/** Pales whatever is not lit, and lets every press through. */
export const Veil = ({ box: { width, height }, inks, id, children }: VeilProps) => (
  <g pointerEvents="none">
    <mask id={`${id}-lit`} maskUnits="userSpaceOnUse" x={0} y={0} width={width} height={height}>
      <rect width={width} height={height} fill="#fff" />
      <g stroke="#000" strokeLinecap="round">
        {children}
      </g>
    </mask>
    <rect
      width={width}
      height={height}
      fill={inks.panel}
      fillOpacity={0.76}
      mask={`url(#${id}-lit)`}
    />
  </g>
)

/** Rhombi around some places; those still to come are faint. */
export const Rhombi = ({ d, faint, inks }: { d: string; faint?: string; inks: Inks }) => (
  <g fill="none" stroke={inks.ink} strokeWidth={1.8} pointerEvents="none">
    <path d={d || undefined} />
    <path d={faint || undefined} strokeOpacity={0.3} />
  </g>
)

/** Where two runs part: a line of dashes with a pennant, or nothing where that is elsewhere. */
export const Parting = ({ d, inks }: { d: string | undefined; inks: Inks }) => (
  <path
    d={d}
    fill={inks.ink}
    stroke={inks.ink}
    strokeWidth={1.5}
    strokeDasharray="2 4"
    pointerEvents="none"
  />
)

/** Around whatever is asked about; nothing where it is not drawn. */
export const Asked = ({ d, inks }: { d: string | undefined; inks: Inks }) => (
  <path d={d} fill="none" stroke={inks.accent} strokeWidth={2.5} pointerEvents="none" />
)
