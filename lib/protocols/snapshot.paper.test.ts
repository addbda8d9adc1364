// The theorem of Chandy and Lamport 1985 (§4): what was recorded could have been.

import { describe, expect, test } from 'vitest'
import { eventAt, messageAt, shoot, stateAfter } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { onTheWay, type State, snapshot } from './snapshot'

const scenario = (seed: number) =>
  ({
    protocol: 'snapshot',
    nodes: 4,
    options: { every: 30 },
    seed,
    delay: [5, 60],
    fifo: true,
    script: [[200, { ask: { node: 1, type: 'snapshot' } }]],
    until: 600,
    poster: 0,
  }) as const satisfies AnyScenario

describe('the recorded state could have been (§4, theorem 1)', () => {
  /** What came before each node's own note, in its order: does it lead to what was recorded? */
  const replayed = (seed: number) => {
    const film = shoot(snapshot, scenario(seed))
    const held = [20, 20, 20, 20]
    const flying = new Map<string, number[]>()
    for (let i = 0; i < film.length; i++) {
      const { kind, node, type, message } = eventAt(film, i)
      const after = node ? (stateAfter(film, i) as State) : undefined
      if (!after || after.note) continue
      if (kind === 'message' && type === 'parcel') {
        const { from, body } = messageAt(film, message)
        const { tickets } = body as { tickets: number }
        expect(flying.get(`${from}>${node}`)?.shift()).toBe(tickets)
        held[node - 1]! += tickets
      } else if (kind === 'timer') sentBy(film, i, held, flying)
    }
    return { film, held, flying }
  }
  /** The parcels that an event sends leave their node, and are on their channel. */
  const sentBy = (
    film: ReturnType<typeof shoot>,
    index: number,
    held: number[],
    flying: Map<string, number[]>,
  ) => {
    const { node, at: sent } = eventAt(film, index)
    const ids = Array.from({ length: film.reel.messages.event.data.length }, (_, id) => id)
    for (const id of ids.filter((one) => film.reel.messages.event.data[one] === index)) {
      const message = messageAt(film, id)
      if (message.sent !== sent || message.type !== 'parcel') continue
      const { tickets } = message.body as { tickets: number }
      const channel = `${node}>${message.to}`
      held[node - 1]! -= tickets
      flying.set(channel, [...(flying.get(channel) ?? []), tickets])
    }
  }

  test('doing first what came before the notes leads exactly to the recorded state', () => {
    let moved = 0
    for (let seed = 0; seed < 20; seed++) {
      const { film, held, flying } = replayed(seed)
      for (let id = 1; id <= 4; id++) {
        const { note } = stateAfter(film, lastOf(film, id)) as State
        expect(note!.tickets).toBe(held[id - 1])
        for (let from = 1; from <= 4; from++) {
          expect(note!.channels[from] ?? []).toEqual(flying.get(`${from}>${id}`) ?? [])
        }
        moved += onTheWay(note!)
      }
    }
    expect(moved).toBeGreaterThan(40)
  })

  const lastOf = (film: ReturnType<typeof shoot>, id: number) => {
    let last = -1
    for (let i = 0; i < film.length; i++) if (eventAt(film, i).node === id) last = i
    return last
  }
})
