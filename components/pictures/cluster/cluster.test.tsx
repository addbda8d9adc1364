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
import { textWidth } from '../lettering'
import type { Shape } from '../picture'
import { cluster } from '.'
import { placeOf } from './place'

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

const space = 'xmlns="http://www.w3.org/2000/svg"'
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
  it('is two circles, one dashed and one double, a timer, and a diamond on its link', async () => {
    const svg = markup(shoot(question, quiet), 5, 'thumb').replace('<svg', `<svg ${space}`)
    await expect(svg.replaceAll('></path>', '/>').replaceAll('><', '>\n<')).toMatchFileSnapshot(
      './two-nodes.svg',
    )
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
      expect(says.includes('A wall between')).toBe(/<path d="[^"]+" [^>]*"11 6"/.test(html))
      if (flying) expect(says).toContain(`${flying} message`)
      expect(count(html, /data-message/g)).toBeGreaterThanOrEqual(flying)
    }
  })

  it('has the same elements at every moment: a frame changes numbers and nothing else', () => {
    const tags = momentsOf(film).map((at) =>
      markup(film, at)
        .match(/<[a-z]+/g)!
        .join(''),
    )
    expect(new Set(tags).size).toBe(1)
  })
})

describe('what has gone wrong', () => {
  const film = shoot(raft, vote)

  it('names a node that is down or paused, and shows the legend of both', () => {
    expect(texts(markup(film, 550))).toEqual(expect.arrayContaining(['n4', 'down', 'n5', 'paused']))
    const signs = cluster.legend(film, 550).map(({ says }) => says)
    expect(signs).toEqual(expect.arrayContaining(['down', 'paused', 'cut']))
    expect(cluster.legend(film, 5).map(({ says }) => says)).not.toContain('down')
  })

  it('calls what views keep of a log saved, and what servers agree on committed', () => {
    const keeps = (role: string, others: string): AnyProtocol => ({
      ...question,
      roles: [role, others],
      face: () => ({ word: role, mood: 'calm', log: [{ term: 1, value: 'A', committed: true }] }),
    })
    const says = (one: AnyProtocol, nodes: string[]) => {
      const film = shoot(one, { ...quiet, nodes })
      const signs = cluster.legend(film, 5).map((sign) => sign.says)
      return [signs.find((sign) => sign.startsWith('log')), cluster.describe(film, 5, 'long')]
    }
    const servers = says(keeps('server', 'client'), ['server', 'server'])
    expect(servers).toEqual(['log: full is committed', expect.stringContaining('of 1 committed')])
    const views = says(keeps('log', 'view'), ['log', 'view'])
    expect(views).toEqual(['log: full is saved', expect.stringContaining('of 1 saved')])
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
      for (const [, left, node] of html.matchAll(
        /data-node="\d+" transform="\w+\(([\d.]+)([\s\S]*?)<\/g>/g,
      ))
        for (const [, x] of node!.matchAll(/<text x="([\d.-]+)"/g)) {
          expect(Number(left) + Number(x)).toBeGreaterThan(20)
          expect(Number(left) + Number(x)).toBeLessThan(width! - 20)
        }
    }
  })
})

it('sixty nodes are dots, and only those that matter are named', () => {
  const many = shoot(question, { ...quiet, nodes: 60, script: [[1, { crash: 7 }]] })
  const html = markup(many, 30)
  expect(count(html, /data-node/g)).toBe(60)
  expect(texts(html)).toEqual(['asks: 1 · down: 1 · knows: 58', 'n1 asks', 'n7 down'])
})

it('a still is an image named by its description; awake it is a group', async () => {
  const film = shoot(question, quiet)
  const still = markup(film, 5)
  expect(still).toContain('role="img"')
  expect(still).toContain(`aria-label="${cluster.describe(film, 5, 'short')}"`)
  const { Draw } = await drawings.cluster!()
  const props = { film, at: 5, inks: printInks, id: 'f', shape: 'wide', live: {} } as const
  expect(renderToStaticMarkup(<Draw {...props} />)).toContain('role="group" aria-label="cluster"')
})

it('keeps what a node holds clear of its inner ring, or says it beside', () => {
  const order: AnyProtocol = {
    ...question,
    face: () => ({ word: 'lieutenant', mood: 'proud', holds: 'retreat' }),
  }
  for (const shape of ['wide', 'tall'] as const)
    for (const nodes of [3, 4, 5, 7, 9]) {
      const html = markup(shoot(order, { ...quiet, nodes }), 50, shape)
      const { r, size } = placeOf(nodes, shape)
      const held = [...html.matchAll(/<text x="(-?[\d.]+)" y="(-?[\d.]+)"[^>]*>retreat</g)]
      expect(held).toHaveLength(nodes)
      for (const [tag, x, y] of held) {
        const letters = Number(/font-size="([\d.]+)"/.exec(tag)?.[1] ?? size)
        if (Math.hypot(Number(x), Number(y)) >= r) continue
        const half = textWidth('retreat', letters) / 2
        for (const up of [0, 0.55 * letters])
          expect(Math.hypot(half, Number(y) - up)).toBeLessThan(r - 4)
      }
    }
})
