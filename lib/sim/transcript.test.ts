// What a transcript tells, and when: breaks, stops, ends of faults, and lines that came to nothing.

import { describe, expect, test } from 'vitest'
import { type Chatter, chatter } from './chatter'
import { faceOf, factsAt, historyAt, readsOf, shoot, worldAt } from './film'
import { fingerprint } from './fingerprint'
import { run } from './lean'
import { pageLimits } from './limits'
import { everywhere, type Protocol, wait } from './protocol'
import type { AnyScenario, Line } from './scenario'
import { transcript, transcriptText } from './transcript'

const state = { heard: 0, kept: 0, last: '' }
/** Nothing happens in it but what a test asks for. */
const quiet = (rules: Partial<Protocol<Chatter>> = {}): Protocol<Chatter> => ({
  ...chatter,
  start: () => [state],
  wake: () => [state],
  ...rules,
})
const scenario = (more: Partial<AnyScenario> = {}): AnyScenario => ({
  protocol: 'chatter',
  nodes: 3,
  seed: 7,
  delay: 10,
  until: 1000,
  poster: 0,
  ...more,
})
const told = (protocol: Protocol<Chatter>, ...script: Line[]) =>
  transcriptText(shoot(protocol, scenario({ script })))

test('two promises that one event breaks are both told', () => {
  const always = {
    one: everywhere<Chatter['state']>(({ at }) => at < 50),
    two: everywhere<Chatter['state']>(({ at }) => at < 50),
  }
  expect(told(quiet({ always }), [60, { bump: { node: 1, ms: 5 } }])).toBe(
    '60 ms: the clock of n1 jumps ahead by 5 ms\n' +
      '60 ms: broken: one (it does not hold)\n' +
      '60 ms: broken: two (it does not hold)\n',
  )
})

test('a run that stops is told to stop when it stops', () => {
  const failing = quiet({
    start: () => [state, wait('lonely', 100)],
    after: {
      ...chatter.after,
      lonely: () => {
        throw new Error('oops')
      },
    },
  })
  const lines = transcript(shoot(failing, scenario()))
  expect(lines.map(({ at }) => at)).toEqual([100])
  expect(lines[0]!.text).toMatch('The run stops at 100 ms')
})

test('the end of a fault names whom the fact had found', () => {
  // It holds another node by the time that the fault ends.
  const facts: Protocol<Chatter>['facts'] = ({ at }) => ({
    leader: at < 600 ? 1 : 2,
  })
  const text = told(
    quiet({ facts }),
    [500, { crash: 'leader' }, 700],
    [510, { pause: 'leader' }, 520],
    [800, { pause: 'leader' }, 900],
    [810, { drift: { node: 'leader', ppm: 100 } }, 890],
    [950, { crash: 3 }, 960],
  )
  expect(text).toBe(
    '500 ms: the leader crashes\n' +
      '510 ms: nothing happens (the leader is paused): n1 is down\n' +
      '700 ms: n1 wakes\n' +
      '800 ms: the leader is paused\n' +
      '810 ms: the crystal of the leader runs 100 ppm fast\n' +
      '890 ms: the crystal of n2 runs as before\n' +
      '900 ms: n2 resumes\n' +
      '950 ms: n3 crashes\n' +
      '960 ms: n3 wakes\n',
  )
})

test('what a paused node was asked and a crash has taken came to nothing, and is said', () => {
  const ask = { ask: { node: 1, type: 'greet', word: 'x' } }
  const script: Line[] = [
    [0, { pause: 1 }],
    [5, ask],
    [10, { crash: 1 }, 20],
  ]
  const film = shoot(quiet(), scenario({ script }))
  expect(film.skipped).toEqual([{ line: 1, at: 5, why: 'n1 is down' }])
  expect(transcriptText(film)).toMatch('10 ms: nothing happens (n1 is asked: greet everybody (x))')
})

describe('limits', () => {
  const ticking = quiet({
    start: () => [state, wait('greet', 1)],
    after: { ...chatter.after, greet: () => [state, wait('greet', 1)] },
  })
  const ran = (events: number) =>
    run(ticking, scenario({ until: 100 }), { limits: { ...pageLimits, events } })

  test('a run of exactly as many events as may be taken has not been stopped', () => {
    expect(ran(303)).toMatchObject({ events: 303, stopped: undefined })
    expect(ran(302)).toMatchObject({
      events: 302,
      stopped: 'The run stops at 100 ms: no more than 302 events are taken.',
    })
  })
})

test('of a film whose very first start fails everything can still be asked', () => {
  const failing = quiet({
    start: () => {
      throw new Error('oops')
    },
  })
  const film = shoot(failing, scenario({ script: [[0, { cut: [[1]] }, 10]] }))
  expect(film.length).toBe(0)
  const world = worldAt(film, 500)
  expect(world.nodes.map(({ clock }) => clock)).toEqual([500, 500, 500])
  for (const { id } of world.nodes) {
    expect(faceOf(film, world, id).word).toBe('not started')
    expect(readsOf(film, world, id)).toBe(500)
  }
  expect([factsAt(film, 0), historyAt(film, 0)]).toEqual([{}, []])
  expect(fingerprint(film)).toMatch(/^[0-9a-f]{8}$/)
  expect(transcriptText(film)).toMatch(/^0 ms: The run stops at 0 ms: .*oops/)
})
