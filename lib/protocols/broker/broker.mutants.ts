// Brokers and consumers that each break one rule: the fuzz must catch every one of them.

import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { broker } from './index'

const { on } = broker
type On = typeof on

/** Acknowledges what it has not yet handled. */
const acksFirst: On['deliver'] = (s, letter, from, here) => {
  const [next, ...does] = on.deliver(s, letter, from, here)
  return [next, send(from, 'ack', { id: letter.id, failed: false }), ...does]
}
/** Takes no note of what it was given. */
const takesTwice: On['deliver'] = (s, letter, from, here) =>
  on.deliver({ ...s, seen: [] }, letter, from, here)

const mutant = (change: Partial<typeof broker>) => ({ ...broker, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'acknowledges-before-handling': mutant({ on: { ...on, deliver: acksFirst } }),
  'takes-a-second-copy': mutant({ on: { ...on, deliver: takesTwice } }),
  'keeps-its-queue-in-memory': mutant({
    wake: (s, here) => broker.wake!({ ...s, items: [] }, here),
  }),
}
