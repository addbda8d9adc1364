// The same clocks ask a server every ten minutes, and the road there is longer than the road back.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'clock-sync',
  title: 'Setting clocks over a lopsided road',
  nodes: ['clock', 'clock', 'clock', 'clock', 'server'],
  names: ['East', 'West', 'North', 'South', 'server'],
  clocks: [{ driftPpm: -40 }, { driftPpm: -5 }, { driftPpm: 12 }, { driftPpm: 35 }, {}],
  options: { method: 'NTP', poll: 600_000 },
  seed: 1,
  because: {
    that: { jumpedBack: 12, worst: 30.17801 },
    says: 'All four clocks have been set, and all are wrong by the same 30 ms',
  },
  delay: { each: { request: 70, reply: 10 }, other: 10 },
  until: 3_660_000,
  poster: 3_605_000,
  pictures: ['clocks'],
  levers: [
    { label: 'Turn, never jump', options: { slew: true } },
    { label: 'Ask every minute', options: { poll: 60_000 } },
    { label: 'Believe half the round trip', options: { method: 'Cristian' } },
  ],
} satisfies Scenario
