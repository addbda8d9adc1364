// Do the cells show which entries are committed, which are not, and which are missing?

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { raft } from '@/lib/protocols/raft'
import { factsAt, shoot } from '@/lib/sim/film'
import { printInks } from '../inks'
import type { Shape } from '../picture'
import { log } from '.'
import { cutsOf, type Row, rowsAt, tornOf } from './rows'

const film = shoot(raft, {
  protocol: 'raft',
  nodes: 3,
  seed: 1,
  delay: [8, 14],
  until: 700,
  poster: 500,
  script: [
    [10, { ask: { node: 1, type: 'campaign' } }],
    [80, { ask: { node: 1, type: 'write', value: '12A: Ada' } }],
    [150, { cut: [[1]] }],
    [180, { ask: { node: 1, type: 'write', value: '12B: Ben' } }],
  ],
})
const space = 'xmlns="http://www.w3.org/2000/svg"'
const markup = (at: number, shape: Shape = 'wide') =>
  renderToStaticMarkup(
    log.Draw({ film, at, inks: printInks, id: 'f', shape }) as Exclude<ReactNode, Promise<unknown>>,
  )
const cells = (html: string, dash: string | undefined) =>
  [...html.matchAll(/<rect[^>]*stroke-width[^>]*>/g)].filter(([cell]) =>
    dash ? cell.includes(`stroke-dasharray="${dash}"`) : !cell.includes('dasharray'),
  ).length

it('there is a full cell for each committed entry, a dashed one for each other, and gaps', () => {
  const logs = factsAt(film, 250).logs as number[][]
  expect(logs).toEqual([[1, 1], [1], [1]])
  const html = markup(250)
  expect([cells(html, undefined), cells(html, '6 3'), cells(html, '2 4')]).toEqual([3, 1, 2])
})

it('its words say which terms, how many are committed, and who leads', () => {
  const says = log.describe(film, 250, 'short')
  expect(says).toContain('The log of n1: terms 1, 1; 1 committed.')
  expect(says).toContain('The log of n2 and n3: terms 1; 1 committed.')
  expect(log.describe(film, 250, 'long')).toContain('1 12A: Ada, 1 12B: Ben')
})

it('every value in a cell is in the long description', () => {
  const values = [...markup(250).matchAll(/>(\d+\w: \w+)</g)].map(([, value]) => value!)
  expect(values.length).toBe(4)
  for (const value of values) expect(log.describe(film, 250, 'long')).toContain(value)
})

it('its legend has only what there is', () => {
  const signs = (at: number) => log.legend(film, at).map(({ says }) => says)
  expect(signs(250)).toEqual([
    'committed',
    'not committed',
    'not yet there',
    'cut',
    'term of the entry',
    'leader’s log',
  ])
  expect(signs(5)).toEqual([])
})

it.each(['wide', 'tall'] as const)('has the same elements at every moment (%s)', (shape) => {
  const tags = [5, 100, 170, 250, 500, 700].map((at) =>
    markup(at, shape)
      .match(/<[a-z]+/g)!
      .join(''),
  )
  expect(new Set(tags).size).toBe(1)
})

it('two committed in one place are torn; what is only written there is not', () => {
  const entry = (term: number, value: string, committed = true) => ({ term, value, committed })
  const rows = (...logs: ReturnType<typeof entry>[][]) =>
    logs.map((one) => ({ log: one }) as unknown as Row)
  const [ada, ben] = [entry(2, '12A: Ada'), entry(3, '12A: Ben')]
  expect([...tornOf(rows([entry(1, '10A'), ada], [entry(1, '10A'), ben]))]).toEqual([1])
  expect(tornOf(rows([ada], [{ ...ben, committed: false }])).size).toBe(0)
  expect(tornOf(rows([ada], [entry(2, '')])).size).toBe(0)
})

it('a cut runs between the rows of its sides while it lasts, and is in the words', () => {
  expect([149, 250].map((at) => cutsOf(film, rowsAt(film, at), at))).toEqual([[], [0]])
  expect(log.describe(film, 250, 'short')).toContain('A cut between n1 and n2.')
})

it('a thumbnail is rows of cells', async () => {
  const svg = markup(250, 'thumb').replace('<svg', `<svg ${space}`)
  const lines = svg.replaceAll('></path>', '/>').replaceAll('><', '>\n<')
  await expect(lines).toMatchFileSnapshot('./one-ahead.svg')
})
