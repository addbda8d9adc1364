// What lanes draw of two stories and of counts: who cannot tell them apart, and what a count is of.

import { expect, it } from 'vitest'
import { clocks } from '@/lib/protocols/clocks'
import { snapshot } from '@/lib/protocols/snapshot'
import { store } from '@/lib/protocols/store'
import { type Film, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import { lanes } from '.'
import { alikeUntil, otherOf } from './alike'
import { countsOf } from './counts'
import { layoutOf } from './layout'

const sale = (seat: string): AnyScenario['script'] => [
  [40, { cut: [[1], [2]] }],
  [80, { ask: { node: 3, type: 'buy', seat, window: 1 } }],
  [200, { ask: { node: 4, type: 'buy', seat: '12A', window: 2 } }],
]
const two: AnyScenario = {
  protocol: 'store',
  seed: 3,
  nodes: ['window', 'window', 'buyer', 'buyer'],
  options: { form: 'available', copy: 60 },
  delay: [10, 25],
  script: sale('12A'),
  until: 320,
  poster: 300,
  pictures: ['lanes'],
  against: { label: 'another seat', script: sale('12B') },
}
const shot = (scenario: AnyScenario): readonly Film[] =>
  [scenario, opponent(scenario)!].map((one) => shoot(store as AnyProtocol, one))

it('who hears nothing of the other side finds two runs alike to the end, and others do not', () => {
  const [one, other] = shot(two) as [Film, Film]
  const until = [1, 2, 3, 4].map((node) => alikeUntil(one, other, node))
  expect([until[1], until[3]]).toEqual([320, 320])
  for (const node of [0, 2]) {
    expect(until[node]).toBeGreaterThanOrEqual(80)
    expect(until[node]).toBeLessThan(200)
  }
  expect([1, 2, 3, 4].map((node) => alikeUntil(other, one, node))).toEqual(until)
})

it('only two that are told different stories are held against each other', () => {
  const films = shot(two)
  expect(otherOf(films[0]!, films)).toBe(films[1])
  expect(otherOf(films[1]!, films)).toBe(films[0])
  const switched = shot({ ...two, against: { label: 'asks', options: { form: 'consistent' } } })
  expect(otherOf(switched[0]!, switched)).toBeUndefined()
  expect(otherOf(films[0]!)).toBeUndefined()
})

it('what is the same in both is named in the legend and in the words, of two films only', () => {
  const films = shot(two)
  const [one] = films as [Film]
  const signs = (all?: readonly Film[]) =>
    lanes.legend(one, 300, undefined, all).map(({ says }) => says)
  expect(signs(films)).toContain('the same in both')
  expect(signs()).not.toContain('the same in both')
  expect(lanes.describe(one, 300, 'short', films)).toContain('The same in both: n2 and n4.')
  expect(lanes.describe(one, 300, 'short')).not.toContain('in both')
})

it('what is neither before nor after the last event is hollow, named, and in the words', () => {
  const film = shoot(clocks as AnyProtocol, {
    protocol: 'clocks',
    seed: 1,
    nodes: 2,
    options: { every: 0 },
    delay: [30, 40],
    script: [
      [20, { ask: { node: 1, type: 'write', to: 2 } }],
      [60, { ask: { node: 1, type: 'act' } }],
      [90, { ask: { node: 2, type: 'act' } }],
    ],
    until: 120,
    poster: 110,
    pictures: ['lanes'],
  })
  const { beads, labels } = layoutOf(film, 110, 'wide')
  expect(beads.filter(({ apart }) => apart).map(({ lane }) => lane)).toEqual([0])
  expect(labels.flatMap(({ lines }) => lines)).toContain('neither')
  const says = 'n1 at 60 ms: neither before nor after the last event.'
  expect(lanes.describe(film, 110, 'short')).toContain(says)
})

it('each kind of bead that is drawn is named in the legend', () => {
  const film = shoot(store as AnyProtocol, {
    ...two,
    script: [...sale('12A')!, [90, { pause: 2 }, 120], [150, { crash: 1 }, 180]],
  })
  const kinds = new Set(layoutOf(film, 300, 'wide').beads.map(({ kind }) => kind))
  const said = lanes.legend(film, 300).flatMap(({ says }) => says.split(', '))
  const names = {
    ...{ dot: 'an event', ask: 'asked from outside', folded: 'that many routine events' },
    ...{ line: 'a fault begins', wake: 'a fault ends', crash: 'down' },
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['dot', 'folded', 'line', 'wake', 'crash']))
  for (const [kind, name] of Object.entries(names))
    expect(said.includes(name), name).toBe(kinds.has(kind as keyof typeof names))
})

const rollCall: AnyScenario = {
  protocol: 'snapshot',
  seed: 26,
  nodes: 3,
  options: { method: 'roll call', tickets: 10, every: 0 },
  delay: [25, 70],
  fifo: true,
  script: [
    [30, { ask: { node: 1, type: 'give', to: 2, tickets: 4 } }],
    [60, { ask: { node: 2, type: 'snapshot' } }],
    [80, { ask: { node: 3, type: 'give', to: 1, tickets: 2 } }],
  ],
  until: 260,
  poster: 225,
  pictures: ['lanes'],
}
const counts = (scenario: AnyScenario) => {
  const film = shoot(snapshot as AnyProtocol, scenario)
  const { plot, shown } = layoutOf(film, film.until, 'wide')
  return countsOf(film, plot, shown)
}

it('a count is one line through the lanes, with what it comes to', () => {
  const [count, ...others] = counts(rollCall)
  expect(others).toEqual([])
  expect(count?.line).toHaveLength(2)
  expect(count?.says).toBe('counted 24 of 30')
})

it('every count has its own line and sum, and one that is not through has none', () => {
  const again = [...rollCall.script!, [170, { ask: { node: 2, type: 'snapshot' } }] as const]
  const said = counts({ ...rollCall, script: again, until: 400 }).map(({ says }) => says)
  expect(said).toEqual(['counted 24 of 30', 'counted 30 of 30'])
  expect(counts({ ...rollCall, until: 70, poster: 65 })).toEqual([])
})
