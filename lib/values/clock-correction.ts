// How far a clock is off, from the timestamps of one exchange, and how it is put right.

import type { Millis } from '@/lib/sim/protocol'

/** NTP (RFC 5905 §8): the server is ahead by θ = ((T2 − T1) + (T3 − T4)) / 2. */
export const ntpOffset = (t1: Millis, t2: Millis, t3: Millis, t4: Millis) =>
  (t2 - t1 + (t3 - t4)) / 2
/** NTP (RFC 5905 §8): the time on the way, δ = (T4 − T1) − (T3 − T2). */
export const ntpDelay = (t1: Millis, t2: Millis, t3: Millis, t4: Millis) => t4 - t1 - (t3 - t2)
/** Cristian (1989): the server's time is now what it said, plus half of the round trip. */
export const cristianOffset = (t1: Millis, said: Millis, t4: Millis) => said + (t4 - t1) / 2 - t4
/** Both: wrong by no more than half of the delay, less what a message takes at the least. */
export const boundOf = (delay: Millis, least: Millis) => Math.max(0, delay / 2 - least)

/** What is added to the bare clock: `to`, or on the way there from `from` since it showed `at`. */
export type Correction = {
  readonly from: Millis
  readonly to: Millis
  readonly at: Millis
  readonly ratePpm: number
}

/** What is added to a bare clock that shows `clock`: it is slewed at a rate, or all at once. */
export const correctionAt = ({ from, to, at, ratePpm }: Correction, clock: Millis): Millis => {
  const turned = (Math.max(0, clock - at) * ratePpm) / 1e6
  return to > from ? Math.min(to, from + turned) : Math.max(to, from - turned)
}
