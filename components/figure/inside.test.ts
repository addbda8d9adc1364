// Inside a node: what its last event has changed is marked, and nothing else.

import { expect, it } from 'vitest'
import { ballot } from '@/lib/protocols/ballot'
import { eventAt, type Film, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { factsOf, fieldsOf, lastCalls } from './inside'

const film: Film = shoot(ballot as AnyProtocol, {
  protocol: 'ballot',
  seed: 1,
  delay: [10, 30],
  nodes: ['voter', 'voter', 'voter', 'proposer'],
  options: { quorum: 2 },
  until: 200,
  poster: 200,
})
const factAt = (at: number, node: number, name: string) =>
  factsOf(film, at, lastCalls(film, at, node)[0]).find((fact) => fact.name === name)

it('a fact that the last event of a node has changed was something else', () => {
  const votes = Array.from(film.reel.at.data.slice(0, film.length), (at) => at).find(
    (at) => factAt(at, 1, 'votesA')?.was !== undefined,
  )!
  const node = eventAt(film, lastCalls(film, votes, 1)[0]!)
  expect(node.at).toBe(votes)
  const { is, was } = factAt(votes, 1, 'votesA')!
  expect(Number(is)).toBe(Number(was) + 1)
})

it('one that has changed since then is not said to be changed by that event', () => {
  for (const node of [1, 2, 3]) {
    const { at } = eventAt(film, lastCalls(film, film.until, node)[0]!)
    const [then, now] = [at, film.until].map((when) => factAt(when, node, 'votesA')!)
    if (then!.is !== now!.is) expect(now!.was).toBeUndefined()
  }
  expect(factAt(film.until, 1, 'votesA')!.is).toBe('3')
})

it('what is empty is none', () => {
  const fields = fieldsOf({ text: '', list: [], nothing: null, zero: 0 }, undefined)
  expect(fields.map(({ is }) => is)).toEqual(['none', 'none', 'none', '0'])
})

it('names and yes or no are words, not code', () => {
  const [field] = fieldsOf({ any: { votedFor: 2, isSure: true } }, undefined)
  expect(field!.is).toBe('voted for 2, is sure yes')
})
