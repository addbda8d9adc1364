// Remote calls that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { rpc } from './rpc'

const { on, after, wake } = rpc
type Timeout = (typeof after)['timeout']

/** Each try has a key of its own. */
const otherKey: Timeout = (s, here) => {
  const [next, ...effects] = after.timeout(s, here)
  const tries = next.calls.at(-1)?.tries
  return [
    next,
    ...effects.map((e) =>
      e.do === 'send' && e.type === 'request' && e.body.key
        ? { ...e, body: { ...e.body, key: `${e.body.key}.${tries}` } }
        : e,
    ),
  ]
}

const mutant = (change: Partial<typeof rpc>) => ({ ...rpc, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'forgets-keys-on-retry': mutant({ after: { timeout: otherKey } }),
  'forgets-keys-on-waking': mutant({
    wake: (s, here) =>
      wake!({ ...s, sales: s.sales.map((sale) => ({ ...sale, key: 'forgotten' })) }, here),
  }),
  'takes-an-answer-to-another-call': mutant({
    on: {
      ...on,
      reply: (s, body, from, here) => on.reply(s, { ...body, nth: s.calls.length }, from, here),
    },
  }),
}
