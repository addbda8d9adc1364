// How windows and crowds are shown, and what is true of them.

import type { Face, Glyph } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { pieces } from '@/lib/values/pieces'
import type { Messages, State } from './kind'

/** How many of a crowd are at the window. */
export const waiting = (s: State) => s.open.flat().filter((it) => it.waits === 'answer').length

export const face = (s: State, { role }: { readonly role: string }): Face => {
  const crowd = role === 'crowd'
  const number = pieces.count<unknown>(crowd ? s.open : s.queue)
  return {
    word: crowd ? 'crowd' : 'window',
    mood: number > 10 ? 'ill' : number ? 'busy' : 'calm',
    number,
    counts: crowd ? 'waiting' : 'in the queue',
  }
}

export const glyph = (type: string, body: Partial<Messages['answer']>): Glyph =>
  type === 'request'
    ? (body.nth ?? 1) > 1
      ? { word: `${body.id} again?`, shape: 'triangle', routine: true }
      : { word: `${body.id}?`, shape: 'dot', routine: true }
    : { word: `${body.id}`, shape: 'square', answer: body.done ? 'yes' : 'no', routine: true }

export const facts = (world: World<State>) => {
  const sum = (of: (s: State) => number) => world.nodes.reduce((all, n) => all + of(n.state), 0)
  const second = (of: (s: State) => State['goodAt']) =>
    world.nodes.reduce(
      (all, n) =>
        all +
        of(n.state)
          .flat()
          .filter((at) => at > world.at - 1000).length,
      0,
    )
  const [good, late, gaveUp] = [sum((s) => s.good), sum((s) => s.late), sum((s) => s.gaveUp)]
  const [goodput, load] = [second((s) => s.goodAt), second((s) => s.sentAt)]
  return {
    arrived: sum((s) => s.arrived),
    /** Requests sent, those that were asked again included. */
    sent: sum((s) => s.sent),
    /** Customers who had their answer in time; answers that nobody waited for; who left. */
    good,
    late,
    gaveUp,
    goodShare: good + gaveUp ? good / (good + gaveUp) : 1,
    shed: sum((s) => s.shed),
    served: sum((s) => s.served),
    /** The share of the window’s work that was of use. */
    useful: good + late ? good / (good + late) : 1,
    queue: sum((s) => pieces.count(s.queue)),
    waiting: sum((s) => pieces.count(s.open)),
    /** Good answers, and requests sent, in the last second. */
    goodput,
    load,
    plotted: { unit: 'a second', 'asked for': load, 'in time': goodput },
  }
}
