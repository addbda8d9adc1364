// Does the number of a peak stand where no line is?

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { overload } from '@/lib/protocols/overload'
import { type Film, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { printInks } from '../inks'
import { draw } from './draw'

/** Sixty at once, of whom those who are not served ask again. */
const rush = (options: AnyScenario['options']) =>
  shoot(overload as AnyProtocol, {
    protocol: 'overload',
    nodes: ['window', 'crowd'],
    options: {
      rate: 6,
      service: 100,
      patience: 1500,
      limit: 10,
      retries: 3,
      pause: 60,
      ...options,
    },
    seed: 1,
    delay: [5, 15],
    script: [[3000, { ask: { node: 2, type: 'flood', many: 60 } }]],
    until: 15000,
    poster: 9000,
    against: { label: 'the other' },
  })

/** How far each line goes that is as high as the number, and where that begins. */
const places = (html: string, says: string) => {
  const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${says}<`).exec(html)!
  const points = [...html.matchAll(/[ML](\d+(?:\.\d+)?)[ ,](\d+(?:\.\d+)?)/g)]
  const high = points.filter(([, , height]) => Number(height) <= Number(y) && Number(height) > 60)
  return { number: Number(x), lines: high.map(([, place]) => Number(place)) }
}
const drawn = (film: Film, films: readonly Film[] = [film]) =>
  renderToStaticMarkup(
    draw({ film, films, at: 9000, inks: printInks, id: 'f', shape: 'tall' }, 'a chart'),
  )

it('beside a peak that lasts, its number begins where the line has fallen below it', () => {
  const { number, lines } = places(drawn(rush({})), '216')
  expect(lines.length).toBeGreaterThan(2)
  for (const place of lines) expect(place).toBeLessThan(number)
})

it('a number stands clear of the other run’s shadow too', () => {
  const [high, low] = [rush({ retries: 12 }), rush({ retries: 12, backOff: true, jitter: true })]
  const alone = places(drawn(low), '286')
  const { number, lines } = places(drawn(low, [high, low]), '286')
  expect(lines.length).toBeGreaterThan(alone.lines.length)
  for (const place of lines) expect(place).toBeLessThan(number)
})
