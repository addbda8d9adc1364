// How windows and buyers are shown, and what is true of them.

import type { Face, Glyph, Operation } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import type { Messages, Sale, State } from './kind'

/** The sales of a seat that a plan holds; in conflict, more than one. */
export const holdersOf = (plan: readonly Sale[], seat: string) =>
  plan.filter((sale) => sale.key === seat && sale.buyer)

/** The purchases of which a buyer has the ticket: sold, and not given back. */
export const ticketsOf = ({ asked }: State) =>
  asked.filter(
    (a) =>
      !a.sale && a.outcome === 'ok' && asked.every((b) => b.sale !== a.nth || b.outcome === 'fail'),
  )

export const samePlan = (a: readonly Sale[], b: readonly Sale[]) =>
  JSON.stringify(a) === JSON.stringify(b)

/** The seats that a plan has sold, and whether one of them to two buyers. */
const soldIn = (plan: readonly Sale[]) => {
  const sales = plan.filter((it) => it.buyer).map((it) => it.key)
  const seats = [...new Set(sales)]
  return { seats, conflict: sales.length > seats.length }
}
export const windowFace = (s: State): Face => {
  const { seats, conflict } = soldIn(s.plan)
  const line = (seat: string) =>
    `${seat}: ${holdersOf(s.plan, seat)
      .map((it) => `n${it.buyer}`)
      .join(' | ')}`
  const ill = conflict ? 'conflict' : s.forgot && `forgot n${s.forgot}`
  return {
    word: ill || (s.owed[0] ? 'will copy' : 'window'),
    mood: ill ? 'ill' : s.owed[0] ? 'busy' : 'calm',
    ...(seats.length && { holds: seats.map(line).join(', ') }),
  }
}
export const buyerFace = (s: State): Face => {
  const last = s.asked.at(-1)
  const waits = last?.to === null
  const tickets = ticketsOf(s)
    .map((a) => a.seat)
    .join(', ')
  const ends = { ok: tickets ? 'has a ticket' : 'buyer', fail: 'refused', unknown: 'no answer' }
  const word = waits ? 'waits' : ends[last?.outcome ?? 'ok']
  const mood = waits ? 'busy' : tickets ? 'proud' : word === 'buyer' ? 'calm' : 'ill'
  return { word, mood, ...(tickets && { holds: tickets }) }
}

export const glyph = (type: string, body: Partial<Messages['answer']>): Glyph => {
  const answer = body.why ? 'no' : 'yes'
  if (type === 'answer') return { word: answer, shape: 'dot', answer }
  if (type === 'buy') return { word: `${body.seat}?`, shape: 'diamond' }
  if (type === 'giveBack') return { word: `${body.seat} back`, shape: 'diamond' }
  return { word: type, shape: 'square', routine: type === 'copied' }
}

const windowsOf = (world: World<State>) => world.nodes.filter((n) => n.role === 'window')
// A window has asked for nothing.
const allTickets = ({ nodes }: World<State>) =>
  nodes.flatMap((n) => ticketsOf(n.state).map(({ seat, nth }) => ({ seat, nth, buyer: n.id })))
/** Seats for which there are two tickets. */
export const twice = (world: World<State>) => {
  const seats = allTickets(world).map((t) => t.seat)
  return seats.filter((seat, i) => i > seats.indexOf(seat))
}
/** Whether all windows have the same plan. */
export const agree = (world: World<State>) => {
  const [first, ...others] = windowsOf(world)
  return others.every((n) => samePlan(n.state.plan, first!.state.plan))
}

/** Tickets that no window knows of any more. */
export const forgotten = (world: World<State>) => {
  const windows = windowsOf(world)
  return allTickets(world).filter(
    (t) => !windows.some((n) => n.state.plan.some((s) => s.buyer === t.buyer && s.nth === t.nth)),
  )
}

export const facts = (world: World<State>) => {
  const windows = windowsOf(world)
  const tickets = allTickets(world)
  const asked = world.nodes.flatMap((n) => n.state.asked)
  const holders = tickets.filter((t) => t.seat === '12A').map((t) => t.buyer)
  return {
    /** Tickets for 12A that buyers hold, and who. */
    tickets: holders.length,
    holders,
    doubleSold: twice(world).length > 0,
    /** To whom each window thinks that 12A is sold. */
    plans: windows.map((n) => holdersOf(n.state.plan, '12A').map((sale) => sale.buyer)),
    agree: agree(world),
    conflict: windows.some((n) => soldIn(n.state.plan).conflict),
    forgotten: forgotten(world).length,
    refused: asked.filter((a) => a.outcome === 'fail').length,
    unanswered: asked.filter((a) => a.outcome === 'unknown').length,
  }
}

/** What the buyers saw. */
export const history = (world: World<State>): readonly Operation[] =>
  world.nodes.flatMap((n) =>
    n.state.asked.map(({ sale, seat, from, to, outcome }) => ({
      client: n.name,
      type: sale ? 'give back' : 'buy',
      value: seat,
      result: outcome === 'ok' ? seat : null,
      from,
      to,
      outcome,
    })),
  )
