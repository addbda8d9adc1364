// An empty figure that plays any valid run: what a link brings, and five nodes until then.

import type { Scenario } from '@/lib/protocols'
import { Figure } from './figure'

const empty = {
  protocol: 'raft',
  title: 'The stage',
  nodes: 5,
  seed: 1,
  delay: [14, 26],
  until: 2000,
  poster: 0,
  pictures: ['cluster', 'lanes'],
} satisfies Scenario

export const OpenStage = () => (
  <Figure of={empty} id="stage" open>
    Tap a node to break it. Copy link, behind More, makes an address of what you did.
  </Figure>
)
