// Does flooding send as many messages as Maelstrom counts, and take as many hops? (jepsen-io/
// maelstrom, doc/03-broadcast/02-performance.md: messages among servers for each broadcast.)

import { expect, test } from 'vitest'
import { factsAt, messagesOf, shoot } from '@/lib/sim/film'
import { buildLimits } from '@/lib/sim/limits'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { broadcast } from './broadcast'

type Scenario = ScenarioOf<typeof broadcast, 'broadcast'>
type Network = Pick<Scenario, 'nodes' | 'links' | 'delay'>
const flood = (network: Network, relay: 'all' | 'others', node: number) =>
  shoot(
    broadcast,
    {
      ...{ protocol: 'broadcast', seed: 1, until: 5000, poster: 0, ...network },
      options: { relay, repair: 0 },
      script: [[0, { ask: { node, type: 'post', text: 'news' } }]],
    },
    buildLimits,
  )

test.each([
  [5, 'grid', 'all', 9980 / 998],
  [5, 'grid', 'others', 6],
  [25, 'grid', 'others', 56],
  [25, 'line', 'others', 24],
] as const)('%i servers in a %s, passed on to %s: %d messages', (nodes, links, relay, printed) => {
  for (let node = 1; node <= nodes; node++) {
    const film = flood({ nodes, links, delay: 10 }, relay, node)
    expect([...messagesOf(film)]).toHaveLength(printed)
    expect(factsAt(film, 5000)).toMatchObject({ posts: 1, complete: true })
  }
})

test.each([
  [25, 'line', 10, 24],
  [25, 'grid', 100, 8],
] as const)('%i servers in a %s, %i ms a hop: %i hops to the last', (nodes, links, delay, hops) => {
  const film = flood({ nodes, links, delay }, 'others', 1)
  expect(factsAt(film, delay * hops - 0.001).complete).toBe(false)
  expect(factsAt(film, delay * hops).complete).toBe(true)
})
