// What is wrong with a scenario has its place, and a name that nothing has is carried along.

import { expect, test } from 'vitest'
import type { AnyProtocol } from './protocol'
import { scenarioFault } from './valid'

const numeral = { is: 'number', default: 2, says: 'a number' }
const ballot = {
  roles: ['server', 'client'],
  options: {
    election: { is: 'range', from: 1, to: 900, default: [150, 300], says: 'how long' },
    depth: { ...numeral, from: 1, to: 12, step: 1 },
    even: { ...numeral, from: 2, to: 8, step: 2 },
    threshold: { ...numeral, from: 0.1, to: 100, step: 0.1 },
    mean: { ...numeral, from: 1, to: 100 },
  },
  commands: {
    propose: { says: 'Propose', takes: {}, role: 'server' },
    tell: { says: 'Tell', takes: { whom: { ...numeral, from: 0, to: 9, node: true } } },
  },
  on: { vote: () => [0], grant: () => [0] },
} as unknown as AnyProtocol
const right = { protocol: 'ballot', nodes: 3, seed: 1, delay: 5, until: 500, poster: 100 }
const strangerIn = (more: object) => {
  const { stranger, path } = scenarioFault(ballot, { ...right, ...more })!
  return { name: stranger?.name, path: path.join('.'), known: stranger?.known ?? [] }
}

test('a fault carries the name that nothing has, and the names that there are', () => {
  expect(scenarioFault(ballot, right)).toBeUndefined()
  const ask = [10, { ask: { node: 1, type: 'prpose' } }]
  const lose = [10, { lose: { from: 1, to: 2, type: 'vote; or not' } }]
  for (const [more, name, path, one] of [
    [{ untill: 3 }, 'untill', 'untill', 'until'],
    [{ options: { 'elec; tion': 3 } }, 'elec; tion', 'options.elec; tion', 'election'],
    [{ nodes: ['servr'] }, 'servr', 'nodes.0', 'server'],
    [{ delay: { each: { x: 3 }, other: 3 } }, 'x', 'delay.each.x', 'vote'],
    [{ script: [ask] }, 'prpose', 'script.0.1.ask.type', 'propose'],
    [{ script: [lose] }, 'vote; or not', 'script.0.1.lose.type', 'vote'],
  ] as const) {
    const { known, ...rest } = strangerIn(more)
    expect(rest).toEqual({ name, path })
    expect(known).toContain(one)
  }
})

test('a fault of a value is of no stranger', () => {
  expect(scenarioFault(ballot, { ...right, poster: 900 })).toEqual({
    path: ['poster'],
    says: 'expected a moment of the run, 0 to 500 ms',
  })
})

const faultIn = (more: object) => {
  const found = scenarioFault(ballot, { ...right, ...more })
  return found && `${found.path.join('.')}: ${found.says}`
}

test('a number is held to the steps of its option', () => {
  for (const [name, good, bad] of [
    ['depth', [1, 7, 12], [1.5, 11.999]],
    ['even', [2, 4, 8], [3, 5, 2.5]],
    ['threshold', [0.1, 0.3, 8, 33.3, 99.9, 100], [0.15, 8.01]],
    ['mean', [1, 2.5, 99.99], []],
  ] as const) {
    for (const value of good) expect(faultIn({ options: { [name]: value } })).toBeUndefined()
    for (const value of bad)
      expect(faultIn({ options: { [name]: value } })).toMatch(/^options\.\w+: expected .* in steps/)
  }
  const tell = (whom: number) => ({ script: [[10, { ask: { node: 1, type: 'tell', whom } }]] })
  expect(faultIn(tell(2))).toBeUndefined()
  for (const whom of [2.5, 5e-324])
    expect(faultIn(tell(whom))).toMatch('script.0.1.ask.whom: expected')
})

test('pictures are names of pictures, and one at least', () => {
  expect(faultIn({ pictures: ['lanes', 'cluster'] })).toBeUndefined()
  for (const pictures of [[5, null, {}], [], ['toString'], ['__proto__'], [['lanes']], 'lanes'])
    expect(faultIn({ pictures }), JSON.stringify(pictures)).toMatch(/^pictures/)
  expect(strangerIn({ pictures: ['lames'] })).toMatchObject({ name: 'lames', path: 'pictures.0' })
})

test('lines that can never make sense are refused', () => {
  const line = (what: object, ...to: number[]) => faultIn({ script: [[10, what, ...to]] })
  const cast = { nodes: ['server', 'client'] }
  const asked = (node: unknown) =>
    faultIn({ ...cast, script: [[10, { ask: { node, type: 'propose' } }]] })
  expect(asked(1)).toBeUndefined()
  expect(asked('leader')).toBeUndefined()
  expect(asked(2)).toBe('script.0.1.ask.node: only servers can be asked that, not n2')
  for (const ends of [
    { from: 1, to: 1 },
    { from: 'leader', to: 'leader' },
  ])
    for (const [word, more] of [
      ['cut', {}],
      ['lose', {}],
      ['slow', { delay: 5 }],
      ['drop', { chance: 1 }],
      ['duplicate', { chance: 1 }],
    ] as const)
      expect(line({ [word]: { ...ends, ...more } })).toBe(
        `script.0.1.${word}.to: expected another node than the one it is from`,
      )
  expect(line({ cut: { from: 1, to: 'leader' } })).toBeUndefined()
  expect(line({ lose: { from: 1, to: 2, type: ['grant'] } })).toMatch('there is no message')
  expect(line({ lose: { from: 1, to: 2, type: 'grant' } })).toBeUndefined()
  expect(line({ turn: {} })).toBe('script.0.1.turn: expected an option to turn')
  expect(line({ turn: { depth: 3 } })).toBeUndefined()
})

test('delays by type are a table of types and one for the others, and nothing else', () => {
  expect(faultIn({ delay: { each: {}, other: 5 } })).toBeUndefined()
  expect(faultIn({ delay: { each: {}, other: 5, x: 1 } })).toBe('delay.x: expected each and other')
})

test('a crystal has an offset and a drift, and nothing that every table has', () => {
  for (const key of ['toString', '__proto__', 'speed'])
    expect(faultIn({ clocks: [JSON.parse(`{"${key}":1}`)] })).toBe(
      `clocks.0.${key}: expected offset or driftPpm`,
    )
})

test('of a role that is single there is one, and a second is refused at its place', () => {
  const led = { ...ballot, single: ['server'] } as AnyProtocol
  const fault = (nodes: unknown) => scenarioFault(led, { ...right, nodes })
  for (const nodes of [1, ['server', 'client', 'client'], ['client']])
    expect(fault(nodes)).toBeUndefined()
  const says = 'expected one server, got another'
  expect(fault(['client', 'server', 'server'])).toMatchObject({ path: ['nodes', 2], says })
  expect(fault(3)).toMatchObject({ path: ['nodes', 1], says })
})
