// What is wrong with a scenario has its place, and a name that nothing has is carried along.

import { expect, test } from 'vitest'
import type { AnyProtocol } from './protocol'
import { scenarioFault } from './valid'

const ballot = {
  roles: ['server', 'client'],
  options: { election: { is: 'range', from: 1, to: 900, default: [150, 300], says: 'how long' } },
  commands: { propose: { says: 'Propose', takes: {} } },
  on: { vote: () => [0] },
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
