// Is the cluster right, and does its description say the same?

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { raft } from '@/lib/protocols/raft'
import { eventAt, type Film, shoot, worldAt } from '@/lib/sim/film'
import { type AnyProtocol, say, send, wait } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { drawings } from '../drawings'
import { printInks } from '../inks'
import type { Shape } from '../picture'
import { cluster } from '.'

/** One node asks another, once; nothing else happens. */
const question: AnyProtocol = {
  name: 'question',
  says: 'One asks, the other answers.',
  options: {},
  commands: {},
  pictures: ['cluster'],
  start: ({ self }) => [self, ...(self === 1 ? [wait('ask', 10), send(2, 'ask', 1)] : [])],
  on: {
    ask: (s, _body, from) => [s, send(from, 'answer', 1), say('n2 answers')],
    answer: (s) => [s],
  },
  after: { ask: (s) => [s] },
  ask: {},
  face: (s) => ({
    word: s === 1 ? 'asks' : 'knows',
    mood: s === 1 ? 'busy' : 'proud',
    number: s as number,
  }),
  glyph: (type) => ({ word: type, shape: 'diamond', ...(type === 'answer' && { answer: 'yes' }) }),
  facts: () => ({}),
}
const quiet: AnyScenario = {
  protocol: 'question',
  nodes: 2,
  seed: 1,
  delay: 20,
  until: 100,
  poster: 5,
}
const vote: AnyScenario = {
  protocol: 'raft',
  nodes: 5,
  seed: 1472,
  delay: [14, 26],
  until: 900,
  poster: 240,
  script: [
    [300, { cut: [[1, 2]] }, 700],
    [450, { crash: 4 }, 800],
    [500, { pause: 5 }, 600],
    [10, { drop: { chance: 0.1 } }, 400],
  ],
}

/** Two circles, one dashed and one double; a link, a timer, a diamond on its way. */
const golden = [
  '<svg viewBox="0 0 220 140" role="img" aria-label="At 5 ms: n1: asks, number 1; n2: knows, number 2. 1 message on the way." font-family="Source Serif 4, Georgia, serif" font-size="13">',
  '<path d="M 32 70 L 188 70" stroke="#ddd8cc" stroke-width="1.5"/>',
  '<path fill="none" stroke="#c42a0c" stroke-width="5" stroke-dasharray="11 6"/>',
  '<g>',
  '<g data-node="1">',
  '<path d="M 6 70 a 26 26 0 1 0 52 0 a 26 26 0 1 0 -52 0" fill="transparent" fill-opacity="0.18"/>',
  '<path d="M 15 70 a 17 17 0 1 0 34 0 a 17 17 0 1 0 -34 0" fill="#ffffff" stroke="#ad5f00" stroke-width="2.5" stroke-dasharray="6 4"/>',
  '<path fill="#ad5f00" fill-opacity="0.12" stroke="#ad5f00" stroke-width="2"/>',
  '<path fill="none" stroke="#1d1c1a" stroke-width="4"/>',
  '<path d="M 32 48 A 22 22 0 0 1 32 92" fill="none" stroke="#ad5f00" stroke-opacity="0.6" stroke-width="3" stroke-linecap="round"/>',
  '<text x="32" y="60.1" text-anchor="middle" font-style="italic" fill="#514d46">',
  '</text>',
  '<text x="32" y="75.4" text-anchor="middle" font-size="17" font-weight="600" fill="#1d1c1a">1</text>',
  '<path fill="none" stroke="#1d1c1a" stroke-width="1"/>',
  '<path fill="#1d1c1a"/>',
  '<path stroke="#1d1c1a" stroke-width="1.6"/>',
  '</g>',
  '<g data-node="2">',
  '<path d="M 162 70 a 26 26 0 1 0 52 0 a 26 26 0 1 0 -52 0" fill="transparent" fill-opacity="0.18"/>',
  '<path d="M 171 70 a 17 17 0 1 0 34 0 a 17 17 0 1 0 -34 0" fill="#ffffff" stroke="#00765a" stroke-width="2.5"/>',
  '<path d="M 175 70 a 13 13 0 1 0 26 0 a 13 13 0 1 0 -26 0" fill="#00765a" fill-opacity="0.12" stroke="#00765a" stroke-width="2"/>',
  '<path fill="none" stroke="#1d1c1a" stroke-width="4"/>',
  '<path fill="none" stroke="#00765a" stroke-opacity="0.6" stroke-width="3" stroke-linecap="round"/>',
  '<text x="188" y="60.1" text-anchor="middle" font-style="italic" fill="#514d46">',
  '</text>',
  '<text x="188" y="75.4" text-anchor="middle" font-size="17" font-weight="600" fill="#1d1c1a">2</text>',
  '<path fill="none" stroke="#1d1c1a" stroke-width="1"/>',
  '<path fill="#1d1c1a"/>',
  '<path stroke="#1d1c1a" stroke-width="1.6"/>',
  '</g>',
  '</g>',
  '<g>',
  '<g data-message="0">',
  '<path d="M 70.4 72.7 L 84 72.7" stroke="#ad5f00" stroke-width="1.5" stroke-opacity="0.5"/>',
  '<path d="M 84 67.2 L 89.5 72.7 84 78.2 78.5 72.7 Z" fill="#ad5f00" stroke="#ad5f00" stroke-width="1.5"/>',
  '<path stroke="#ffffff" stroke-width="1.1"/>',
  '</g>',
  '</g>',
  '</svg>',
]

