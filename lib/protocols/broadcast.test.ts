// Does each rule of causal broadcast do what Birman, Schiper and Stephenson (1991) say?

import { expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { ScenarioOf } from '@/lib/sim/scenario'
import { broadcast, type Post, type State } from './broadcast'
import { done, hereOf, said } from './here'

const at = (self: number, options = {}) => hereOf(broadcast, { nodes: 3, self, options })
const [fresh] = broadcast.start(at(1))
const post = (by: number, n: number, after: Post['after'] = {}): Post => ({
  by,
  n,
  text: `${by}.${n}`,
  after,
})
const question = post(1, 1)
const answer = post(2, 1, { 1: 1 })
const hear = (s: State, it: Post, options = {}) => broadcast.on.post(s, it, it.by, at(3, options))
const order = (s: State) => s.read.map(({ text }) => text)

test('a post carries how many of each member its author had read', () => {
  const [s] = broadcast.on.post(fresh, question, 1, at(2))
  const step = broadcast.ask.post(s, { text: 'yes' }, at(2))
  expect(done(step)).toMatchObject([{ do: 'sendAll', body: { by: 2, n: 1, after: { 1: 1 } } }])
})

test('an answer is held back until what it answers has been read', () => {
  const step = hear(fresh, answer)
  expect([step[0].read, step[0].held]).toEqual([[], [answer]])
  expect(said(step)).toEqual(['n3 holds “2.1” of n2 back: something is missing'])
  expect(order(hear(step[0], question)[0])).toEqual(['1.1', '2.1'])
})

test('posts of one author are read in the order in which they were made', () => {
  expect(order(hear(hear(fresh, post(1, 2, { 1: 1 }))[0], question)[0])).toEqual(['1.1', '1.2'])
})

test('without causal order everything is read as it comes', () => {
  const [s] = hear(fresh, answer, { causal: false })
  expect(order(hear(s, question, { causal: false })[0])).toEqual(['2.1', '1.1'])
})

test('a post carries the newest of each member that its author had read', () => {
  const loose = { causal: false }
  const [s] = hear(fresh, post(1, 2, { 1: 1 }), loose)
  const [effect] = done(broadcast.ask.post(s, { text: 'yes' }, at(3, loose)))
  expect(effect).toMatchObject({ body: { by: 3, n: 1, after: { 1: 2 } } })
  // Whoever has read only the first of those two has not read what it answers.
  const [one] = hear(fresh, question)
  expect(hear(one, post(2, 1, { 1: 2 }))[0].held).toHaveLength(1)
})

test('what was missing is read when causal order is turned on, and a gap counts as early', () => {
  const { facts } = run(broadcast, {
    ...{ protocol: 'broadcast', nodes: 3, seed: 1, delay: 10, until: 3000, poster: 0 },
    options: { causal: false, repair: 200 },
    script: [
      [0, { slow: { from: 1, to: 3, delay: 300 } }, 5],
      [1, { ask: { node: 1, type: 'post', text: 'A' } }],
      [10, { ask: { node: 1, type: 'post', text: 'B' } }],
      [50, { ask: { node: 3, type: 'post', text: 'C' } }],
      [100, { turn: { causal: true } }],
    ],
  } as ScenarioOf<typeof broadcast, 'broadcast'>)
  // n3 read B without A, and wrote C, which comes after both.
  expect(facts).toMatchObject({ complete: true, held: [0, 0, 0], early: 2, confused: 3 })
})

test('a post is read once, however often it comes', () => {
  const [s] = hear(fresh, question)
  expect(hear(s, question)).toEqual([s])
})

test('members tell each other what they have, and send what the other lacks', () => {
  const [s] = hear(hear(fresh, question)[0], answer)
  expect(done(broadcast.after.repair(s, at(3)))[0]).toMatchObject({
    do: 'sendAll',
    body: { posts: ['1.1', '2.1'] },
  })
  expect(done(broadcast.on.have(s, { posts: ['1.1'] }, 2, at(3)))).toEqual([
    { do: 'send', to: 2, type: 'post', body: answer },
  ])
})

test('a slow question arrives after its answer: without order n3 is confused, with it not', () => {
  const scenario = (causal: boolean): ScenarioOf<typeof broadcast, 'broadcast'> => ({
    protocol: 'broadcast',
    nodes: 3,
    seed: 1,
    delay: 10,
    options: { causal },
    script: [
      [0, { slow: { from: 1, to: 3, delay: 100 } }],
      [0, { ask: { node: 1, type: 'post', text: 'Is 12A free?' } }],
      [20, { ask: { node: 2, type: 'post', text: 'It is.' } }],
    ],
    until: 300,
    poster: 0,
  })
  const factsOf = (causal: boolean) => run(broadcast, scenario(causal)).facts
  expect(factsOf(false)).toMatchObject({ early: 1, confused: 3, complete: true })
  expect(factsOf(true)).toMatchObject({ early: 0, confused: 0, complete: true })
})
