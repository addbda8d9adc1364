// Pictures of numbers: charts, bars, points and trees of one small film.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Film, factsAt, shoot } from '@/lib/sim/film'
import { type AnyProtocol, send, wait } from '@/lib/sim/protocol'
import { bars } from './bars'
import { chart } from './chart'
import { chartOf } from './chart/data'
import { printInks } from './inks'
import type { Picture, Shape } from './picture'
import { points } from './points'
import { spreadOut } from './spread'
import { tree } from './tree'

/** Every node counts what it hears, and tells the next one every 10 ms. */
const counting: AnyProtocol = {
  name: 'counting',
  says: 'Each counts what it hears.',
  options: {},
  commands: {},
  pictures: ['chart'],
  start: ({ self }) => [0, wait('tell', 10 * self)],
  on: { word: (s) => [s + 1] },
  after: {
    tell: (s, { self, peers }) => [
      s,
      send(peers[self % peers.length]!, 'word', 0),
      wait('tell', 10),
    ],
  },
  ask: {},
  face: (s, { self }) => ({
    word: s > 5 ? 'full' : 'open',
    mood: s > 5 ? 'proud' : 'calm',
    number: s,
    counts: 'words',
    place: [self, s],
  }),
  facts: ({ nodes }) => {
    const [first, second] = nodes.map(({ state }) => state as number)
    return {
      queues: nodes.map(({ state }) => state as number),
      plotted: { unit: 'words', first: first!, second: second! },
      trees: {
        names: ['n1', 'n2'],
        levels: [
          [[`r${first}`], ['aa', `b${first}`]],
          [[`r${second}`], ['aa', `b${second}`]],
        ],
        leaves: ['A', 'B'],
      },
    }
  },
}
const film = shoot(counting, {
  protocol: 'counting',
  nodes: 4,
  seed: 1,
  delay: 3,
  until: 100,
  poster: 60,
  script: [[70, { crash: 3 }]],
})
const markup = (picture: Picture, at: number, shape: Shape = 'wide', of: Film = film) =>
  renderToStaticMarkup(
    picture.Draw({ film: of, at, inks: printInks, id: 'f', shape }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )
const texts = (html: string) => [...html.matchAll(/>([^<>]+)</g)].map(([, text]) => text!)
const queuesAt = (at: number) => factsAt(film, at).queues as number[]

describe('a chart', () => {
  it('has a line for each number that is plotted, through what the facts say', () => {
    const { lines, unit, most } = chartOf(film)
    expect([unit, lines.map(({ says }) => says)]).toEqual(['words', ['first', 'second']])
    for (const [at, value] of lines[0]!.points) expect(value).toBe(queuesAt(at)[0])
    expect(most).toBeGreaterThanOrEqual(Math.max(...queuesAt(100).slice(0, 2)))
  })

  it('says where its lines stand at the moment, and names them at their ends', () => {
    expect(chart.describe(film, 50, 'short')).toContain(`first ${queuesAt(50)[0]};`)
    expect(texts(markup(chart, 50))).toEqual(expect.arrayContaining(['first', 'second', 'words']))
    expect(chart.legend(film, 50).map(({ says }) => says)).toEqual(['first', 'second'])
  })
})

describe('bars', () => {
  /** Where each bar ends: the first stroke to the right. */
  const lengths = (html: string) =>
    [...html.matchAll(/<path d="M[^"H]*H ?([\d.]+)/g)].map(([, end]) => Number(end))

  it('are as long as the queues, and say it', () => {
    const says = bars.describe(film, 60, 'short')
    const shown = texts(markup(bars, 60))
    queuesAt(60).forEach((value, i) => {
      expect(says).toContain(`n${i + 1} ${value}`)
      expect(shown.slice(2 * i, 2 * i + 2)).toEqual([`n${i + 1}`, `${value}`])
    })
  })

  it('of two films that are compared have one scale', () => {
    const early = shoot(counting, { ...film.scenario, until: 30, poster: 30 })
    const ends = (films?: readonly Film[]) => {
      const given = { film: early, at: 30, inks: printInks, id: 'f', shape: 'wide' } as const
      const html = renderToStaticMarkup(
        bars.Draw({ ...given, ...(films && { films }) }) as Exclude<ReactNode, Promise<unknown>>,
      )
      return lengths(html)
    }
    expect(ends([early, film])).toHaveLength(4)
    expect(ends([early, film])).toEqual(lengths(markup(bars, 30)))
    expect(ends()).not.toEqual(ends([early, film]))
  })

  it('are pressed between their names and themselves, too', () => {
    const [first] = markup(bars, 30).match(/<g data-node.*?<text/s)!
    expect(first).toMatch(/<path d="M0 [^"]*" fill="transparent"/)
  })

  it('of who is down are grey, and said to be', () => {
    expect(bars.describe(film, 90, 'short')).toContain('(down)')
    expect(bars.legend(film, 90).map(({ says }) => says)).toEqual(['words', 'down'])
    expect(bars.legend(film, 60).map(({ says }) => says)).toEqual(['words'])
  })
})

