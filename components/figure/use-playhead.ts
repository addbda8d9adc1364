// The moment being shown: it moves by itself while playing, and goes wherever it is sent.

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Millis } from '@/lib/sim/protocol'

export type Playhead = {
  readonly at: Millis
  readonly playing: boolean
  /** Goes there, and plays from there or not; left out, as it did: what has ended stays. */
  readonly seek: (at: Millis, playing?: boolean) => void
  readonly play: (playing: boolean) => void
}

/** Real time between two steps where motion is not wanted. */
const stepEvery = 1200
/** Real time in which nobody sees what is played, at a speed that is not too fast for a reader. */
const soon = 1000
/** A frame later than this was a page asleep; time does not leap over it. */
const longestFrame = 100

/**
 * `speed` is film time per real time. Under reduced motion it goes from told event to told event
 * (`step` answers the next one, or the end) instead of moving. It stops at `until`, and waits
 * while `place` is out of sight or the page hidden. After `last` nothing happens in it.
 */
export function usePlayhead(
  start: Millis,
  until: Millis,
  last: Millis,
  speed: number,
  step: (at: Millis) => Millis,
  place: RefObject<Element | null>,
): Playhead {
  const [head, setAt] = useState(start)
  const [wanted, play] = useState(false)
  // A film that was shot anew may be shorter.
  const at = Math.min(head, until)
  const playing = wanted && at < until
  const inSight = useInSight(place)
  const latest = useRef({ speed, step, until })
  latest.current = { speed, step, until }

  // Who has pressed Pause sees no frame more.
  useLayoutEffect(() => {
    if (!playing) return
    return keepMoving(latest, (move) => {
      if (inSight.current && !document.hidden)
        setAt((last) => Math.min(latest.current.until, move(last)))
    })
  }, [playing, inSight])

  const playFrom = (on: boolean) => {
    // Where nothing is to come, or it would be over at once, Play begins again; by itself a film
    // does not.
    if (on && (at >= last || at + Math.min(soon * speed, until / 32) >= until)) setAt(0)
    play(on)
  }
  const seek = (to: Millis, on = playing) => {
    setAt(Math.max(0, to))
    play(on)
  }
  return { at, playing, seek, play: playFrom }
}

type Latest = { readonly current: { readonly speed: number; readonly step: Move } }
type Move = (at: Millis) => Millis

/** Moves by frames, or by steps where motion is not wanted; the answer stops it. */
function keepMoving(latest: Latest, go: (move: Move) => void): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const timer = setInterval(() => go(latest.current.step), stepEvery)
    return () => clearInterval(timer)
  }
  let last = performance.now()
  let frame = requestAnimationFrame(function tick(now) {
    // The first frame may have begun before the effect that asked for it.
    const passed = Math.max(0, Math.min(now - last, longestFrame)) * latest.current.speed
    last = now
    go((before) => before + passed)
    frame = requestAnimationFrame(tick)
  })
  return () => cancelAnimationFrame(frame)
}

function useInSight(place: RefObject<Element | null>) {
  const inSight = useRef(true)
  useLayoutEffect(() => {
    const watch = new IntersectionObserver(([entry]) => {
      inSight.current = entry!.isIntersecting
    })
    watch.observe(place.current!)
    return () => watch.disconnect()
  }, [place])
  return inSight
}
