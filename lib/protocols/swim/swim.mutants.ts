// SWIMs that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { swim } from './index'
import type { Here, Rumour, State, Step } from './kind'
import { heldOf } from './rumours'

const { on, after } = swim
type On = typeof on
type Hears = { readonly news: readonly Rumour[] }
type Rule<B extends Hears> = (s: State, body: B, from: number, here: Here) => Step

const mutant = (change: Partial<typeof swim>) => ({ ...swim, ...change }) as AnyProtocol

/** The same for whatever is heard. */
const hearing = (change: <B extends Hears>(rule: Rule<B>) => Rule<B>) =>
  mutant({ on: { ping: change(on.ping), ack: change(on.ack), pingReq: change(on.pingReq) } })

/** Says again that it is alive, under the incarnation that is suspected. */
const sameIncarnation = hearing((rule) => (s, body, from, here) => {
  const [next, ...does] = rule(s, body, from, here)
  return [{ ...next, incarnation: s.incarnation }, ...does]
})
/** Takes the last arrival for the latest news. */
const anyRumour = hearing((rule) => (s, body, from, here) => {
  const known = { ...s.known }
  for (const { about } of body.news) if (about !== here.self) delete known[about]
  return rule({ ...s, known }, body, from, here)
})
/** An answer is enough for it to declare a suspect alive in its place. */
const vouches: On['ack'] = (s, body, from, here) => {
  const held = heldOf(s, from)
  const incarnation = held.incarnation + 1
  const news: Rumour[] = [...body.news, { ...held, status: 'alive', incarnation }]
  return on.ack(s, held.status === 'suspect' ? { ...body, news } : body, from, here)
}
const neverEnds: (typeof after)['period'] = (s, here) => {
  const left = Object.fromEntries(Object.keys(s.left).map((id) => [id, here.options.patience]))
  return after.period({ ...s, left }, here)
}

export const mutants: Record<string, AnyProtocol> = {
  'refutes-without-a-higher-incarnation': sameIncarnation,
  'suspicion-that-never-ends': mutant({ after: { ...after, period: neverEnds } }),
  'takes-any-rumour-for-newer': anyRumour,
  'vouches-for-a-suspect': mutant({ on: { ...on, ack: vouches } }),
}
