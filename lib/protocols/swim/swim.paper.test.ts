// Does SWIM give the numbers of its paper (Das, Gupta and Motivala 2002)?

import { describe, expect, test } from 'vitest'
import { messagesOf, shoot, worldAt } from '@/lib/sim/film'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { paperSuite } from '../paper-suite'
import { type State, swim } from './index'
import { film, paper, period } from './swim.paper'

type Line = NonNullable<ScenarioOf<typeof swim, 'swim'>['script']>[number]

paperSuite(paper)

describe('the load of a member does not grow with the group (§5)', () => {
  test.each([8, 32, 128])('%i members: one ping and one ack a period', (nodes) => {
    const events = film({ nodes, options: { together: true }, until: 10 * period + 500 }).events
    // A start each, then in each period a timer that begins it, a ping, an ack, a timer.
    expect(events).toBe(nodes + 10 * nodes * 4)
  })

  test('a direct probe that fails adds at most 4k messages', () => {
    const k = 3
    const sent = (seed: number, script: Line[]) => {
      const options = { together: true, helpers: k }
      const it = { nodes: 6, seed, options, script, until: 2 * period - 1 }
      const one = shoot(swim, { protocol: 'swim', delay: 5, poster: 0, ...it })
      const probes = worldAt(one, period).nodes.map((n) => (n.state as State).probe!.target)
      return { probes, messages: [...messagesOf(one)].length }
    }
    const added = Array.from({ length: 40 }, (_, seed) => {
      const { probes, messages } = sent(seed, [])
      expect(messages).toBe(12)
      if (probes[0] !== 2 || probes[1] === 1) return 0
      return sent(seed, [[0, { cut: { from: 2, to: 1 } }]]).messages - messages
    })
    expect(new Set(added)).toEqual(new Set([0, 4 * k]))
  })
})