const markup = (film: Film, at: number, shape: Shape = 'wide') =>
  renderToStaticMarkup(
    cluster.Draw({ film, at, inks: printInks, id: 'f', shape }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )
const texts = (html: string) => [...html.matchAll(/>([^<>]+)</g)].map(([, text]) => text!.trim())
const count = (html: string, tag: RegExp) => [...html.matchAll(tag)].length
const momentsOf = (film: Film) =>
  Array.from({ length: film.length }, (_, i) => eventAt(film, i).at).filter(
    (at, i, all) => at !== all[i - 1],
  )

describe('a thumbnail of two nodes and one message', () => {
  it('is this drawing', () => {
    const html = markup(shoot(question, quiet), 5, 'thumb')
    expect(html.replaceAll('></path>', '/>').replaceAll('><', '>\n<').split('\n')).toEqual(golden)
  })
})

describe('what is drawn', () => {
  const film = shoot(raft, vote)

  it('is what the description says: every node, word, number and wall, at any moment', () => {
    for (const at of momentsOf(film)) {
      const html = markup(film, at)
      const says = cluster.describe(film, at, 'long')
      const flying = worldAt(film, at).messages.length
      for (const text of texts(html)) expect(says, `${text} at ${at}`).toContain(text)
      expect(says.includes('A wall between')).toBe(
        html.includes('stroke-dasharray="11 6" d') ||
          /d="M[^"]+" fill="none" stroke="#c42a0c" stroke-width="5"/.test(html),
      )
      if (flying) expect(says).toContain(`${flying} message`)
      expect(count(html, /data-message/g)).toBeGreaterThanOrEqual(flying)
    }
  })

  it('has the same elements at every moment: a frame changes numbers and nothing else', () => {
    const shapes = new Set(
      momentsOf(film).map((at) => markup(film, at).replace(/ [\w-]+="[^"]*"|>[^<]+</g, '')),
    )
    const tags = new Set([...shapes].map((one) => count(one, /<[a-z]/g)))
    expect(tags.size).toBe(1)
  })

  it('names a node that is down or paused, and shows the legend of both', () => {
    expect(texts(markup(film, 550))).toEqual(expect.arrayContaining(['n4', 'down', 'n5', 'paused']))
    const signs = cluster.legend(film, 550).map(({ says }) => says)
    expect(signs).toEqual(expect.arrayContaining(['down', 'paused', 'cut']))
    expect(cluster.legend(film, 5).map(({ says }) => says)).not.toContain('down')
  })

  it('shows each death where it happens: half-way, at the wall, at the rim', () => {
    const fates = new Set<string>()
    for (const at of momentsOf(film)) {
      const long = cluster.describe(film, at, 'long')
      for (const fate of ['lost', 'stopped by the wall', 'not heard'])
        if (long.includes(`, ${fate}.`)) fates.add(fate)
    }
    expect([...fates].sort()).toEqual(['lost', 'not heard', 'stopped by the wall'])
  })

  it('keeps every node and every word inside its frame', () => {
    for (const shape of ['wide', 'tall'] as const) {
      const html = markup(film, 550, shape)
      const [, width] = /viewBox="0 0 (\d+)/.exec(html)!.map(Number)
      for (const [, x] of html.matchAll(/<text x="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThan(20)
        expect(Number(x)).toBeLessThan(width! - 20)
      }
    }
  })
})

it('sixty nodes are dots, and only those that matter are named', () => {
  const many = shoot(question, { ...quiet, nodes: 60, script: [[1, { crash: 7 }]] })
  const html = markup(many, 30)
  expect(count(html, /data-node/g)).toBe(60)
  expect(texts(html)).toEqual(['n1 asks', 'n7 down'])
})

it('a still is an image with its description; awake it is a group that hears of its nodes', async () => {
  const film = shoot(question, quiet)
  const still = markup(film, 5)
  expect(still).toContain('role="img"')
  expect(still).toContain(`aria-label="${cluster.describe(film, 5, 'short')}"`)
  const heard: number[] = []
  const live = { onNode: (id: number) => void heard.push(id) }
  const { Draw } = await drawings.cluster!()
  const props = { film, at: 5, inks: printInks, id: 'f', shape: 'wide', live } as const
  const awake = renderToStaticMarkup(<Draw {...props} />)
  expect(awake).toContain('role="group"')
})
