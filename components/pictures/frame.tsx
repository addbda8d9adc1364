// The `<svg>` around every picture: an image with a name, or a group once it is awake.

import type { ReactNode } from 'react'
import { handling } from './handlers'
import { face } from './inks'
import type { PictureProps } from './picture'

type Props = {
  readonly of: Pick<PictureProps, 'live' | 'over'>
  readonly box: { readonly width: number; readonly height: number; readonly size: number }
  readonly says: string | undefined
  readonly children: ReactNode
}

export function Frame({ of: { live, over }, box: { width, height, size }, says, children }: Props) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role={live ? 'group' : 'img'}
      aria-label={says}
      fontFamily={face}
      fontSize={size}
      {...handling(live)}
    >
      {children}
      {over}
    </svg>
  )
}
