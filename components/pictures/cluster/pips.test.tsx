// Votes inside a node can be read on a small phone, and are clear of what else is said there.

import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol, Face } from '@/lib/sim/protocol'
import { clamp, distance } from '../geometry'
import { printInks as inks } from '../inks'
import { textBox } from '../lettering'
import { cluster } from '.'
import { placeOf } from './place'

/** Nodes that all show the same face. */
const still = (face: Face): AnyProtocol => ({
  ...{ name: 'still', says: 'Nothing happens.', options: {}, commands: {}, ask: {}, after: {} },
  pictures: ['cluster'],
  start: () => [0],
  on: {},
  face: () => face,
  glyph: () => ({ word: 'letter', shape: 'dot' }),
  facts: () => ({}),
})
const filmOf = (nodes: number, number: number, votes: Face['votes'] & object) => {
  const face: Face = { word: 'asks', mood: 'busy', number, counts: 'term', votes }
  const scenario = { protocol: 'still', nodes, seed: 1, delay: 20, until: 100, poster: 50 }
  return shoot(still(face), scenario)
}
const facing = (nodes: number, number: number) => {
  const waiting = Array.from({ length: nodes }, () => 'waiting' as const)
  const film = filmOf(nodes, number, waiting)
  return renderToStaticMarkup(
    cluster.Draw({ film, at: 50, inks, id: 'f', shape: 'tall' }) as ReactElement,
  )
}
/** Those of the first node, as they are drawn. */
const pipsIn = (html: string) => {
  const [d = ''] = /<path d="[^"]*" fill="none" stroke="[^"]*" stroke-width="1"/.exec(html) ?? []
  return [...d.matchAll(/M(-?[\d.]+) ?(-?[\d.]+)a([\d.]+)/g)].map(([, x, y, r]) => ({
    ...{ x: Number(x) + Number(r), y: Number(y), r: Number(r) + 0.5 },
  }))
}
/** What a page 320 px wide leaves for a drawing 320 units wide. */
const phone = 272 / 320

it.each([2, 3, 4, 5, 7, 9])('of %i', (votes) => {
  for (const number of votes > 5 ? [1] : [1, 12]) {
    const html = facing(votes, number)
    const pips = pipsIn(html)
    const { size, r } = placeOf(votes, 'tall')
    expect(pips).toHaveLength(votes)
    if (votes <= 5) expect(2 * pips[0]!.r * phone).toBeGreaterThanOrEqual(6)
    pips.forEach((pip, i) => {
      if (i > 0) expect(distance(pip, pips[i - 1]!)).toBeGreaterThanOrEqual(2 * pip.r)
      expect(distance(pip, { x: 0, y: 0 }) + pip.r).toBeLessThan(r - 1.5)
    })
    const texts = html.matchAll(
      /<text x="(-?[\d.]+)" y="(-?[\d.]+)"( font-size="([\d.]+)")?[^>]*>([^<]+)</g,
    )
    for (const [, x, y, , large, says] of [...texts].slice(0, 2)) {
      const [spot, letters] = [{ x: Number(x), y: Number(y) }, Number(large ?? size)]
      // Figures and these words have nothing below their line.
      const [left, top, right] = textBox(spot, says!, letters, 'middle')
      for (const { x, y, r } of pips) {
        const nearest = { x: clamp(x, left, right), y: clamp(y, top, spot.y) }
        expect(distance({ x, y }, nearest), `${says} ${x} ${y}`).toBeGreaterThanOrEqual(r)
      }
    }
  }
})

it('a refused vote is named in the legend where there is one', () => {
  const saysOf = (...votes: ('yes' | 'no' | 'waiting')[]) =>
    cluster.legend(filmOf(3, 1, votes), 50).map(({ says }) => says)
  expect(saysOf('yes', 'no', 'waiting')).toContain('vote refused')
  expect(saysOf('yes', 'yes', 'waiting')).not.toContain('vote refused')
})
