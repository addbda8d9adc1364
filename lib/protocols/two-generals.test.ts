// Do two generals do as the plan says? One test per rule.

import { describe, expect, test } from 'vitest'
import type { Values } from '@/lib/sim/protocol'
import { done, hereOf, said } from './here'
import { dueTo, knowledge, type State, type TwoGenerals, twoGenerals } from './two-generals'

type Turned = Partial<Values<TwoGenerals['options']>>
const at = (self: number, options: Turned = {}, clock = 0) =>
  hereOf(twoGenerals, { self, nodes: 2, clock, options })
const { on, after, ask } = twoGenerals
const [fresh] = twoGenerals.start(at(1))
const [planning] = ask.plan(fresh, {}, at(1))

describe('two generals', () => {
  test('who has a plan sends the first letter', () => {
    const step = ask.plan(fresh, {}, at(1))
    expect(done(step)).toEqual([{ do: 'send', to: 2, type: 'letter', body: { nth: 1 } }])
    expect(step[0]).toMatchObject({ plans: true, sent: 1, messengers: 1 })
  })

  test('every letter is answered by the next, and the last by none', () => {
    const one = on.letter(fresh, { nth: 1 }, 1, at(2))
    expect(done(one)).toMatchObject([{ do: 'stop' }, { to: 1, body: { nth: 2 } }])
    expect(said(one)).toEqual(['n2 knows of the plan'])
    const three = on.letter(one[0], { nth: 3 }, 1, at(2))
    expect(done(three)).toMatchObject([{ do: 'stop' }])
    expect(said(three)).toEqual(['n2 knows that n1 knows that n2 knows of the plan'])
  })

  test('every letter adds one more layer of knowing', () => {
    expect([0, 1, 2, 3].map((nth) => knowledge(nth, 1, 2))).toEqual([
      'n1 has the plan',
      'n1 knows of the plan',
      'n1 knows that n2 knows of the plan',
      'n1 knows that n2 knows that n1 knows of the plan',
    ])
    expect(knowledge(7, 1, 2)).toBe('n1 knows, 7 letters deep')
  })

  test('without an answer a letter is sent again, but not the last: none is due to it', () => {
    const options = { retry: 100 }
    expect(done(after.retry(planning, at(1, options)))).toMatchObject([
      { to: 2, body: { nth: 1 } },
      { timer: 'retry', ms: 100 },
    ])
    const [s] = ask.plan(fresh, {}, at(1, options))
    const last = done(on.letter(s, { nth: 2 }, 2, at(1, options)))
    expect(last).toMatchObject([{ do: 'stop' }, { body: { nth: 3 } }])
  })

  test('a letter that comes again is answered again', () => {
    const [once] = on.letter(fresh, { nth: 1 }, 1, at(2))
    const twice = on.letter(once, { nth: 1 }, 1, at(2))
    expect(done(twice)).toMatchObject([{ do: 'stop' }, { to: 1, body: { nth: 2 } }])
    expect(twice[0]).toMatchObject({ got: 1, messengers: 2 })
    expect(on.letter({ ...once, got: 3 }, { nth: 1 }, 1, at(2))).toHaveLength(1)
  })

  test('the odd letters are due to one general, the even ones to the other', () => {
    expect([1, 2, 3, 4].map((letters) => dueTo(true, letters))).toEqual([0, 2, 2, 4])
    expect([1, 2, 3, 4].map((letters) => dueTo(false, letters))).toEqual([1, 1, 3, 3])
  })

  test('at dawn one attacks who has read every letter that was due', () => {
    const does = (s: State, self: number) => after.dawn(s, at(self))[0].does
    expect(does({ ...planning, got: 2 }, 1)).toBe('attacks')
    expect(does(planning, 1)).toBe('stays')
    expect(does({ ...fresh, got: 1 }, 2)).toBe('stays')
    expect(does(fresh, 2)).toBe('stays')
  })

  test('two who plan at once hear nothing from each other', () => {
    expect(said(on.letter(planning, { nth: 1 }, 2, at(1)))).toEqual(['n1 has a plan of its own'])
  })

  test('one who slept through dawn decides on waking', () => {
    expect(done(twoGenerals.wake!(planning, at(1, {}, 1500)))).toEqual([
      { do: 'wait', timer: 'dawn', ms: 0.001 },
    ])
    expect(twoGenerals.wake!({ ...planning, does: 'stays' }, at(1))).toHaveLength(1)
  })
})
