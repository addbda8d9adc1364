// What is told of a film, and when.

import { describe, expect, it } from 'vitest'
import { chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { sceneOf, toldAt } from './scene'
import { sentenceAt } from './status'

const story: AnyScenario = {
  protocol: 'chatter',
  nodes: 5,
  seed: 3,
  delay: [30, 40],
  until: 400,
  poster: 100,
  options: { loud: true },
  script: [[140, { cut: [[1]] }]],
}
const film = shoot(chatter, story)
const scene = sceneOf(film)

describe('what is told', () => {
  it('is one sentence a moment, in the order of time', () => {
    const times = scene.told.map(({ at }) => at)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  })

  it('names a wall and one of those it kills, not all of them', () => {
    const { says } = toldAt(scene, 140)!
    expect(says).toMatch(/^n1 is cut off; /)
    expect(says.split('; ')).toHaveLength(2)
  })

  it('is what was told last, and how long ago', () => {
    expect(sentenceAt(film, 0)).toBe('nothing to tell yet')
    expect(sentenceAt(film, 140)).not.toMatch(/ago/)
    const last = scene.told.findLast(({ dead }) => !dead)!
    expect(sentenceAt(film, last.at + 2)).toMatch(/ \(2 ms ago\)$/)
    expect(sentenceAt(film, last.at)).toBe(last.says)
  })

  it('is not a death of some time ago, where something else was told before', () => {
    const death = scene.told.find(({ at, dead }) => dead && at > 140)!
    expect(sentenceAt(film, death.at)).toBe(death.says)
    const before = scene.told.findLast(({ at, dead }) => !dead && at < death.at)!
    expect(sentenceAt(film, death.at + 0.001)).toContain(before.says)
  })

  it('is the picture in words where nothing is ever told', () => {
    const silent = shoot(chatter, { ...story, until: 10, poster: 0, script: [] })
    expect(sentenceAt(silent, 5, (_, at) => `three clocks at ${at}`)).toBe('three clocks at 5')
  })

  it('keeps room for its longest sentence', () => {
    expect(scene.told.every(({ says }) => says.length <= scene.longest.length)).toBe(true)
  })
})
