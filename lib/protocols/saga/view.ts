// How an office and its machines are shown, and what is true and must stay true of them.

import type { Face, Glyph, Protocol } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { type At, isOpen, type Order, openOrders, type Saga, type State, steps } from './kind'

export const face = ({ orders, deeds, untold, told }: State, { role }: At): Face => {
  if (role === 'office') {
    const last = orders[orders.length - 1]
    const works = [...untold, ...told]
    const stuck = last && isOpen(last) && !works.includes(orders.length)
    const word = !last ? 'office' : stuck ? 'forgotten' : isOpen(last) ? 'at work' : last.phase
    const mood = last?.phase === 'done' ? 'proud' : stuck ? 'ill' : works.length ? 'busy' : 'calm'
    return { word, mood, ...(last && { holds: last.seat }) }
  }
  const stands = deeds.some(({ did }) => did === 'done')
  const back = deeds.some(({ did }) => did === 'undone')
  const word = stands ? deedOf[role] : back ? 'taken back' : deeds.length ? 'refused' : role
  return { word, mood: stands ? 'proud' : 'calm' }
}
const deedOf = { bank: 'paid', hall: 'held', post: 'mailed' } as const

const shapes = { do: 'diamond', undo: 'triangle', answer: 'dot', undone: 'dot' } as const
export const glyph = (
  type: keyof typeof shapes,
  { order, step, ok }: { order: number; step: number; ok?: boolean },
): Glyph => {
  const { name, back } = steps[step]!
  return {
    word: { do: name, undo: back, answer: ok ? 'done' : 'no', undone: 'undone' }[type],
    shape: shapes[type],
    number: order,
    // That it is done is in the word already.
    ...(type === 'answer' && !ok && { answer: 'no' }),
  }
}

const only = (world: World<State>, role: string) => world.nodes.find((n) => n.role === role)?.state
/** What stands at this moment at the machine of a step: the orders it has done and not undone. */
const standing = (world: World<State>, role: string) =>
  (only(world, role)?.deeds ?? []).filter(({ did }) => did === 'done').map(({ order }) => order)

export const facts = (world: World<State>) => {
  const { orders = [], untold = [], told = [] } = only(world, 'office') ?? {}
  const [paid, held, mailed] = steps.map(({ role }) => standing(world, role))
  const count = (phase: Order['phase']) => orders.filter((order) => order.phase === phase).length
  const stuck = openOrders(orders).filter((order) => ![...untold, ...told].includes(order))
  return {
    orders: orders.length,
    phases: orders.map(({ phase }) => phase),
    done: count('done'),
    undone: count('undone'),
    open: openOrders(orders).length,
    /** Orders that are written down, and that nobody will ever carry on. */
    stuck: stuck.length,
    /** Of these, those that have been paid. */
    stuckPaid: stuck.filter((order) => paid!.includes(order)).length,
    paid: paid!.length,
    held: held!.length,
    mailed: mailed!.length,
    /** Steps that were taken, and then taken back. */
    takenBack: world.nodes.flatMap((n) => n.state.deeds).filter(({ did }) => did === 'undone')
      .length,
  }
}

export const always: Protocol<Saga>['always'] = {
  'a done order is paid, held and mailed, and of an undone one nothing is left': {
    first: null,
    then(_memo: null, world) {
      const all = steps.map(({ role }) => standing(world, role))
      for (const [i, { phase }] of (only(world, 'office')?.orders ?? []).entries()) {
        const stands = all.filter((orders) => orders.includes(i + 1)).length
        if (phase === 'done' && stands < 3) return `order ${i + 1} is done, and lacks a step`
        if (phase === 'undone' && stands > 0) return `order ${i + 1} is undone, and left a step`
      }
      return null
    },
  },
}

export const eventually: Protocol<Saga>['eventually'] = {
  'with an outbox every order ends': (world) => !world.options.outbox || facts(world).open === 0,
}
