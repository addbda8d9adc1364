// Are operations drawn from asking to answer, as they stood at the moment?

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { replica } from '@/lib/protocols/replica'
import { store } from '@/lib/protocols/store'
import { type Film, historyAt, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { overlap } from '../geometry'
import { printInks } from '../inks'
import { textBox } from '../lettering'
import type { Shape } from '../picture'
import { history } from '.'

const film = shoot(store as AnyProtocol, {
  protocol: 'store',
  nodes: ['window', 'window', 'buyer', 'buyer'],
  names: ['East', 'West', 'Ada', 'Ben'],
  seed: 5,
  delay: [15, 40],
  until: 900,
  poster: 200,
  script: [
    [40, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
    [45, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
    [500, { ask: { node: 3, type: 'buy', seat: '12A', window: 2 } }],
    [560, { crash: 1 }],
    [600, { ask: { node: 4, type: 'buy', seat: '14C', window: 1 } }],
  ],
})
const space = 'xmlns="http://www.w3.org/2000/svg"'
const markup = (film: Film, at: number, shape: Shape = 'wide') =>
  renderToStaticMarkup(
    history.Draw({ film, at, inks: printInks, id: 'f', shape }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )
const labels = (html: string) =>
  [...html.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-style="italic"[^>]*>([^<]*)</g)].map(
    ([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text! }),
  )

it('an operation is pending until it is answered, and then has its outcome', () => {
  const { from, to } = historyAt(film, 300).find(({ client }) => client === 'Ada')!
  expect(history.describe(film, (from + to!) / 2, 'short')).toContain('Ada: buy 12A, pending')
  expect(history.describe(film, to!, 'short')).toContain('Ada: buy 12A, done')
  expect(history.describe(film, from - 1, 'short')).toContain('0 operations')
})

it('refused and never answered are words and shapes of their own', () => {
  const says = history.describe(film, 900, 'long')
  expect(says).toContain('Ada: buy 12A, refused')
  expect(says).toContain('Ben: buy 14C, pending')
  const signs = history.legend(film, 900).map((sign) => sign.says)
  expect(signs.sort()).toEqual(['done', 'pending', 'refused'])
  expect(labels(markup(film, 900)).map(({ text }) => text)).toContain('buy 12A, refused')
})

it('labels never lie over each other, in any shape', () => {
  for (const [shape, size] of [
    ['wide', 17],
    ['tall', 13],
  ] as const) {
    const boxes = labels(markup(film, 900, shape)).map((at) => textBox(at, at.text, size))
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
    })
  }
})

it('every label of what has begun is in the description', () => {
  const says = history.describe(film, 900, 'long')
  for (const { text } of labels(markup(film, 900)))
    if (text.includes(',')) expect(says).toContain(text)
})

it('a wrong answer has a rim, words and a sign, once it has been given', () => {
  const late = shoot(replica as AnyProtocol, {
    protocol: 'replica',
    nodes: ['replica', 'replica', 'client'],
    names: ['east', 'west', 'Ada'],
    options: { lag: 250 },
    seed: 1,
    delay: 10,
    until: 600,
    poster: 200,
    script: [
      [20, { ask: { node: 3, type: 'write', value: 'Ada' } }],
      [100, { ask: { node: 3, type: 'read', replica: 2 } }],
    ],
  })
  const seen = (at: number) => ({
    rims: markup(late, at).split(printInks.vermilion).length - 1,
    says: history.describe(late, at, 'long').includes('own write missed'),
    sign: history.legend(late, at).some(({ says }) => says === 'a wrong answer'),
  })
  expect(seen(105)).toEqual({ rims: 0, says: false, sign: false })
  expect(seen(200)).toEqual({ rims: 1, says: true, sign: true })
})

it('a thumbnail is bars and a playhead', async () => {
  const svg = markup(film, 200, 'thumb').replace('<svg', `<svg ${space}`)
  const lines = svg.replaceAll('></path>', '/>').replaceAll('><', '>\n<')
  await expect(lines).toMatchFileSnapshot('./two-buyers.svg')
})

it('has the same elements at every moment: what was answered wrongly only gets its rim', () => {
  const elements = (at: number) =>
    markup(film, at)
      .match(/<[a-z]+/g)!
      .join('')
  for (const at of [60, 200, 560, 700, 880]) expect(elements(at)).toBe(elements(0))
})

it('the words of what has begun are whole over the veil, and of what has not are faint', () => {
  const [veil, ...after] = markup(film, 200).split('fill-opacity="0.78"').toReversed()
  expect(after).toHaveLength(1)
  const inkOf = (says: string) => veil!.match(new RegExp(`fill="(#\\w+)"[^>]*>${says}`))?.[1]
  expect(inkOf('buy 12A, done')).toBe(printInks.ink)
  expect(inkOf('buy 12A, pending')).toBe(printInks.hair)
})
