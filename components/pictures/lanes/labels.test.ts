// Do labels on a phone say all that there is room for?

import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { clocks } from '@/lib/protocols/clocks'
import { twoPhaseCommit } from '@/lib/protocols/two-phase-commit'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { printInks } from '../inks'
import { lanes } from '.'
import { layoutOf } from './layout'

const notes: AnyScenario = {
  protocol: 'clocks',
  seed: 1,
  nodes: 3,
  delay: [30, 40],
  clocks: [{ offset: 150 }],
  options: { every: 0 },
  script: [
    [20, { ask: { node: 1, type: 'act' } }],
    [90, { ask: { node: 1, type: 'write', to: 2 } }],
    [220, { ask: { node: 2, type: 'write', to: 3 } }],
  ],
  until: 460,
  poster: 450,
  pictures: ['lanes'],
}

it('on a phone what is too broad for one line stands on two, near its event', () => {
  const film = shoot(clocks as AnyProtocol, notes)
  const { labels, plot } = layoutOf(film, film.until, 'tall')
  const two = labels.filter(({ lines }) => lines.length > 1)
  expect(two.map(({ lines }) => lines)).toContainEqual(['3 · [2 1 0]', '240+1'])
  expect(two.length).toBeGreaterThan(2)
  for (const { box } of two) expect(box[3] - box[1]).toBeCloseTo(2.2 * plot.size)
  const drawn = lanes.Draw({ film, at: film.until, inks: printInks, id: 'f', shape: 'tall' })
  const html = renderToStaticMarkup(drawn as ReactElement)
  expect(html).toContain('>240+1</text>')
  expect(html).not.toContain('\n')
})

it('nothing that is to come in the still is told of before it happens', () => {
  const film = shoot(twoPhaseCommit as AnyProtocol, {
    protocol: 'two-phase-commit',
    nodes: ['coordinator', 'participant', 'participant', 'participant'],
    seed: 4,
    options: { doubt: 150 },
    delay: [30, 40],
    script: [
      [10, { ask: { node: 1, type: 'begin' } }],
      [78, { crash: 1 }, 350],
    ],
    until: 400,
    poster: 310,
    pictures: ['lanes'],
  })
  for (const shape of ['wide', 'tall'] as const) {
    const { labels, plot } = layoutOf(film, 310, shape)
    const ends = labels.filter(({ lines }) => lines.join(' ') === 'aborted')
    for (const { box } of ends) expect(box[plot.down ? 1 : 0]).toBeGreaterThan(plot.along(350))
    expect(labels.some(({ lines }) => lines.join(' ').startsWith('prepared'))).toBe(true)
  }
})
