// What a listener hears who walks through a figure from told event to told event: the timeline's
// own words, one figure of each picture of a film. A change of wording is read and agreed to.

import { describe, expect, it } from 'vitest'
import { pictures } from '@/components/pictures'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { momentWords } from '@/lib/sim/words'
import { fetchPictures } from './develop'
import { nodeWords } from './node-words'
import { sceneOf } from './scene'
import { sentenceAt } from './status'

const run = (protocol: string, more: Partial<AnyScenario>): AnyScenario => ({
  protocol,
  nodes: 3,
  seed: 7,
  delay: [10, 20],
  until: 600,
  poster: 300,
  ...more,
})
const day = 86_400_000
const stories: { readonly [picture: string]: AnyScenario } = {
  cluster: run('raft', { script: [[320, { crash: 'leader' }]] }),
  quorums: run('ballot', {
    nodes: ['voter', 'voter', 'voter', 'proposer', 'proposer'],
    options: { quorum: 1 },
    script: [[20, { crash: 3 }]],
  }),
  lanes: run('raft', { script: [[250, { cut: [[1]] }, 400]] }),
  log: run('raft', {
    script: [[400, { ask: { node: 'leader', type: 'write', value: '12A: Ada' } }]],
  }),
  clocks: run('clock-sync', {
    nodes: ['clock', 'clock', 'server'],
    clocks: [{ driftPpm: -40 }, { driftPpm: 35 }],
    until: day,
    poster: day,
  }),
  chart: run('overload', {
    nodes: ['window', 'crowd'],
    names: ['window', 'queue'],
    options: { rate: 8, service: 100, patience: 1000 },
    script: [[1000, { ask: { node: 2, type: 'flood', many: 20 } }]],
    until: 3000,
    poster: 2500,
  }),
  bars: run('balancer', {
    nodes: ['usher', 'window', 'window', 'window'],
    until: 9000,
    poster: 6000,
  }),
  points: run('formation', { nodes: 12, until: 1200, poster: 1000 }),
  tree: run('anti-entropy', {
    nodes: ['copy', 'copy'],
    options: { depth: 2 },
    script: [[20, { ask: { node: 1, type: 'write', key: '1A', value: 'sold' } }]],
  }),
  history: run('store', {
    nodes: ['window', 'window', 'buyer', 'buyer'],
    script: [
      [40, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
      [45, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
    ],
  }),
}

/** Every stop of the walk, and the nodes as they are named at its end. */
async function heard(picture: string, scenario: AnyScenario): Promise<string> {
  const film = shoot((await fetchProtocol(scenario.protocol))!, scenario)
  const [words] = await fetchPictures([picture as never])
  const stops = [0, ...sceneOf(film).told.map(({ at }) => at), film.until]
  const lines = [...new Set(stops)].map(
    (at) => `${momentWords(at)}: ${sentenceAt(film, at, words!.describe)}`,
  )
  const nodes = film.names.map((_, i) => nodeWords(film, film.until, i + 1))
  const still = words!.describe(film, scenario.poster, 'short')
  return [still, '', ...lines, '', ...nodes, ''].join('\n')
}

it('there is a story for every picture of a film', () => {
  expect(Object.keys(stories).sort()).toEqual(Object.keys(pictures).sort())
})

describe('a listener', () => {
  for (const [picture, scenario] of Object.entries(stories))
    it(`hears what a figure with ${picture} shows`, async () => {
      await expect(await heard(picture, scenario)).toMatchFileSnapshot(`spoken/${picture}.txt`)
    })

  it('hears no sentence that is empty, cut short or without a moment', async () => {
    for (const [picture, scenario] of Object.entries(stories))
      for (const line of (await heard(picture, scenario)).split('\n').slice(2, 12))
        if (/^\d/.test(line)) expect(line).toMatch(/^[\d.]+ \S+( [\d.]+ min)?: \S.{3,}/)
  })
})
