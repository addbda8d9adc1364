// The fuzz makes valid scenarios that are the same for the same seed, judges them as it says, and
// shrinks what fails.

import { describe, expect, it } from 'vitest'
import { failure, hunt, watched } from './fuzz'
import { run } from './lean'
import type { Protocol } from './protocol'
import { everywhere, say, send, sendAll, wait } from './protocol'
import { type AnyScenario, acts, faults, type Line, wordOf } from './scenario'
import { shrink } from './shrink'
import { scenarioFault } from './valid'
import { fair, fuzzed, type Weather } from './weather'
import type { World } from './world'

type Counting = {
  state: { readonly count: number; readonly heard: number }
  messages: { count: { readonly count: number } }
  timers: 'tell'
  options: typeof options
  commands: typeof commands
  roles: 'counter' | 'idler'
}
const options = {
  every: { is: 'number', from: 10, to: 100, default: 50, says: 'Tells every, ms' },
} as const
const commands = {
  add: {
    says: 'Add',
    role: 'counter',
    takes: {
      many: { is: 'number', from: 1, to: 9, default: 1, says: 'How many' },
      why: { is: 'text', longest: 3, default: 'because', says: 'Why' },
      way: { is: 'choice', of: ['up', 'on'], default: 'up', says: 'Way' },
      between: { is: 'range', from: 1, to: 5, default: [1, 2], says: 'Between' },
      loud: { is: 'switch', default: true, says: 'Loud' },
    },
  },
} as const

/** Counters that tell each other how far they are, and take the maximum. */
const counting: Protocol<Counting> = {
  name: 'counting',
  says: 'Counts.',
  options,
  commands,
  roles: ['counter', 'idler'],
  pictures: ['cluster'],
  start: ({ options: { every } }) => [{ count: 0, heard: 0 }, wait('tell', every)],
  on: {
    count: (s, { count }, from) => [
      { count: Math.max(s.count, count), heard: s.heard + 1 },
      ...(count > s.count ? [send(from, 'count', { count }), say('counts')] : []),
    ],
  },
  after: { tell: (s, here) => [s, sendAll('count', s), wait('tell', here.options.every)] },
  ask: { add: (s, { many }) => [{ ...s, count: s.count + many }] },
  wake: (before, { options: { every } }) => [before, wait('tell', every)],
  face: ({ count }) => ({ word: 'counter', mood: 'calm', number: count }),
  facts: ({ nodes }) => ({
    most: Math.max(...nodes.map(({ state }) => state.count)),
    first: nodes[0]!.state.count > 0 ? 1 : 0,
  }),
  always: { 'nobody counts below zero': everywhere(({ nodes }) => nodes.every(isSound)) },
  eventually: {
    'all counters agree': ({ nodes }) => {
      const counters = nodes.filter(({ role }) => role === 'counter')
      return counters.every(({ state }) => state.count === counters[0]!.state.count)
    },
  },
}
const isSound = ({ state }: World<Counting['state']>['nodes'][number]) => state.count >= 0

const broken = (most: number) =>
  ({
    ...counting,
    always: {
      'nobody counts to that': everywhere(({ nodes }: World<Counting['state']>) =>
        nodes.every(({ state }) => state.count < most),
      ),
    },
  }) satisfies Protocol<Counting>

const weather: Weather = {
  ...fair,
  trouble: 800,
  calm: 500,
  words: { ...fair.words, wipe: 1, turn: 1 },
  who: ['first'],
  options: [{}, { every: 20 }],
  turns: [{ every: 30 }],
}
const cast = ['counter', 'idler', 'counter']

describe('scenarios by the seed', () => {
  const all = Array.from({ length: 400 }, (_, seed) => fuzzed(counting, weather, seed))

  it('are valid, and the same for the same seed', () => {
    for (const [seed, scenario] of all.entries()) {
      expect(scenarioFault(counting, scenario), JSON.stringify(scenario)).toBeUndefined()
      expect(fuzzed(counting, weather, seed)).toEqual(scenario)
    }
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length)
  })

  it('have every fault and act, at every node, in numbers and by facts', () => {
    const lines = all.flatMap(({ script }) => [...script!])
    expect(new Set(lines.map(wordOf))).toEqual(new Set([...faults, ...acts]))
    const words = lines.map((line) => JSON.stringify(line[1]))
    for (const found of [
      '"from":1,"to":3',
      '"crash":"first"',
      '"wipe":true',
      '{"cut":[[',
      '"every":30',
    ])
      expect(
        words.some((one) => one.includes(found)),
        found,
      ).toBe(true)
    expect(new Set(all.map(({ nodes }) => nodes))).toEqual(new Set([3, 4, 5]))
  })

  it('ask commands with random fields of what they take, of a role that can be asked', () => {
    const roles = { ...weather, nodes: [cast], words: { ask: 1 }, who: [] }
    const script = Array.from({ length: 50 }, (_, seed) => fuzzed(counting, roles, seed).script!)
    const asks = script.flat().map((line) => (line[1] as { ask: Record<string, unknown> }).ask)
    expect(new Set(asks.map(({ node }) => node))).toEqual(new Set([1, 3]))
    expect(new Set(asks.map(({ many }) => many)).size).toBe(9)
    expect(new Set(asks.map(({ loud }) => loud)).size).toBe(2)
    for (const { between } of asks) {
      const [least, most] = between as [number, number]
      expect(1 <= least && least <= most && most <= 5).toBe(true)
    }
  })

  it('end all faults before the calm', () => {
    for (const { script } of all)
      for (const line of script!) expect(line[2] ?? line[0]).toBeLessThanOrEqual(weather.trouble)
  })
})

