// One shape of a picture, whose element is there even while it has nothing to draw.

import type { SVGProps } from 'react'

/** Bare without path data: nothing comes or goes as time passes, and a page says no more of it. */
export const mark = (d: string | false | undefined, look: SVGProps<SVGPathElement>) =>
  d ? <path d={d} {...look} /> : <path />
