// How acceptors and proposers are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { State } from './index'

const words = {
  idle: 'proposer',
  prepare: 'prepares',
  accept: 'asks to accept',
  pause: 'waits',
} as const

export const face = (
  s: State,
  here: { role: string; roles: { acceptor: readonly number[] } },
): Face => {
  if (here.role === 'acceptor') {
    return {
      word: s.learned ? 'knows' : 'acceptor',
      mood: s.learned ? 'proud' : 'calm',
      number: s.promised,
      counts: 'promised',
      ...(s.accepted && { holds: s.accepted.value }),
    }
  }
  const yes = s.phase === 'accept' ? s.acceptances : s.promises.map((p) => p.from)
  const trying = s.phase === 'prepare' || s.phase === 'accept'
  return {
    word: s.learned ? 'knows' : words[s.phase],
    mood: s.learned ? 'proud' : trying ? 'busy' : s.phase === 'pause' ? 'ill' : 'calm',
    number: s.n,
    counts: 'number',
    ...(s.learned || s.wants ? { holds: s.learned || `${s.wants}?` } : {}),
    ...(trying && { votes: here.roles.acceptor.map((a) => (yes.includes(a) ? 'yes' : 'waiting')) }),
  }
}

const shapes = {
  prepare: 'diamond',
  promise: 'dot',
  accept: 'square',
  accepted: 'dot',
  refuse: 'dot',
  chosen: 'triangle',
} as const
export const glyph = (
  type: keyof typeof shapes,
  { n, value }: { n?: number; value?: string },
): Glyph => ({
  word: type === 'accept' ? `accept ${value}` : type,
  shape: shapes[type],
  ...(n && { number: n }),
  ...(type === 'refuse' && { answer: 'no' }),
  ...((type === 'promise' || type === 'accepted') && { answer: 'yes' }),
})

export const acceptors = (world: World<State>) => world.nodes.filter((n) => n.role === 'acceptor')
export const proposers = (world: World<State>) => world.nodes.filter((n) => n.role === 'proposer')

/** The value that a majority has ever accepted under one number: from then on it is chosen. */
const chosenIn = (world: World<State>) => {
  const all = acceptors(world)
  const under = (n: number) => all.filter((a) => a.state.past.some((it) => it.n === n)).length
  const ever = all.flatMap((a) => a.state.past)
  return ever.find(({ n }) => under(n) * 2 > all.length)?.value ?? ''
}

export const facts = (world: World<State>) => {
  const tries = proposers(world).map((p) => p.state.tries)
  const chosen = chosenIn(world)
  return {
    /** What is chosen; empty while nothing is. */
    chosen,
    decided: chosen !== '',
    /** How many numbers the proposers have tried. */
    tries: tries.reduce((a, b) => a + b, 0),
    highest: Math.max(0, ...proposers(world).map((p) => p.state.n)),
    promised: acceptors(world).map((a) => a.state.promised),
    accepted: acceptors(world).map((a) => a.state.accepted?.value ?? ''),
    /** Who knows what is chosen. */
    knows: world.nodes.filter((n) => n.state.learned).map((n) => n.id),
  }
}
