// What lies over pictures: two runs that are one have no mark, and a cone holds nothing foreign.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fetchProtocol } from '@/lib/protocols'
import { firstDifference, onlyIn } from '@/lib/sim/compare'
import { eventAt, type Film, shoot } from '@/lib/sim/film'
import type { PictureName } from '@/lib/sim/protocol'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { printInks as inks } from '../inks'
import { type Apart, type Overlay, overlays } from './over'

const protocol = (await fetchProtocol('raft'))!
const run = (script: readonly Line[]): Film => {
  const scenario: AnyScenario = {
    ...{ protocol: 'raft', nodes: 3, seed: 7, delay: [10, 20], until: 900, poster: 300, script },
  }
  return shoot(protocol, scenario)
}
const published = run([])
const edited = run([[400, { crash: 1 }]])

const apart = (film: Film, other: Film): Apart => {
  const parted = firstDifference(film, other)
  const node = parted ? eventAt(film, parted.index).node : 0
  return { other, own: onlyIn(film, other), at: parted?.at ?? 0, node }
}
const drawn = async (name: keyof typeof overlays, film: Film, other: Film, at: number) => {
  const { Apart: Draw } = (await overlays[name]!()) as Required<Overlay>
  const props = { film, at, inks, id: 'x', shape: 'tall', apart: apart(film, other) } as const
  return renderToStaticMarkup(<Draw {...props} />)
}
/** Paths that draw something. */
const shapes = (markup: string) => [...markup.matchAll(/ d="M/g)].length

/** What is still to come, and where two runs part. */
const faintOrParting = /<path[^>]*(stroke-opacity|stroke-dasharray="2 4")[^>]*>/g

type Story = readonly [picture: PictureName, published: AnyScenario, line: Line, from: number]
const base = { seed: 7, delay: [10, 20] as const, until: 900, poster: 300 }
/** Of each picture of numbers a run, what a reader does to it, and when that is. */
const stories: readonly Story[] = [
  [
    'clocks',
    {
      ...{ ...base, protocol: 'clock-sync', nodes: ['clock', 'clock', 'server'] },
      ...{ clocks: [{ driftPpm: -40 }, { driftPpm: 35 }], until: 86_400_000, poster: 300 },
    },
    [40_000_000, { bump: { node: 1, ms: 4000 } }],
    40_000_000,
  ],
  [
    'chart',
    {
      ...{ ...base, protocol: 'overload', nodes: ['window', 'crowd'], until: 3000 },
      options: { rate: 8, service: 100, patience: 1000 },
    },
    [1000, { ask: { node: 2, type: 'flood', many: 20 } }],
    1000,
  ],
  [
    'bars',
    { ...base, protocol: 'balancer', nodes: ['usher', 'window', 'window'], until: 9000 },
    [4000, { crash: 2 }],
    4000,
  ],
  ['points', { ...base, protocol: 'formation', nodes: 12 }, [400, { crash: 3 }], 400],
  [
    'tree',
    { ...base, protocol: 'anti-entropy', nodes: ['copy', 'copy'], options: { depth: 2 } },
    [400, { ask: { node: 1, type: 'write', key: '1A', value: 'sold' } }],
    400,
  ],
]

describe('two runs held against each other', () => {
  for (const [name, scenario, line, when] of stories)
    it(`are marked by shapes over ${name} from where they part, and not before`, async () => {
      const protocol = (await fetchProtocol(scenario.protocol))!
      const one = shoot(protocol, scenario)
      const other = shoot(protocol, { ...scenario, script: [line] })
      const at = (one.until + when) / 2
      const marks = async (film: Film, against: Film, moment: number) =>
        shapes((await drawn(name, film, against, moment)).replace(faintOrParting, ''))
      expect(await marks(other, one, when - 1)).toBe(0)
      expect(await marks(other, one, at)).toBeGreaterThan(0)
      expect(await marks(one, shoot(protocol, scenario), at)).toBe(0)
    })

  for (const name of ['cluster', 'quorums', 'log', 'history'] as const)
    it(`have no mark over a ${name} while they are the same`, async () => {
      expect(shapes(await drawn(name, edited, published, 399))).toBe(0)
      expect(shapes(await drawn(name, published, run([]), 800))).toBe(0)
    })

  it('are marked at the node that crashed, and then at whoever misses it', async () => {
    const at = (when: number) => drawn('cluster', edited, published, when)
    const [before, soon] = [shapes(await at(399.9)), shapes(await at(400))]
    expect(before).toBe(0)
    // A rhombus and the sign in it.
    expect(soon).toBe(2)
    expect(shapes(await at(880))).toBeGreaterThan(soon)
  })

  it('have a pennant in the lanes where they part, a rhombus at what only one has', async () => {
    const markup = await drawn('lanes', edited, published, 880)
    expect(markup).toContain('stroke-dasharray="2 4"')
    expect(shapes(markup)).toBeGreaterThan(1)
    expect(shapes(await drawn('lanes', published, run([]), 880))).toBe(0)
  })
})
