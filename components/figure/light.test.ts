// Why? in the picture: what is lit is the cone of an event, and what did not arrive.

import { expect, it } from 'vitest'
import { fetchProtocol } from '@/lib/protocols'
import { happenedBefore } from '@/lib/sim/cause'
import { eventAt, type Film, messageAt, shoot } from '@/lib/sim/film'
import { coneOf } from './light'

const film: Film = shoot((await fetchProtocol('raft'))!, {
  ...{ protocol: 'raft', nodes: 3, seed: 7, delay: [10, 20], until: 1500, poster: 300 },
  script: [[400, { cut: [['leader']] }, 1200]] as never,
})
const told = (says: RegExp, after = 0) => {
  for (let i = 0; i < film.length; i++) {
    const event = eventAt(film, i)
    if (event.at > after && event.says.some((one) => says.test(one))) return event
  }
  throw new Error(`nobody says ${says}`)
}

it('holds every event that happened before it, and no other', () => {
  const about = told(/leads/)
  const { events, last } = coneOf(film, about.index)
  for (let i = 0; i < film.length; i++)
    expect(events.has(i)).toBe(i === about.index || happenedBefore(film, i, about.index))
  expect(last.get(about.node)).toBe(about.at)
})

it('lights the messages that were received in it, and those whose loss let a timer run out', () => {
  const stands = told(/stands/, 400)
  const { messages, missing, since } = coneOf(film, stands.index)
  for (const id of messages) expect(messageAt(film, id).until).toBeLessThanOrEqual(stands.at)
  expect(missing.size).toBeGreaterThan(0)
  for (const id of missing) {
    expect(messageAt(film, id)).toMatchObject({ to: stands.node, fate: 'cut' })
    expect(messageAt(film, id).sent).toBeGreaterThanOrEqual(since)
    expect(messages.has(id)).toBe(false)
  }
})
