// The protocol that the kernel is tested with: every node greets random peers, counts what it
// hears, sets and stops timers, and keeps part of its state on disk.

import { pick, roll } from './dice'
import { type Here, type Protocol, say, send, sendAll, stop, wait } from './protocol'
import type { AnyScenario } from './scenario'

type State = { readonly heard: number; readonly kept: number; readonly last: string }
const options = {
  pace: { is: 'range', from: 1, to: 1000, default: [20, 40], says: 'pause between greetings' },
  loud: { is: 'switch', default: false, says: 'greet everybody' },
} as const
const commands = {
  greet: { says: 'greet everybody', takes: { word: text('hello') } },
} as const
function text(word: string) {
  return { is: 'text', longest: 20, default: word, says: 'with which word' } as const
}
export type Chatter = {
  state: State
  messages: { hello: { readonly word: string }; back: { readonly heard: number } }
  timers: 'greet' | 'lonely'
  options: typeof options
  commands: typeof commands
  roles: 'node'
}

const pace = ({ options: { pace: range }, dice }: Here<Chatter>) =>
  wait('greet', range[0] + (range[1] - range[0]) * roll(dice, 7))

export const chatter: Protocol<Chatter> = {
  name: 'chatter',
  says: 'Nodes that greet each other, for tests of the kernel.',
  options,
  commands,
  pictures: ['cluster', 'lanes'],
  start: (here) => [{ heard: 0, kept: 0, last: '' }, pace(here), wait('lonely', 100)],
  on: {
    hello: (state, { word }, from) => [
      { heard: state.heard + 1, kept: state.kept + 1, last: word },
      send(from, 'back', { heard: state.heard + 1 }),
      wait('lonely', 100),
    ],
    back: (state) => [state, stop('lonely'), wait('lonely', 100)],
  },
  after: {
    greet: (state, here) =>
      here.options.loud
        ? [state, pace(here), sendAll('hello', { word: `n${here.self}` })]
        : [state, pace(here), send(pick(here), 'hello', { word: `n${here.self}` })],
    lonely: (state, here) => [state, say(`n${here.self} hears nobody`), wait('lonely', 100)],
  },
  ask: {
    greet: (state, { word }, here) => [
      { ...state, last: word },
      sendAll('hello', { word }),
      say(`n${here.self} greets with ${word}`),
    ],
  },
  wake: (before, here) => [{ heard: 0, kept: before.kept, last: '' }, pace(here)],
  face: ({ heard }) => ({ word: 'node', mood: 'calm', number: heard }),
  glyph: (type) => ({ word: type, shape: 'dot', routine: type === 'back' }),
  facts: ({ nodes }) => {
    const heard = nodes.map(({ state }) => state?.heard ?? 0)
    return { heard, most: heard.indexOf(Math.max(...heard)) + 1, total: sum(heard) }
  },
  always: {
    'nobody hears more than 1,000,000 greetings': {
      first: 0,
      then: (_memo: number, world, { node }) => {
        const heard = world.nodes[node - 1]?.state?.heard ?? 0
        return heard > 1_000_000 ? `n${node} heard ${heard}` : heard
      },
    },
  },
}

/** A short run of it, for tests that add their own to it. */
export const chat = {
  protocol: 'chatter',
  nodes: 4,
  seed: 3,
  delay: [5, 15],
  until: 400,
  poster: 100,
} as const satisfies AnyScenario

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
