// The moment being shown: it moves by itself while playing, and goes wherever it is sent.

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Millis } from '@/lib/sim/protocol'

export type Playhead = {
  readonly at: Millis
  readonly playing: boolean
  readonly seek: (at: Millis) => void
  readonly play: (playing: boolean) => void
}

/** Real time between two steps where motion is not wanted. */
const stepEvery = 1200
/** A frame later than this was a page asleep; time does not leap over it. */
const longestFrame = 100

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * `speed` is film time per real time. Under reduced motion it goes from told event to told event
 * (`step` answers the next one, or the end) instead of moving. It stops at `until`, and waits
 * while `place` is out of sight or the page hidden.
 */
export function usePlayhead(
  start: Millis,
  until: Millis,
  speed: number,
  step: (at: Millis) => Millis,
  place: RefObject<Element | null>,
): Playhead {
  const [at, setAt] = useState(start)
  const [wanted, play] = useState(false)
  const inSight = useRef(true)
  const playing = wanted && at < until
  const latest = useRef({ speed, step })
  latest.current = { speed, step }

  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(([entry]) => {
      inSight.current = entry!.isIntersecting
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place])

  useEffect(() => {
    if (!playing) return
    const timer = run(latest, inSight, until, setAt)
    return timer
  }, [playing, until])

  const seek = (to: Millis) => setAt(Math.max(0, Math.min(until, to)))
  // Play at the end begins again.
  const start_ = (on: boolean) => {
    if (on && at >= until) setAt(0)
    play(on)
  }
  return { at, playing, seek, play: start_ }
}

type Latest = RefObject<{ speed: number; step: (at: Millis) => Millis }>
type Set = (next: (at: Millis) => Millis) => void

/** Moves the playhead frame by frame, or step by step; answers how to stop it. */
function run(latest: Latest, inSight: RefObject<boolean>, until: Millis, set: Set) {
  if (still()) {
    const timer = setInterval(() => {
      if (inSight.current && !document.hidden) set((at) => Math.min(until, latest.current.step(at)))
    }, stepEvery)
    return () => clearInterval(timer)
  }
  let last = performance.now()
  let frame = requestAnimationFrame(function tick(now) {
    const passed = Math.min(now - last, longestFrame) * latest.current.speed
    last = now
    if (inSight.current) set((at) => Math.min(until, at + passed))
    frame = requestAnimationFrame(tick)
  })
  return () => cancelAnimationFrame(frame)
}
