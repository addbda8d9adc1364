// Do dials and lines show how wrong the clocks are?

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { clockSync } from '@/lib/protocols/clock-sync'
import { type Film, factsAt, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { printInks } from '../inks'
import type { Shape } from '../picture'
import { clocks } from '.'
import { errorWords, sampleAt, seriesOf } from './series'

const hour = 3_600_000
const alone: AnyScenario = {
  protocol: 'clock-sync',
  nodes: ['clock', 'clock', 'server'],
  names: ['slow', 'fast', 'server'],
  clocks: [{ driftPpm: -40 }, { driftPpm: 35 }, {}],
  seed: 1,
  delay: 20,
  until: 24 * hour,
  poster: 24 * hour,
}
const drifting = shoot(clockSync as AnyProtocol, alone)
const ntp = {
  ...alone,
  options: { method: 'NTP', poll: hour },
  until: 4.5 * hour,
  poster: 2 * hour,
}
const synced = shoot(clockSync as AnyProtocol, ntp)

const space = 'xmlns="http://www.w3.org/2000/svg"'
const markup = (film: Film, at: number, shape: Shape) =>
  renderToStaticMarkup(
    clocks.Draw({ film, at, inks: printInks, id: 'f', shape }) as Exclude<
      ReactNode,
      Promise<unknown>
    >,
  )

describe('clocks left alone', () => {
  it('drift apart by what their crystals say, and the words and dials say it', () => {
    const says = clocks.describe(drifting, 24 * hour, 'short')
    expect(says).toContain('slow −3.46 s, fast +3.02 s, server 0 s')
    const html = markup(drifting, 24 * hour, 'wide')
    for (const text of ['−3.46 s', '+3.02 s', '0 s']) expect(html).toContain(`>${text}<`)
  })

  it('have a scale that no error exceeds', () => {
    const { scale, samples } = seriesOf(drifting)
    expect(scale).toBe(5000)
    for (const { errors } of samples)
      for (const error of errors) expect(Math.abs(error)).toBeLessThanOrEqual(scale)
  })

  it('are lines in a thumbnail', async () => {
    const svg = markup(drifting, 24 * hour, 'thumb').replace('<svg', `<svg ${space}`)
    const lines = svg.replaceAll('></path>', '/>').replaceAll('><', '>\n<')
    await expect(lines).toMatchFileSnapshot('./drifting.svg')
  })
})

describe('clocks that ask a server', () => {
  it('are set back as often as the protocol counted', () => {
    const { jumps } = seriesOf(synced)
    expect(jumps.length).toBe(factsAt(synced, synced.until).jumpedBack)
    expect(jumps.length).toBeGreaterThan(2)
    expect(clocks.describe(synced, synced.until, 'short')).toContain(
      `set back ${jumps.length} times`,
    )
  })

  it('stay within the bound that is shaded, and the legend names both', () => {
    for (const { errors, bound } of seriesOf(synced).samples)
      if (bound !== undefined)
        for (const error of errors) expect(Math.abs(error)).toBeLessThanOrEqual(bound + 1e-6)
    const signs = clocks.legend(synced, 0).map(({ says }) => says)
    expect(signs).toEqual(expect.arrayContaining(['guaranteed bound', 'clock set back']))
    expect(clocks.legend(drifting, 0)).toHaveLength(1)
  })

  it('show the teeth of the saw: just before and at each correction', () => {
    const last = seriesOf(synced).jumps.at(-1)!
    const before = sampleAt(synced, last.at - 1).errors[last.node - 1]!
    expect(before - last.error).toBeGreaterThan(100)
  })
})

it('an error is told in the unit of the scale', () => {
  expect(errorWords(-3456, 5000)).toBe('−3.46 s')
  expect(errorWords(30.04, 200)).toBe('+30 ms')
  expect(errorWords(0.001, 10)).toBe('0 ms')
})