describe('points', () => {
  const spots = (at: number) =>
    [...markup(points, at).matchAll(/<path d="M([\d.]+) ([\d.]+)a7 7/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])

  it('stand where faces say, y upwards, and stay in the frame', () => {
    const found = spots(100)
    expect(found.length).toBe(4)
    const counts = queuesAt(100)
    const highest = counts.indexOf(Math.max(...counts))
    expect(Math.min(...found.map(([, y]) => y!))).toBe(found[highest]![1])
    for (const [x, y] of [...found, ...spots(0)]) {
      expect(Math.min(x!, y!)).toBeGreaterThan(0)
      expect(x).toBeLessThan(720)
      expect(y).toBeLessThan(480)
    }
  })

  it('are counted by their words, and placed in the long description', () => {
    const full = queuesAt(60).filter((n) => n > 5).length
    const says = points.describe(film, 60, 'long')
    if (full) expect(says).toContain(`${full} full`)
    expect(says).toContain(`n2 at 2, ${queuesAt(60)[1]}`)
    const named = points.legend(film, 90).map(({ says }) => says)
    expect(named).toEqual(['open', 'down', 'full', 'where they began'])
  })
})

describe('two trees', () => {
  const apart = Array.from({ length: 100 }, (_, i) => i).find((at) => {
    const [a, b] = queuesAt(at)
    return a !== b
  })!
  const saysOf = (at: number) => tree.legend(film, at).map(({ says }) => says)

  it('are the same at the start, after one hash', () => {
    expect(tree.describe(film, 0, 'short')).toContain('They are the same. 1 hash compared.')
    expect(saysOf(0)).toEqual(['a hash of all that is below'])
  })

  it('are each pressed as the node whose they are', () => {
    expect(markup(tree, 0).match(/<g data-node="\d/g)).toHaveLength(2)
  })

  it('differ down to the leaf that differs, which has its name and a mark', () => {
    expect(tree.describe(film, apart, 'short')).toContain('They differ in B. 3 hashes compared.')
    const html = markup(tree, apart)
    expect(texts(html).filter((text) => text === 'B')).toHaveLength(2)
    expect([...html.matchAll(/stroke-dasharray="6 3"/g)]).toHaveLength(4)
    expect(saysOf(apart)).toContain('differs from its twin')
  })
})

it('names at the ends of lines are pushed apart and stay above the bottom', () => {
  const heights = spreadOut([100, 40, 42, 98], 10, 100)
  const sorted = heights.toSorted((a, b) => a - b)
  for (let i = 1; i < sorted.length; i++)
    expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(10)
  expect(Math.max(...heights)).toBeLessThanOrEqual(100)
  expect(heights[1]!).toBeLessThan(heights[2]!)
})
