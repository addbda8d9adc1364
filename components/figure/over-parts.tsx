// The parts around the pictures while something lies over them: its signs are in the legend.

import { pageInks } from '@/components/pictures/inks'
import { pennant } from '@/components/pictures/over/shapes'
import type { Sign } from '@/components/pictures/picture'
import type { Millis } from '@/lib/sim/protocol'
import { Legend } from './legend'
import type { Parts } from './stage'
import { percent } from './track'

/** `signs` come first, since they are what is asked about. */
export const withSigns = (parts: Parts, signs: readonly Sign[]): Parts => ({
  ...parts,
  legend: (
    <Legend signs={[...signs, ...parts.signs.signs]} room={parts.signs.room ?? parts.signs.signs} />
  ),
})

/** A pennant on the track, at the moment at which two runs part. */
export const withPennant = (parts: Parts, at: Millis, until: Millis): Parts => ({
  ...parts,
  track: (
    <div className="relative">
      {parts.track}
      <svg aria-hidden="true" className="absolute inset-0 h-[44px] w-full overflow-visible">
        <svg x={percent(at, until)} overflow="visible" aria-hidden="true">
          <path
            d={`M0 29V0 ${pennant(0, 10)}`}
            fill={pageInks.ink}
            stroke={pageInks.ink}
            strokeWidth="1.5"
          />
        </svg>
      </svg>
    </div>
  ),
})
