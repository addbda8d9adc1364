// A node in a few words, and what its menu says of it.

import { expect, it } from 'vitest'
import { broker } from '@/lib/protocols/broker'
import { messageAt, shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { choicesOf } from './choices'
import { fateWords } from './inside'
import { nodeWords } from './node-words'

const story: AnyScenario = {
  protocol: 'broker',
  nodes: ['broker', 'publisher', 'consumer'],
  names: ['broker', 'window', 'Kim'],
  seed: 1,
  delay: 10,
  script: [
    [10, { pause: 3 }],
    [20, { crash: 2 }],
  ],
  until: 100,
  poster: 0,
}
const film = shoot(broker, story)

it('says who it is once, and after what it does that it is paused', () => {
  expect([1, 2, 3].map((node) => nodeWords(film, 50, node))).toEqual([
    'broker',
    'window, down',
    'Kim, consumer, paused',
  ])
})

it('says of a message on its way when it is due, and of one that waits for whom', () => {
  const waiting: AnyScenario = {
    ...story,
    script: [
      [5, { ask: { node: 2, type: 'publish', value: '12A' } }],
      [6, { pause: 1 }],
    ],
  }
  const told = shoot(broker, waiting)
  const message = messageAt(told, 0)
  expect(fateWords(told, message, 10)).toBe('due in 5 ms')
  expect(fateWords(told, message, 50)).toBe('waits: broker is paused')
  expect(fateWords(told, { ...message, fate: 'arrived' }, 50)).toBe('arrived')
})

it('says who alone can be asked, whatever they are called', () => {
  const asked = choicesOf(film, 50, 1).find(({ says }) => says.startsWith('Ask broker: publish'))
  expect(asked?.why).toBe('only publishers can be asked this')
})
