// How brokers, publishers and consumers are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { fresh, type Letter, type State } from './kind'

export const face = (s: State, { role }: { readonly role: string }): Face => {
  if (role === 'broker') {
    const dead = s.dead.map((it) => it.value).join(', ')
    return {
      word: dead ? 'put aside' : 'broker',
      mood: dead ? 'ill' : 'calm',
      counts: 'waiting',
      ...(dead && { holds: dead }),
    }
  }
  const [first] = s.inbox
  const word = role === 'publisher' ? 'publisher' : first ? `handles ${first.value}` : 'consumer'
  return { word, mood: first ? 'busy' : 'calm' }
}

export const glyph = (type: string, body: Partial<Letter & { failed: boolean }>): Glyph => {
  if (type === 'ack') return { word: 'ack', shape: 'dot', answer: body.failed ? 'no' : 'yes' }
  if (type === 'accepted') return { word: type, shape: 'dot', routine: true }
  return body.poison
    ? { word: `poison ${body.value}`, shape: 'triangle' }
    : { word: body.value ?? '', shape: 'square' }
}

export const of = (world: World<State>, role: string) => world.nodes.filter((n) => n.role === role)
const doneBy = (world: World<State>) =>
  of(world, 'consumer').flatMap((n) => n.state.done.map((id) => `${id} ${n.id}`))

export const facts = (world: World<State>) => {
  const [broker] = of(world, 'broker')
  const { items = [], dead = [] } = broker?.state ?? fresh
  const done = doneBy(world)
  const all = of(world, 'publisher').flatMap((n) =>
    Array.from({ length: n.state.published }, (_, i) => `${n.id}.${i + 1}`),
  )
  const flying = world.messages.map((m) => (m.body as { id: string }).id)
  const kept = new Set([
    ...[...items, ...dead].map((it) => it.id),
    ...world.nodes.flatMap((n) => [...n.state.pending, ...n.state.inbox].map((it) => it.id)),
    ...of(world, 'consumer').flatMap((n) => n.state.done),
    ...flying,
  ])
  const waiting = items.filter((it) => !it.with).length
  const handled = new Set(done.map((it) => it.split(' ')[0])).size
  return {
    published: all.length,
    waiting,
    /** Given out, and not acknowledged. */
    out: items.filter((it) => it.with).length,
    handled,
    /** How often something was handled again by whom it was meant for. */
    again: done.length - (world.options.fanOut ? new Set(done).size : handled),
    aside: dead.length,
    /** Published, and nowhere to be found any more. */
    lost: all.filter((id) => !kept.has(id)).length,
    /** What waits at the broker, and what each consumer has in hand. */
    queues: world.nodes.map(({ role, state }) =>
      role === 'broker'
        ? state.items.filter((it) => !it.with).length
        : role === 'consumer'
          ? state.inbox.length
          : null,
    ),
    byConsumer: of(world, 'consumer').map((n) => n.state.done.length),
    plotted: { unit: 'notes', published: all.length, handled, queued: waiting },
  }
}
