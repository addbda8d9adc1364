// Time as a line: a native slider over the painted track.

import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { Slot } from './slot'
import type { Parts } from './stage'

type Props = {
  id: string
  at: Millis
  until: Millis
  tells: string
  parts: Parts | undefined
  onSeek: ((at: Millis) => void) | undefined
}

/** Its value is milliseconds; keys are the player's. */
export function Timeline({ id, at, until, tells, parts, onSeek }: Props) {
  const moment = onSeek ? { value: at } : { defaultValue: at }
  return (
    <div className="time">
      {/* As far from the ends as half the slider's thumb. */}
      <Slot className="track">{parts?.track}</Slot>
      <input
        id={`${id}-time`}
        type="range"
        aria-label="Time"
        aria-valuetext={`${momentWords(at)}: ${tells}`}
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
