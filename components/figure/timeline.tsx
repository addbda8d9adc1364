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
    <div className="relative mx-4 h-11">
      {/* As far from the ends as half the slider's thumb. */}
      <Slot className="absolute inset-x-2.5">{parts?.track}</Slot>
      <input
        id={`${id}-time`}
        type="range"
        aria-label="Time"
        aria-valuetext={`${momentWords(at)}: ${tells}`}
        className="time-line absolute inset-0 h-11 w-full [@media(scripting:none)]:hidden"
        min={0}
        max={until}
        step="any"
        {...moment}
        onChange={onSeek && ((event) => onSeek(event.currentTarget.valueAsNumber))}
      />
      <Slot className="pointer-events-none absolute inset-x-2.5 top-0">{parts?.bars}</Slot>
    </div>
  )
}
