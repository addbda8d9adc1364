// What is said after an edit.

import { describe, expect, it } from 'vitest'
import { chat, chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { editWords } from './edit-words'
import { clearAfter, withLine } from './lines'

const story: AnyScenario = {
  ...chat,
  script: [[200, { crash: 'most' }]],
}
const number = { is: 'number', from: 1, to: 5_000_000, says: 'ask every, ms' } as const
const words = (after: AnyScenario) => editWords(story, shoot(chatter, after))

describe('the sentence after an edit', () => {
  it('says what was added, when, and until when', () => {
    expect(words(withLine(story, [120, { cut: [[1], [2]] }, 150]))).toBe(
      'n1 is cut off from n2 from 120 ms until 150 ms',
    )
  })

  it('says of what lasts since when, and of a crash when it wakes', () => {
    expect(words(withLine(story, [120, { slow: { from: 1, delay: 50 } }]))).toBe(
      'messages from n1 take 50 ms from 120 ms on',
    )
    expect(words(withLine(story, [120, { crash: 1 }, 150]))).toBe(
      'n1 crashes at 120 ms, and n1 wakes at 150 ms',
    )
    expect(words(withLine(story, [120, { crash: 1 }]))).toBe('n1 crashes at 120 ms')
  })

  it('says since when it is so of what lasts, and of a loss that it comes later', () => {
    const from = [
      ['messages from n1 take 40 ms', { slow: { from: 1, delay: 40 } }],
      ['25 % of messages from n1 are lost', { drop: { from: 1, chance: 0.25 } }],
      ['25 % of messages from n1 are doubled', { duplicate: { from: 1, chance: 0.25 } }],
      ['the crystal of n1 runs 100 ppm fast', { drift: { node: 1, ppm: 100 } }],
    ] as const
    for (const [says, what] of from)
      expect(words(withLine(story, [120, what]))).toBe(`${says} from 120 ms on`)
    const loss = withLine(story, [120, { lose: { from: 1, to: 2 } }])
    expect(words(loss)).toBe('the next message from n1 to n2 will be lost after 120 ms')
  })

  it('says what was taken out', () => {
    expect(words(clearAfter(story, 100))).toBe('no longer: the most crashes at 200 ms')
  })

  it('says which option was turned, and to what', () => {
    expect(words({ ...story, options: { loud: true } })).toBe('greet everybody: on')
    expect(words({ ...story, options: { pace: [5, 9] } })).toBe('pause between greetings: 5–9')
  })

  it('says a number as its dial does', () => {
    const protocol = {
      ...chatter,
      options: { ...chatter.options, every: { ...number, default: 900_000 } },
    }
    const film = shoot(protocol, { ...story, options: { every: 3_600_000 } })
    expect(editWords(story, film)).toBe('ask every, ms: 3,600,000')
  })

  it('says of a lever that turns options what its author calls it', () => {
    const levers = [{ label: 'Let everybody greet', options: { loud: true } }]
    const [still, loud] = [
      { ...story, levers },
      { ...story, levers, options: { loud: true } },
    ]
    expect(editWords(still, shoot(chatter, loud))).toBe('Let everybody greet (greet everybody: on)')
    expect(editWords(loud, shoot(chatter, still))).toBe('greet everybody: off')
  })

  it('says of a lever that does several things no more than its author does', () => {
    const lines = [1, 2].map((crash) => [150, { crash }] as const)
    const levers = [{ label: 'Stop n1 and n2', lines }]
    const both = lines.reduce(withLine, { ...story, levers })
    expect(editWords({ ...story, levers }, shoot(chatter, both))).toBe('Stop n1 and n2')
  })

  it('names lines that no longer make sense, and why', () => {
    const all = [1, 2, 3, 4].reduce((s, crash) => withLine(s, [150, { crash }]), story)
    expect(words(all)).toMatch(/; the most crashes at 200 ms is skipped: n\d is down already$/)
  })
})
