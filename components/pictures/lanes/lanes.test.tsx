// Are the lanes right: no label over a line, arrows that end where messages do, words that agree?

import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ballot } from '@/lib/protocols/ballot'
import { raft } from '@/lib/protocols/raft'
import { rpc } from '@/lib/protocols/rpc'
import { store } from '@/lib/protocols/store'
import { type Film, messageAt, messagesOf, shoot, worldAt } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { distance, overlap, touches } from '../geometry'
import { printInks } from '../inks'
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { lanes } from '.'
import { keptLanes } from './around'
import { wallLine } from './arrows'
import { layoutOf } from './layout'
import { spansOf } from './spans'

const weather: AnyScenario['script'] = [
  [300, { cut: [[1, 2]] }, 500],
  [450, { crash: 4 }, 700],
  [520, { pause: 3 }, 600],
  [100, { drop: { chance: 0.15 } }, 400],
]
const vote = (seed: number): AnyScenario => ({
  protocol: 'raft',
  nodes: 5,
  seed,
  delay: [14, 26],
  until: 900,
  poster: 240,
  script: weather,
})
const shop: AnyScenario = {
  protocol: 'store',
  nodes: ['window', 'window', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben'],
  seed: 5,
  delay: [15, 40],
  until: 700,
  poster: 200,
  script: [
    [40, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [45, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
  ],
}
const motion: AnyScenario = {
  protocol: 'ballot',
  nodes: ['voter', 'voter', 'voter', 'voter', 'voter', 'proposer', 'proposer'],
  seed: 20,
  delay: [20, 80],
  until: 900,
  poster: 240,
}
const sales: AnyScenario = {
  ...{ protocol: 'rpc', names: ['Ada', 'Ben', 'Cleo', 'window'], seed: 1 },
  nodes: ['client', 'client', 'client', 'server'],
  ...{ delay: 10, until: 400, poster: 390 },
  script: [20, 120, 220].map((at, i) => [at, { ask: { node: i + 1, type: 'call' } }]),
}
const films: [string, Film][] = [
  ...[1, 2, 3, 4, 5, 6, 7, 1472].map((seed): [string, Film] => [
    `raft ${seed}`,
    shoot(raft, vote(seed)),
  ]),
  ['store', shoot(store as AnyProtocol, shop)],
  ['ballot', shoot(ballot as AnyProtocol, motion)],
]
const shapes: Shape[] = ['wide', 'tall']
const moments = [0, 100, 240, 400, 550, 700, 880]

const markup = (film: Film, at: number, shape: Shape = 'wide') =>
  renderToStaticMarkup(
    lanes.Draw({ film, at, inks: printInks, id: 'f', shape }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )

describe.each(films)('labels of %s', (_name, film) => {
  const pages = shapes.flatMap((shape) =>
    moments.map((at) => layoutOf(film, Math.min(at, film.until), shape)),
  )

  it('never lie over an arrow, a lane or a wall', () => {
    for (const { labels, arrows, plot, walls } of pages) {
      const along = plot.lanes.map(
        (_, k) => [plot.point(plot.page.from, k), plot.point(plot.page.to, k)] as const,
      )
      const standing = walls.map((wall) => wallLine(plot, wall))
      const lines = [...arrows.map(({ line }) => line), ...along, ...standing]
      expect(lines.flat().every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
      for (const { lines: said, box } of labels)
        for (const line of lines) expect(touches(line, box), said.join()).toBe(false)
    }
  })

  it('never lie over a bead or over each other, and stay inside', () => {
    for (const { labels, beads, plot } of pages)
      labels.forEach(({ box, lines }, i) => {
        const text = lines.join()
        for (const { spot } of beads)
          expect(overlap(box, [spot.x - 3, spot.y - 3, spot.x + 3, spot.y + 3]), text).toBe(false)
        for (const other of labels.slice(i + 1)) expect(overlap(box, other.box), text).toBe(false)
        expect(box[0]).toBeGreaterThanOrEqual(plot.inside[0] - 4)
        expect(box[2]).toBeLessThanOrEqual(plot.width)
        expect(box[3]).toBeLessThanOrEqual(plot.height)
      })
  })
})

it('most leaders and candidates have their label', () => {
  let [wished, placed] = [0, 0]
  for (const [, film] of films)
    for (const at of moments) {
      const { spans, labels, plot } = layoutOf(film, Math.min(at, film.until), 'wide')
      const long = (span: (typeof spans)[number][number]) =>
        plot.along(span.to) - plot.along(span.from) > 40
      const loud = spans
        .flat()
        .filter((span) => span.says && span.face.mood !== 'calm' && long(span))
      wished += loud.length
      placed += loud.filter((span) =>
        labels.some(({ lines }) => span.says.startsWith(lines[0]!)),
      ).length
    }
  expect(wished).toBeGreaterThan(50)
  expect(placed / wished).toBeGreaterThan(0.85)
})

describe('arrows', () => {
  const film = shoot(raft, vote(3))
  const { arrows, plot, shown } = layoutOf(film, 400, 'wide')

  it('begin at the sender when it sends, and end at the receiver when it hears', () => {
    for (const { message, line, fate, open } of arrows) {
      const it = messageAt(film, message)
      if (fate !== 'arrived' || open || it.sent < plot.page.from) continue
      expect(distance(line[0], plot.point(it.sent, shown.indexOf(it.from)))).toBeLessThan(1e-6)
      expect(distance(line[1], plot.point(it.until, shown.indexOf(it.to)))).toBeLessThan(1e-6)
    }
  })

  it('of lost messages end about half-way, between two lanes and upon none', () => {
    const lost = arrows.filter(({ fate, open }) => fate === 'lost' && !open)
    expect(lost.length).toBeGreaterThan(2)
    for (const { message, line } of lost) {
      const it = messageAt(film, message)
      if (it.sent < plot.page.from) continue
      const whole = distance(
        plot.point(it.sent, shown.indexOf(it.from)),
        plot.point(it.due, shown.indexOf(it.to)),
      )
      const far = Math.abs(shown.indexOf(it.to) - shown.indexOf(it.from))
      const share = distance(...line) / whole
      expect(share).toBeGreaterThanOrEqual(0.5 - 1e-9)
      expect(share).toBeLessThanOrEqual(0.75 + 1e-9)
      expect((share * far) % 1).toBeCloseTo(0.5)
    }
  })

  it('are not drawn for routine messages that arrive, which are counted on beads instead', () => {
    const drawn = new Set(arrows.map(({ message }) => message))
    const routine = [...messagesOf(film)].filter(
      (m) => raft.glyph!(m.type as never, m.body as never).routine,
    )
    const alive = routine.filter((m) => m.fate === 'arrived')
    expect(alive.length).toBeGreaterThan(10)
    expect(alive.some(({ id }) => drawn.has(id))).toBe(false)
    const folded = layoutOf(film, 400, 'wide').beads.filter(({ kind }) => kind === 'folded')
    expect(folded.some(({ events }) => events.length > 2)).toBe(true)
  })
})

it('a node is down from its crash until it wakes, and no longer', () => {
  const film = shoot(raft, vote(1))
  const spans = spansOf(film, { from: 0, to: 900, holds: [0, 900] }, worldAt(film, 0))[3]!
  const down = spans.filter(({ up }) => !up)
  expect(down.map(({ from, to }) => [from, to])).toEqual([[450, 700]])
  expect(spans.at(-1)).toMatchObject({ up: true, to: 900 })
})

it('every label that is drawn stands in the long description once its moment has come', () => {
  for (const [, film] of films) {
    const says = lanes.describe(film, film.until, 'long')
    for (const { lines } of layoutOf(film, film.until, 'wide').labels)
      for (const line of lines) expect(says).toContain(line)
  }
})

it('of all that is held, its lane says what came last', () => {
  const film = shoot(rpc as AnyProtocol, sales)
  const { labels, plot } = layoutOf(film, film.until, 'tall')
  const beside = labels.filter(({ x }) => Math.abs(x - plot.lanes[3]!) < 10)
  const told = beside.toSorted((a, b) => a.y - b.y).map(({ lines }) => lines)
  expect(told).toEqual([['12A Ada'], ['12B Ben'], ['12C', 'Cleo']])
})

it('every bead is an anchor, and ids begin with the id of the figure', () => {
  const html = markup(films[0]![1], 240)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
  expect(ids.length).toBeGreaterThan(10)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => id.startsWith('f-e'))).toBe(true)
})

it('while time passes on a page only the playhead moves', () => {
  const film = films[0]![1]
  const [a, b] = [markup(film, 240), markup(film, 241)].map((html) =>
    html.replace(/aria-label="[^"]*"/, ''),
  )
  const differs = a!.split('><').filter((tag, i) => tag !== b!.split('><')[i])
  expect(differs.length).toBeLessThanOrEqual(4)
})

it('a clock that drifts strikes later and later than the others', () => {
  const film = shoot(raft, { ...vote(1), clocks: [{}, { driftPpm: -100_000 }] })
  const { clocks } = layoutOf(film, 400, 'wide')
  expect(clocks[1]![3]! - clocks[0]![3]!).toBeGreaterThan(clocks[1]![1]! - clocks[0]![1]!)
  expect(layoutOf(films[0]![1], 400, 'wide').clocks).toEqual([])
})

it('every lane has a name that can be touched, in every shape but the smallest', () => {
  for (const [shape, count] of [
    ['wide', 7],
    ['tall', 7],
    ['thumb', 0],
  ] as const) {
    const html = markup(films[9]![1], 240, shape)
    expect([...html.matchAll(/data-node="(\d)"/g)].map(([, id]) => Number(id))).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    )
  }
})

it('names of lanes fit between the lanes of a phone', () => {
  const html = markup(films[9]![1], 240, 'tall')
  for (const [, name] of html.matchAll(/font-weight="600"[^>]*>([^<]+)</g))
    expect(textWidth(name!, 13)).toBeLessThan(100)
})

it('a page holds for the moments that it says, and for no others', () => {
  const film = shoot(raft, { ...vote(1), until: 9000 })
  let pages = 0
  for (let at = 0; at < film.until; at += 7) {
    const { from, holds } = layoutOf(film, at, 'tall').plot.page
    const [since, until] = holds
    expect(since <= at && at < until).toBe(true)
    for (const moment of [since + 1e-6, (since + until) / 2, until - 1e-6])
      expect(layoutOf(film, moment, 'tall').plot.page.from).toBe(from)
    if (until === film.until) break
    expect(layoutOf(film, until + 1e-6, 'tall').plot.page.from).toBeGreaterThan(from)
    if (at - since < 7) pages++
  }
  expect(pages).toBeGreaterThan(3)
})

it('no number of the axis is half hidden by the time at the playhead', () => {
  const film = films[0]![1]
  for (let at = 0; at <= film.until; at += 7) {
    const html = markup(film, at, 'tall')
    const { plot, axis } = layoutOf(film, at, 'tall')
    const [, d, wide] = /<path d="(M0 [^"]*)" stroke="[^"]*" stroke-width="([^"]*)"/.exec(html)!
    const covers = [...d!.matchAll(/M0 ([\d.]+)H/g)].map(([, y]) => Number(y))
    expect(covers).toHaveLength(2)
    for (const tick of axis.ticks) {
      const far = Math.min(...covers.map((y) => Math.abs(plot.along(tick.at) - y)))
      const letters = 0.36 * plot.size
      const [hidden, free] = [far + letters <= Number(wide) / 2, far - letters > Number(wide) / 2]
      expect(hidden || free, `${tick.says} at ${at}`).toBe(true)
    }
  }
})

it('lanes that are kept are drawn as the lanes are, but for what stands on their page', () => {
  for (const [, film] of films)
    for (const shape of ['wide', 'tall'] as const) {
      const standing = lanes.standing!(film, 240, shape)
      const props = { film, at: 250, inks: printInks, id: 'f', shape, live: {} }
      const whole = renderToStaticMarkup(lanes.Draw(props) as ReactElement)
      const kept = renderToStaticMarkup(keptLanes(props, standing) as ReactElement)
      const [before, after] = kept.split('<g></g>')
      expect(whole.startsWith(before!) && whole.endsWith(after!)).toBe(true)
      expect(after!.length).toBeGreaterThan(100)
    }
})
