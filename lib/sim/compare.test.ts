// Two films held against each other: what only one of them has.

import { expect, test } from 'vitest'
import { type Chatter, chatter } from './chatter'
import { compare, onlyIn } from './compare'
import { messageAt, shoot } from './film'
import { type Protocol, send, wait } from './protocol'

/** At every moment of its timer n1 sends two messages of a kind to n2, and one to n3. */
const pairs: Protocol<Chatter> = {
  ...chatter,
  start: ({ self }) => [
    { heard: 0, kept: 0, last: '' },
    ...(self === 1 ? [wait('greet', 50)] : []),
  ],
  on: { hello: (state) => [state], back: (state) => [state] },
  after: {
    ...chatter.after,
    greet: (state) => [
      state,
      send(2, 'hello', { word: 'one' }),
      send(2, 'hello', { word: 'two' }),
      send(3, 'hello', { word: 'one' }),
      wait('greet', 50),
    ],
  },
}
const run = { protocol: 'chatter', nodes: 3, seed: 5, delay: 10, until: 500, poster: 0 }

test('where messages are doubled only their copies are the film’s own', () => {
  const once = shoot(pairs, run)
  const twice = shoot(pairs, {
    ...run,
    script: [[0, { duplicate: { from: 1, to: 2, chance: 1 } }]],
  })
  const own = onlyIn(twice, once)
  const sent = twice.reel.messages.bodies.length
  const copies = [...own.messages].map((id) => [messageAt(twice, id), messageAt(twice, id - 1)])
  expect(copies).toHaveLength((sent / 5) * 2)
  for (const [copy, original] of copies) expect(copy!.body).toBe(original!.body)
  expect([...own.ends]).toEqual([])
  const other = onlyIn(once, twice)
  expect([...other.messages, ...other.ends, ...other.events]).toEqual([])
})

test('two films part at their first different event, and per node something differs then', () => {
  const before = shoot(pairs, run)
  const after = shoot(pairs, { ...run, script: [[120, { crash: 3 }]] })
  const { first, differs } = compare(before, after)
  expect(first).toMatchObject({ at: 120 })
  expect(differs(119)).toEqual([])
  expect(differs(120)).toEqual([{ node: 3, what: 'up' }])
  expect(compare(before, before).first).toBeUndefined()
})
