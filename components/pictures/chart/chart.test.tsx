// Does the number of a peak stand where no line is?

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { overload } from '@/lib/protocols/overload'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { printInks } from '../inks'
import { draw } from './draw'

it('beside a peak that lasts, its number begins where the line has fallen below it', () => {
  const film = shoot(overload as AnyProtocol, {
    protocol: 'overload',
    nodes: ['window', 'crowd'],
    options: { rate: 6, service: 100, patience: 1500, limit: 10, retries: 3, pause: 60 },
    seed: 1,
    delay: [5, 15],
    script: [[3000, { ask: { node: 2, type: 'flood', many: 60 } }]],
    until: 15000,
    poster: 9000,
  })
  const html = renderToStaticMarkup(
    draw({ film, at: 9000, inks: printInks, id: 'f', shape: 'tall' }, 'a chart'),
  )
  const [, x, y] = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>216</.exec(html)!
  const points = [...html.matchAll(/[ML](\d+(?:\.\d+)?)[ ,](\d+(?:\.\d+)?)/g)]
  const high = points.filter(([, , height]) => Number(height) <= Number(y) && Number(height) > 60)
  expect(high.length).toBeGreaterThan(2)
  for (const [, place] of high) expect(Number(place)).toBeLessThan(Number(x))
})
