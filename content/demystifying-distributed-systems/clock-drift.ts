// Four quartz clocks, set alike at midnight, over one day.

import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'clock-sync',
  title: 'Four clocks, one day',
  nodes: ['clock', 'clock', 'clock', 'clock', 'server'],
  names: ['East', 'West', 'North', 'South', 'server'],
  clocks: [{ driftPpm: -40 }, { driftPpm: -5 }, { driftPpm: 12 }, { driftPpm: 35 }, {}],
  seed: 1,
  because: {
    that: { spread: 6480 },
    says: 'The slowest and the fastest are six and a half seconds apart',
  },
  delay: [10, 30],
  until: 86_400_000,
  poster: 86_400_000,
  pictures: ['clocks'],
  levers: [
    { label: 'Ask a time server every hour', options: { method: 'NTP', poll: 3_600_000 } },
    { label: 'Every quarter of an hour', options: { method: 'NTP', poll: 900_000 } },
  ],
} satisfies Scenario
