// What lies over a picture while somebody asks why: all that led to an event, and nothing else.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { printInks as inks } from '@/components/pictures/inks'
import { type Overlay, overlays } from '@/components/pictures/over/over'
import { fetchProtocol } from '@/lib/protocols'
import { eventAt, type Film, shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { coneOf } from './light'

const base = { seed: 7, delay: [10, 20] as const, until: 900, poster: 300 }
/** Of each picture that shows nodes without their past, a run. */
const crews: { readonly [picture: string]: AnyScenario } = {
  clocks: { ...base, protocol: 'clock-sync', nodes: ['clock', 'clock', 'server'], until: 9e6 },
  bars: { ...base, protocol: 'balancer', nodes: ['usher', 'window', 'window'], until: 9000 },
  points: { ...base, protocol: 'formation', nodes: 12 },
}

const lit = async (name: keyof typeof overlays, film: Film, index: number) => {
  const { Causes } = (await overlays[name]!()) as Required<Overlay>
  const { at } = eventAt(film, index)
  const cone = coneOf(film, index)
  const markup = renderToStaticMarkup(
    <Causes {...{ film, at, inks, id: 'x', shape: 'tall', cone }} />,
  )
  return { markup, cone }
}
/** The holes of the veil, as one text. */
const holesIn = (markup: string) => /<mask[\s\S]*<\/mask>/.exec(markup)?.[0] ?? ''

describe('the causes of an event', () => {
  const story: AnyScenario = {
    ...{ ...base, protocol: 'store', nodes: ['window', 'window', 'buyer', 'buyer'] },
    script: [
      [40, { ask: { node: 3, type: 'buy', seat: '12A', window: 1 } }],
      [300, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
    ],
  }

  it('are lit in a history: whoever asked, and not what came later', async () => {
    const film = shoot((await fetchProtocol('store'))!, story)
    const of = (node: number) =>
      Array.from({ length: film.length }, (_, i) => i).findLast(
        (i) => eventAt(film, i).node === node && eventAt(film, i).kind === 'message',
      )!
    const [ada, ben] = [await lit('history', film, of(3)), await lit('history', film, of(4))]
    expect(ada.cone.last.has(4)).toBe(false)
    const bars = ({ markup }: typeof ada) =>
      [...holesIn(markup).matchAll(/ d="([^"]*)"[^>]*stroke-width="19"/g)].flatMap(([, d]) =>
        d!.split('M').slice(1),
      )
    expect(bars(ada)).toHaveLength(1)
    expect(ada.markup).toContain(`stroke="${inks.accent}"`)
    expect(bars(ben).length).toBeGreaterThan(0)
  })

  it('are lit in logs: entries that were there, and the row of whom one asks about', async () => {
    const scenario: AnyScenario = {
      ...{ ...base, protocol: 'raft', nodes: 3, until: 1200 },
      script: [[700, { ask: { node: 'leader', type: 'write', value: '12A: Ada' } }]],
    }
    const film = shoot((await fetchProtocol('raft'))!, scenario)
    const index = film.length - 1
    const { markup } = await lit('log', film, index)
    const rects = holesIn(markup).split('Z').length
    expect(rects).toBeGreaterThan(4)
    expect(markup).toContain(`stroke="${inks.accent}"`)
  })

  for (const [name, scenario] of Object.entries(crews) as [keyof typeof overlays, AnyScenario][])
    it(`are lit over ${name}: nodes that had part in it`, async () => {
      const film = shoot((await fetchProtocol(scenario.protocol))!, scenario)
      const index = Array.from({ length: film.length }, (_, i) => i).find(
        (i) => eventAt(film, i).kind === 'message',
      )!
      const { markup } = await lit(name, film, index)
      expect(holesIn(markup)).toMatch(/ d="M/)
    })

  it('are left to the words where no node is drawn', async () => {
    for (const name of ['chart', 'tree'] as const)
      expect((await overlays[name]!()).Causes).toBeUndefined()
  })
})
