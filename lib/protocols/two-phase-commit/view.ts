// How coordinators and participants are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { State } from './index'

const moods = {
  idle: 'calm',
  voting: 'busy',
  working: 'calm',
  prepared: 'busy',
  committed: 'proud',
  aborted: 'ill',
} as const

export const face = (s: State, here: { roles: { participant: readonly number[] } }): Face => ({
  word: s.phase,
  mood: moods[s.phase],
  ...(s.phase === 'prepared' && { holds: '12A' }),
  ...(s.phase === 'committed' && { holds: '12A sold' }),
  ...(s.phase === 'voting' && {
    votes: here.roles.participant.map((p) => (s.yes.includes(p) ? 'yes' : 'waiting')),
  }),
})

export const glyph = (type: string, body: { yes?: boolean; commit?: boolean }): Glyph => {
  if (type === 'prepare') return { word: 'prepare', shape: 'diamond' }
  if (type === 'inquire') return { word: 'which?', shape: 'diamond' }
  const yes = type === 'vote' ? body.yes : body.commit
  const word = type === 'vote' ? (yes ? 'yes' : 'no') : yes ? 'commit' : 'abort'
  return { word, shape: type === 'vote' ? 'dot' : 'square', answer: yes ? 'yes' : 'no' }
}

export const participants = (world: World<State>) =>
  world.nodes.filter((n) => n.role === 'participant')
const ends = ['committed', 'aborted'] as const

export const facts = (world: World<State>) => {
  const coordinator = world.nodes.find((n) => n.role === 'coordinator')
  const inDoubt = participants(world).filter((n) => n.state.phase === 'prepared')
  const reached = ends.filter((end) => world.nodes.some((n) => n.state.phase === end))
  return {
    /** What anybody has done: '' while all is open. */
    outcome: reached[0] ?? '',
    agree: reached.length < 2,
    coordinator: coordinator?.id ?? 0,
    phases: world.nodes.map((n) => n.state.phase),
    /** Participants that are bound by their vote and do not know how it went. */
    inDoubt: inDoubt.map((n) => n.id),
    /** How many of these can do nothing, since the coordinator is down. */
    blocked: coordinator && !coordinator.up ? inDoubt.length : 0,
    committed: participants(world).filter((n) => n.state.phase === 'committed').length,
    aborted: participants(world).filter((n) => n.state.phase === 'aborted').length,
  }
}
