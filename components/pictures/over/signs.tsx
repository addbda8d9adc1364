// What the shapes that lie over a picture mean, for the legend while they are there.

import { circle, path } from '../geometry'
import { crossPath } from '../glyphs'
import { type Inks, pageInks } from '../inks'
import type { Sign } from '../picture'
import { sign } from '../sign'
import { pennant, rhombus } from './shapes'

/** Of two runs that are held against each other; `nodes`: whom it concerns first is shown. */
export const apartSigns = (nodes: boolean, inks: Inks = pageInks): Sign[] => [
  sign(
    'differs from the other run',
    <path d={rhombus(12, 8, 7)} fill="none" stroke={inks.ink} strokeWidth={1.8} />,
  ),
  ...(nodes
    ? [
        sign(
          'differs first',
          <path d={rhombus(12, 8, 7)} fill={inks.ink} stroke={inks.ink} strokeWidth={1.8} />,
        ),
      ]
    : []),
  sign(
    'here the runs part',
    <path d={`${path('M', 7, 2, 'V', 15)} ${pennant(7, 11)}`} fill={inks.ink} stroke={inks.ink} />,
  ),
]

/** Of an event that somebody asks about. */
export const causeSigns = (missing: boolean, inks: Inks = pageInks): Sign[] => [
  sign(
    'asked about',
    <path d={circle(12, 8, 6)} fill="none" stroke={inks.accent} strokeWidth={2.5} />,
  ),
  sign(
    'pale: did not lead to it',
    <path d="M1 8h22" stroke={inks.ink} strokeWidth={3} strokeOpacity={0.25} />,
  ),
  ...(missing
    ? [
        sign(
          'did not arrive',
          <g fill="none" stroke={inks.vermilion} strokeWidth={2}>
            <path d="M1 8h10" strokeDasharray="3 3" />
            <path d={crossPath(4.5, 17, 8)} />
          </g>,
        ),
      ]
    : []),
]
