// Quorums that each break one rule: the fuzz must catch every one of them.

import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { quorum } from './index'
import { fresh, needed, type State } from './kind'

const { on } = quorum
type On = typeof on

/** The last of the first R replies is the answer, be it old or new. */
const anyVersion: On['reply'] = (s, body, from, here) => {
  const ops = s.ops.map((op, i) =>
    i === s.ops.length - 1 && op.to === null ? { ...op, version: { n: 0, by: 0, value: '' } } : op,
  )
  return on.reply({ ...s, ops }, body, from, here)
}
/** R replies, where N − W are enough: R + W = N. */
const tooFew: On['reply'] = (s, body, from, here) => {
  const n = here.roles.replica.length
  const r = Math.max(1, n - needed(here.options.w, n))
  return on.reply(s, body, from, { ...here, options: { ...here.options, r } })
}
/** Looks, and writes what it had in mind before it looked. */
const looksAway: On['reply'] = (s, body, from, here) => {
  const [next, ...does] = on.reply(s, { ...body, version: { ...body.version, n: 0 } }, from, here)
  return s.ops.at(-1)?.type === 'write' ? [next, ...does] : on.reply(s, body, from, here)
}
/** Answers what it has read, however few have it. */
const keepsToItself: On['reply'] = (s, body, from, here) =>
  on.reply(s, body, from, { ...here, options: { ...here.options, writeBack: false } })
const overwrites: On['write'] = (s, { nth, version }, from) => [
  { ...s, version },
  send(from, 'wrote', { nth }),
]
const countsAgain: On['wrote'] = (s, body, from, here) => {
  if (body.nth !== s.ops.length) return on.wrote(s, body, from, here)
  const heard: State['heard'] = s.heard.map((it) => (it.from === from ? { ...it, from: 0 } : it))
  return on.wrote({ ...s, heard }, body, from, here)
}

const mutant = (change: Partial<typeof quorum>) => ({ ...quorum, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'reads-without-the-newest-version': mutant({ on: { ...on, reply: anyVersion } }),
  'R+W=N': mutant({ on: { ...on, reply: tooFew } }),
  'looks-and-does-not-see': mutant({ on: { ...on, reply: looksAway } }),
  'reads-without-writing-back': mutant({ on: { ...on, reply: keepsToItself } }),
  'writes-an-older-version-over-a-newer': mutant({ on: { ...on, write: overwrites } }),
  'counts-a-repeated-answer': mutant({ on: { ...on, wrote: countsAgain } }),
  'forgets-its-copy-on-waking': mutant({
    wake: (s, here) =>
      here.role === 'replica' ? [{ ...s, version: fresh.version }] : quorum.wake!(s, here),
  }),
}
