// Time as a line: a native slider over the painted track.

import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { Slot } from './slot'
import type { Parts } from './stage'

type Props = {
  id: string
  at: Millis
  /** The moment that its words tell of. */
  reads: Millis
  until: Millis
  held?: Millis | undefined
  tells: string
  parts: Parts | undefined
  onSeek: ((at: Millis) => void) | undefined
}

/** Its value is milliseconds; keys are the player's. */
export function Timeline({ id, at, reads, until, held = until, tells, parts, onSeek }: Props) {
  const moment = onSeek ? { value: at } : { defaultValue: at }
  return (
    <div className="time">
      {/* As far from the ends as half the slider's thumb. */}
      <Slot className="track">{parts?.track}</Slot>
      {held < until && <Beyond from={held / until} />}
      <input
        id={`${id}-time`}
        type="range"
        aria-label="Time"
        aria-valuetext={`${momentWords(reads)}: ${tells}`}
        className="time-line"
        min={0}
        max={until}
        step="any"
        {...moment}
        onChange={onSeek && ((event) => onSeek(event.currentTarget.valueAsNumber))}
      />
      <Slot className="bars">{parts?.bars}</Slot>
    </div>
  )
}

/** Over the track where a question holds the film: how it goes on would show there. */
const Beyond = ({ from }: { from: number }) => (
  <svg aria-hidden="true" className="track beyond">
    <rect x={`${100 * from}%`} width="100%" height="100%" />
  </svg>
)
