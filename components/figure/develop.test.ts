// Films shot in slices: the page stays free whatever an event costs.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chatter } from '@/lib/sim/chatter'
import type { Film } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { Reel } from '@/lib/sim/reel'
import { scenarioFault } from '@/lib/sim/valid'
import { drawings } from '../pictures/drawings'
import { shootInSlices } from './develop'

let clock = 0
beforeEach(() => {
  clock = 0
  vi.useFakeTimers()
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Holds a promise that takes so many ms of every event. */
const slow = (ms: number): AnyProtocol => ({
  ...chatter,
  always: {
    'takes its time': {
      first: 0,
      then: (seen: number) => {
        clock += ms
        return seen + 1
      },
    },
  },
})

const run = { protocol: 'chatter', nodes: 4, seed: 1, delay: 10, until: 500, poster: 0 }

/** How long each slice took, and the films. */
function shot(ms: number, more: object = {}) {
  const slices: number[] = []
  let films: readonly Film[] = []
  let from = clock
  shootInSlices(slow(ms), { ...run, ...more }, (done) => {
    films = done
  })
  slices.push(clock - from)
  while (vi.getTimerCount() > 0) {
    from = clock
    vi.advanceTimersToNextTimer()
    slices.push(clock - from)
  }
  return { slices, films }
}

test('a slice ends when half a frame is over, however slow one event is', () => {
  for (const ms of [0.01, 1, 3, 20]) {
    const { slices, films } = shot(ms)
    expect(films[0]!.length).toBeGreaterThan(20)
    expect(Math.max(...slices), `${ms} ms an event`).toBeLessThan(8.001 + ms)
  }
})

test('what half a frame is enough for is there at once', () => {
  expect(shot(0.001).slices).toHaveLength(1)
})

test('a first film is closed once, however many slices the second takes', () => {
  const close = vi.spyOn(Reel.prototype, 'close')
  const { films, slices } = shot(3, { against: { label: 'the same' } })
  expect(films.map(({ length }) => length)).toEqual([films[0]!.length, films[0]!.length])
  expect(slices.length).toBeGreaterThan(9)
  expect(close).toHaveBeenCalledTimes(2)
})

test('a run may ask for every picture that there is a drawing of, and for no other', () => {
  const asked = (name: string) => scenarioFault(chatter, { ...run, pictures: [name] })
  for (const name of Object.keys(drawings)) expect(asked(name)).toBeUndefined()
  for (const name of ['ring', 'heart', 'nothing']) expect(asked(name)?.says).toMatch('no picture')
})
