// The painted track: terms are bands of it, and how long a queue is is none.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { printInks as inks } from '@/components/pictures/inks'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { sceneOf } from './scene'
import { Track } from './track'

const bandsOf = async (of: Partial<AnyScenario> & { protocol: string }) => {
  const scenario = { seed: 7, nodes: 3, delay: [10, 20], until: 900, poster: 300, ...of } as const
  const film = shoot((await fetchProtocol(of.protocol))!, scenario as AnyScenario)
  const { told } = sceneOf(film)
  const html = renderToStaticMarkup(<Track film={film} told={told} id="x" inks={inks} />)
  return [...html.matchAll(/stroke="(#\w+)" stroke-width="8"/g)].map(([, ink]) => ink)
}

it('paints each term of an election in its own hue', async () => {
  const bands = await bandsOf({ protocol: 'raft', script: [[400, { crash: 'leader' }]] as never })
  expect(bands[0]).toBe(inks.grey)
  expect(new Set(bands).size).toBeGreaterThan(2)
})

it('paints one stretch where numbers say how many wait', async () => {
  const nodes = ['usher', 'window', 'window'] as never
  expect(await bandsOf({ protocol: 'balancer', nodes, until: 9000 })).toEqual([inks.grey])
})
