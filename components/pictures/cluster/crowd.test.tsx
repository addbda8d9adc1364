// Of a crowd of dots little is drawn again while time passes, and a moment is still the moment.

import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { printInks as inks } from '../inks'
import { merged } from '../sign'
import { cluster } from '.'
import { drawCluster } from './draw'
import { sceneAt } from './seen'

const scenario: AnyScenario = {
  ...{ protocol: 'gossip', nodes: 20, seed: 3, delay: [5, 25], until: 900, poster: 300 },
  script: [
    [50, { ask: { node: 1, type: 'tell', key: '12A', value: 'sold' } }],
    [200, { crash: 4 }, 600],
  ],
}
const protocol = (await fetchProtocol('gossip'))!
const draw = (film: ReturnType<typeof shoot>, at: number) =>
  renderToStaticMarkup(<cluster.Draw {...{ film, at, inks, id: 'x', shape: 'tall' }} />)

it('is drawn alike whichever moments were looked at before', () => {
  const [walked, fresh] = [shoot(protocol, scenario), () => shoot(protocol, scenario)]
  for (const at of [0, 120, 121.5, 199.9, 200, 433, 599, 600.1, 880, 121.5])
    expect(draw(walked, at)).toBe(draw(fresh(), at))
})

it('keeps its nodes between two events, and tells the time of the moment', () => {
  const film = shoot(protocol, scenario)
  const index = film.length - 5
  const [from, to] = [film.reel.at.data[index]!, film.reel.at.data[index + 1]!]
  const [one, other] = [sceneAt(film, from), sceneAt(film, (from + to) / 2)]
  expect(to).toBeGreaterThan(from)
  expect(other.nodes).toBe(one.nodes)
  expect(other.world.at).toBe((from + to) / 2)
})

type Drawn = ReactElement<{ children: Drawn[] }>
/** The groups of a drawing: its messages, and then its dots. */
const groups = (film: ReturnType<typeof shoot>, at: number) => {
  const frame = drawCluster({ film, at, inks, id: 'x', shape: 'tall' }) as ReactNode as Drawn
  const [dots, messages] = frame.props.children.toReversed() as [Drawn, Drawn]
  return { dots: dots.props.children, messages: messages.props.children }
}

it('draws again only the dots that an event changes, and the messages that fly', () => {
  const film = shoot(protocol, scenario)
  const [before, crashed] = [groups(film, 199.9), groups(film, 200)]
  const changed = crashed.dots.flatMap((dot, i) => (dot === before.dots[i] ? [] : [i + 1]))
  expect(changed).toEqual([4])
  const flying = sceneAt(film, 200).messages.length
  expect(flying).toBeLessThan(crashed.messages.length)
  const redrawn = crashed.messages.filter((one, i) => one !== before.messages[i])
  expect(redrawn.length).toBeLessThanOrEqual(flying + sceneAt(film, 199.9).messages.length)
})

it('gives no message the mark of a node, and each message the mark that it is drawn with', () => {
  const film = shoot(protocol, scenario)
  const sayings = (at: number) => merged(cluster.legend(film, at, inks)).map(({ says }) => says)
  const all = ['knows', '12A', 'thanks']
  const at = [...film.reel.at.data].find((at) => all.every((says) => sayings(at).includes(says)))!
  expect(at).toBeGreaterThan(0)
  const svg = draw(film, at)
  const flying = sceneAt(film, at).messages
  expect(flying.some(({ glyph }) => glyph.routine)).toBe(true)
  for (const { message, glyph } of flying) {
    const drawn = svg.slice(svg.indexOf(`data-message="${message.id}"`)).split('<path')[2]!
    expect(drawn.includes(`fill="${inks.panel}"`)).toBe(!!glyph.routine)
  }
})
