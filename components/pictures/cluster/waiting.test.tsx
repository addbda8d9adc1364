// Messages that wait for a paused node stand where its words do not lie over them.

import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { shoot } from '@/lib/sim/film'
import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { type Box, distance, overlap } from '../geometry'
import { printInks as inks } from '../inks'
import { textBox } from '../lettering'
import { cluster } from '.'
import { flightOf } from './message'
import { placeOf } from './place'
import { sceneAt } from './seen'

/** Everybody writes to one who is paused. */
const letters = (to: number): AnyProtocol => ({
  ...{ name: 'letters', says: 'All write to one.', options: {}, commands: {}, ask: {}, after: {} },
  pictures: ['cluster'],
  start: ({ self }) => [self, ...(self === to ? [] : [send(to, 'letter', 1)])],
  on: { letter: (s) => [s] },
  face: () => ({ word: 'writes', mood: 'calm' }),
  glyph: () => ({ word: 'letter', shape: 'triangle' }),
  facts: () => ({}),
})

it.each([4, 5, 6, 7, 8, 9])('of %i nodes', (nodes) => {
  const place = placeOf(nodes, 'tall')
  for (let to = 1; to <= nodes; to++) {
    const film = shoot(letters(to), {
      ...{ protocol: 'letters', nodes, seed: 1, delay: 20, until: 100, poster: 80 },
      script: [[1, { pause: to }]],
    })
    const html = renderToStaticMarkup(
      cluster.Draw({ film, at: 80, inks, id: 'f', shape: 'tall' }) as ReactElement,
    )
    const at = new RegExp(`<text x="(-?[\\d.]+)" y="(-?[\\d.]+)"[^>]*><tspan[^>]*>n${to}<`).exec(
      html,
    )!
    const own = place.spots[to - 1]!
    const [x, y] = [own.x + Number(at[1]), own.y + Number(at[2])]
    const words = textBox({ x, y }, `n${to} paused`, place.size, 'middle')
    const r = place.r * 0.26
    const { messages } = sceneAt(film, 80)
    expect(messages).toHaveLength(nodes - 1)
    const flights = messages.map((seen) => flightOf(seen, 80, place, []))
    for (const [i, { spot, tail }] of flights.entries()) {
      expect(tail, 'it goes nowhere').toEqual(spot)
      for (const other of flights.slice(i + 1))
        expect(distance(spot, other.spot)).toBeGreaterThan(1.7 * r)
    }
    for (const seen of messages) {
      const { message } = seen
      const { spot } = flightOf(seen, 80, place, [])
      const glyph: Box = [spot.x - r, spot.y - 1.25 * r, spot.x + r, spot.y + 0.9 * r]
      expect(overlap(words, glyph), `from n${message.from} to n${to}`).toBe(false)
    }
  }
})

it('stand one behind the other where one sender wrote often', () => {
  const place = placeOf(5, 'tall')
  const often: AnyProtocol = {
    ...letters(1),
    start: ({ self }) => [self, ...(self === 2 ? [1, 2, 3].map(() => send(1, 'letter', 1)) : [])],
  }
  const film = shoot(often, {
    ...{ protocol: 'letters', nodes: 5, seed: 1, delay: 20, until: 100, poster: 80 },
    script: [[1, { pause: 1 }]],
  })
  const spots = sceneAt(film, 80).messages.map((seen) => flightOf(seen, 80, place, []).spot)
  expect(spots).toHaveLength(3)
  const apart = spots.slice(1).map((spot, i) => distance(spot, spots[i]!))
  for (const way of apart) expect(way).toBeGreaterThan(2 * place.r * 0.26)
})
