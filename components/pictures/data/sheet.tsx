// The sheet that pictures of data are drawn on: its size by shape, and the `<svg>` around it.

import type { ReactNode } from 'react'
import { face } from '../inks'
import type { DataProps, Shape } from '../picture'

export type Size = { readonly width: number; readonly height: number; readonly size: number }

const sizes: { readonly [shape in Shape]: Size } = {
  wide: { width: 720, height: 400, size: 14 },
  tall: { width: 320, height: 320, size: 13 },
  thumb: { width: 220, height: 140, size: 13 },
}
export const sizeOf = (shape: Shape): Size => sizes[shape]

/** A place on the screen in the units of a drawing, however it is fitted into its box. */
export function placeIn(svg: SVGSVGElement, at: { clientX: number; clientY: number }) {
  const screen = svg.getScreenCTM()
  const place = new DOMPoint(at.clientX, at.clientY)
  return screen ? place.matrixTransform(screen.inverse()) : place
}

type Props = {
  readonly of: Pick<DataProps<unknown>, 'live' | 'shape'>
  readonly says: string
  readonly box?: Size
  readonly children: ReactNode
}

export function DataSheet({ of: { live, shape }, says, box = sizeOf(shape), children }: Props) {
  const { width, height, size } = box
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role={live ? 'group' : 'img'}
      aria-label={says}
      fontFamily={face}
      fontSize={size}
      {...(live && {
        onClick: (event) => {
          const place = placeIn(event.currentTarget, event)
          live.onPlace?.(place.x, place.y)
        },
      })}
    >
      {children}
    </svg>
  )
}
