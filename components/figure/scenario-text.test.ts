// A run copied as text is the run again once it is pasted.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scenarioText } from './scenario-text'

const story: AnyScenario = {
  protocol: 'raft',
  title: 'It isn’t "over", it\'s n1\'s \\ turn',
  nodes: 5,
  seed: 3,
  delay: { each: { requestVote: [5, 15] }, other: { exponential: 9 } },
  until: 400,
  poster: 100,
  script: [
    [120, { crash: 4 }, 220],
    [
      150,
      {
        cut: [
          [1, 2],
          [3, 4, 5],
        ],
      },
    ],
    [200, { ask: { node: 'leader', type: 'write', value: "12A: Ada's" } }],
  ],
}
const readBack = (text: string) => {
  const body = text
    .replace(/^import .*\n\nexport default /, '')
    .replace(/ satisfies Scenario\n$/, '')
  return new Function(`return (${body})`)()
}

describe('a scenario as text', () => {
  it('is what an author would write', () => {
    const text = scenarioText(story)
    expect(text).toContain("import type { Scenario } from '@/lib/protocols'")
    expect(text).toContain('\n    [120, { crash: 4 }, 220],\n')
    expect(text.split('\n').every((line) => line.length <= 100)).toBe(true)
  })

  it('says the same scenario, whatever is in its texts', () => {
    expect(readBack(scenarioText(story))).toEqual(story)
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, value) => {
        const odd = {
          ...story,
          title,
          script: [[1, { ask: { node: 1, type: 'x', [value]: value } }]],
        }
        expect(readBack(scenarioText(odd as unknown as AnyScenario))).toEqual(odd)
      }),
    )
  })
})