describe('judging', () => {
  const quiet: AnyScenario = {
    protocol: 'counting',
    nodes: 3,
    seed: 1,
    delay: 5,
    until: 1000,
    poster: 0,
  }
  const add: Line = [100, { ask: { node: 1, type: 'add', many: 4 } }]

  it('what holds has no failure', () => {
    expect(failure(counting, { ...quiet, script: [add] }, 500)).toBeUndefined()
    expect(hunt(counting, weather, 0, 50)).toBeUndefined()
  })

  it('a broken promise is found, with its moment', () => {
    const found = failure(broken(4), { ...quiet, script: [add] }, 500)
    expect(found).toMatchObject({ broke: 'nobody counts to that', at: 100 })
  })

  it('an ending that is not reached is a failure, but only once all faults have ended', () => {
    const cut = { cut: [[1]] } as const
    const deaf = { ...counting, on: { count: (s: Counting['state']) => [s] as const } }
    expect(failure(deaf, { ...quiet, script: [add] }, 500)?.broke).toBe('all counters agree')
    expect(failure(counting, { ...quiet, script: [add, [50, cut]] }, 500)).toBeUndefined()
    expect(failure(counting, { ...quiet, script: [add, [50, cut, 900]] }, 500)).toBeUndefined()
    expect(failure(deaf, { ...quiet, script: [add, [50, cut, 500]] }, 500)).toBeDefined()
  })

  it('an ending may take luck: a run that loses much is given more time', () => {
    const lossy = { ...quiet, loss: 0.9, script: [add] }
    const { world } = run(counting, { ...lossy, until: 160 })
    const counts = world.nodes.map(({ state }) => (state as Counting['state']).count)
    expect(new Set(counts).size).toBeGreaterThan(1)
    expect(failure(counting, { ...lossy, until: 160 }, 60)).toBeUndefined()
  })

  it('a rule that cannot go on is a failure', () => {
    const add = () => {
      throw new Error('lost count')
    }
    const found = failure(
      { ...counting, ask: { add } },
      { ...quiet, script: [[100, { ask: { node: 1, type: 'add' } }]] },
      500,
    )
    expect(found?.says).toContain('lost count')
  })

  it('who looks on sees every event and changes nothing', () => {
    let events = 0
    const looked = watched(counting, () => events++)
    const scenario = fuzzed(counting, weather, 3)
    const [seen, plain] = [run(looked, scenario), run(counting, scenario)]
    expect(seen.facts).toEqual(plain.facts)
    expect(seen.events).toBe(plain.events)
    expect(events).toBe(seen.events - seen.world.nodes.length + 1)
  })
})

describe('shrinking', () => {
  const fails = (one: AnyScenario) => failure(broken(9), one, weather.calm) !== undefined

  it('what is left still fails, is valid, and no single step makes it smaller', () => {
    let shrunk = 0
    for (let seed = 0; seed < 60; seed++) {
      const scenario = fuzzed(counting, weather, seed)
      if (!fails(scenario)) continue
      shrunk++
      const small = shrink(scenario, fails)
      expect(fails(small)).toBe(true)
      expect(scenarioFault(counting, small)).toBeUndefined()
      expect(small.nodes).toBeLessThanOrEqual(2)
      expect(small.until).toBeLessThan(scenario.until)
      for (const one of small.script!) {
        expect(wordOf(one)).toBe('ask')
        expect(fails({ ...small, script: small.script!.filter((line) => line !== one) })).toBe(
          false,
        )
      }
    }
    expect(shrunk).toBeGreaterThan(10)
  })

  it('leaving out a node renumbers the others wherever a line names them', () => {
    const script: Line[] = [
      [10, { ask: { node: 3, type: 'add', many: 9 } }],
      [20, { cut: [[1], [2, 3]] }, 30],
      [25, { cut: { from: 3, to: 2 } }, 40],
      [30, { crash: 3 }, 50],
      [40, { drift: { node: 3, ppm: 100 } }, 60],
    ]
    const scenario = {
      protocol: 'counting',
      nodes: cast,
      names: ['a', 'b', 'c'],
      seed: 1,
      delay: 10,
      until: 100,
      poster: 90,
      script,
    } satisfies AnyScenario
    const seen: AnyScenario[] = []
    const small = shrink(scenario, (one) => {
      seen.push(one)
      return fails(one)
    })
    for (const one of seen)
      expect(scenarioFault(counting, one), JSON.stringify(one)).toBeUndefined()
    expect(small).toMatchObject({
      nodes: ['counter'],
      script: [[10, { ask: { node: 1, many: 9 } }]],
    })
  })

  it('gives up after so many tries', () => {
    let tries = 0
    shrink(fuzzed(counting, weather, 1), () => ++tries < 0, 7)
    expect(tries).toBe(7)
  })
})
