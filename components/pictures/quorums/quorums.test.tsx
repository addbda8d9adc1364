// Do the outlines show who stands where, and do the words say the same?

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ballot } from '@/lib/protocols/ballot'
import { type Film, factsAt, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { printInks } from '../inks'
import { quorums } from '.'

const film = (quorum: number, b: readonly number[]) =>
  shoot(ballot as AnyProtocol, {
    protocol: 'ballot',
    nodes: 5,
    seed: 3,
    delay: 30,
    until: 600,
    poster: 300,
    options: { quorum },
    script: [
      [10, { ask: { node: 1, type: 'propose', motion: 'A', voters: [1, 2, 3] } }],
      [20, { ask: { node: 4, type: 'propose', motion: 'B', voters: [...b] } }],
    ],
  })
const apart = film(2, [4, 5])
const space = 'xmlns="http://www.w3.org/2000/svg"'
const markup = (film: Film, at: number) =>
  renderToStaticMarkup(
    quorums.Draw({ film, at, inks: printInks, id: 'f', shape: 'thumb' }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )
const signs = (film: Film, at: number) => quorums.legend(film, at).map(({ says }) => says)

it('two quorums of two in five need not meet: the gap is drawn and named', async () => {
  expect(factsAt(apart, 300).quorums).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
  const says = quorums.describe(apart, 300, 'short')
  expect(says).toContain('A quorum of n1, n2 and n3. A quorum of n4 and n5. Nobody stands in both.')
  expect(signs(apart, 300)).toEqual(
    expect.arrayContaining(['quorum of A', 'quorum of B', 'nobody in both']),
  )
  const svg = markup(apart, 300).replace('<svg', `<svg ${space}`)
  const lines = svg.replaceAll('></path>', '/>').replaceAll('><', '>\n<')
  await expect(lines).toMatchFileSnapshot('./apart.svg')
})

it('before anything has passed there is no outline and no gap', () => {
  expect(quorums.describe(apart, 5, 'long')).not.toContain('quorum of')
  expect(signs(apart, 5)).not.toContain('quorum of A')
})

it('with one quorum nobody can be in both, and no gap is marked', () => {
  const one = film(3, [4, 5])
  expect(quorums.describe(one, 300, 'short')).toContain('A quorum of n1, n2 and n3.')
  expect(signs(one, 300)).not.toContain('nobody in both')
})
