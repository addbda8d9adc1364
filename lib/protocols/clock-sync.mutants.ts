// Clocks that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { clockSync, type State } from './clock-sync'

const { on, after } = clockSync
type On = typeof on
type Reply = On['reply']

/** Sets the clock to something else than what the answer told. */
const setsTo =
  (wrong: (s: State, before: State) => number): Reply =>
  (before, body, from, here) => {
    const [s, ...effects] = on.reply(before, body, from, here)
    if (!s.set || s.set === before.set) return [s, ...effects]
    const to = wrong(s, before)
    return [{ ...s, correction: { ...s.correction, from: to, to } }, ...effects]
  }
const steps: Reply = (s, body, from, here) =>
  on.reply(s, body, from, { ...here, options: { ...here.options, slew: false } })

const mutant = (change: Partial<typeof clockSync>) => ({ ...clockSync, ...change }) as AnyProtocol
const replies = (reply: Reply) => mutant({ on: { ...on, reply } })

export const mutants: Record<string, AnyProtocol> = {
  'forgets-the-way-back': replies(setsTo((s) => s.set!.offset - s.set!.delay / 2 - 1)),
  'adds-the-offset-to-the-last': replies(
    setsTo((s, before) => before.correction.to + s.set!.offset),
  ),
  'turns-the-wrong-way': replies(setsTo((s) => -s.set!.offset)),
  'steps-though-it-should-slew': replies(steps),
  'asks-only-once': mutant({ after: { ...after, poll: (s) => [s] } }),
}
