// A link carries a run; the figure it opens in is the same figure.

import { describe, expect, it } from 'vitest'
import { decode, encode } from '@/lib/link'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { AnyScenario } from '@/lib/sim/scenario'
import { isPulled } from './edits'
import { pull } from './lines'
import { furnished } from './share'

const vote: AnyScenario = {
  protocol: 'ballot',
  nodes: 5,
  seed: 13,
  delay: [14, 26],
  until: 400,
  poster: 60,
  options: { quorum: 2 },
  levers: [
    { label: 'A majority', options: { quorum: 0 } },
    { label: 'Crash n3', lines: [[20, { crash: 3 }]] },
  ],
}

describe('a run that comes by link', () => {
  it('stands in its figure with every lever as it was left', async () => {
    const protocol = (await fetchProtocol('ballot'))!
    const [majority, crash] = vote.levers!
    const edited = pull(pull(vote, majority!, vote), crash!, vote)
    const film = shoot(protocol, edited)
    const text = encode({ scenario: edited, at: 60, fingerprint: fingerprint(film) }, protocol)
    const found = await decode(text)
    if ('fault' in found) throw new Error(found.fault)
    const opened = furnished(found.scenario, vote, protocol)
    expect(isPulled(opened, majority!)).toBe(true)
    expect(isPulled(opened, crash!)).toBe(true)
    expect(fingerprint(shoot(protocol, opened))).toBe(found.fingerprint)
  })
})
