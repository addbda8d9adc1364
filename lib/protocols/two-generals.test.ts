// Do two generals do as the plan says, and is there really no plan that is safe?

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { done, hereOf, said } from './here'
import { dueTo, knowledge, type State, type TwoGenerals, twoGenerals } from './two-generals'

type Turned = Partial<Values<TwoGenerals['options']>>
const at = (self: number, options: Turned = {}, clock = 0) =>
  hereOf(twoGenerals, { self, nodes: 2, clock, options })
const { on, after, ask } = twoGenerals
const [fresh] = twoGenerals.start(at(1))
const [planning] = ask.plan(fresh, {}, at(1))

type Given = { options?: Turned; loss?: number; lost?: readonly Line[]; seed?: number }
const night = ({ options = {}, loss = 0, lost = [], seed = 1 }: Given) =>
  run(twoGenerals, {
    protocol: 'two-generals',
    nodes: 2,
    options,
    seed,
    delay: [20, 40],
    loss,
    script: [...lost, [10, { ask: { node: 1, type: 'plan' } }]],
    until: 1100,
    poster: 0,
  })
/** The nth letter is lost, whoever writes it. */
const letterLost = (nth: number): Line[] => {
  const [from, to] = nth % 2 ? [1, 2] : [2, 1]
  return [[0, { lose: { from, to, nth: Math.ceil(nth / 2) } }]]
}

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

describe('there is no safe plan', () => {
  const plans = [1, 2, 3, 4, 5, 6, 7, 8]

  test('with no letter lost both attack, however many letters the plan has', () => {
    for (const letters of plans) {
      expect(night({ options: { letters } }).facts).toMatchObject({ together: true, alone: 0 })
    }
  })

  test('if any letter but the last is lost both stay; if the last is, one goes alone', () => {
    for (const letters of plans) {
      for (let nth = 1; nth <= letters; nth++) {
        const { facts } = night({ options: { letters }, lost: letterLost(nth) })
        const alone = nth === letters ? (letters % 2 ? 1 : 2) : 0
        expect(facts, `${nth} of ${letters}`).toMatchObject({ alone, decided: true })
      }
    }
  })

  test('who writes the last letter ends the same whether it arrives or not', () => {
    for (const letters of plans) {
      const writer = letters % 2 ? 0 : 1
      const end = (lost: readonly Line[]) =>
        night({ options: { letters }, lost }).world.nodes[writer]!.state
      expect(end(letterLost(letters))).toEqual(end([]))
    }
  })

  test('of n letters each lost with chance p, one goes alone with (1 − p)ⁿ⁻¹ p', () => {
    const [runs, p] = [1500, 0.3]
    for (const letters of [1, 2, 4]) {
      let alone = 0
      for (let seed = 0; seed < runs; seed++)
        alone += night({ options: { letters }, loss: p, seed }).facts.alone ? 1 : 0
      const expected = p * 0.7 ** (letters - 1)
      const sd = Math.sqrt((expected * (1 - expected)) / runs)
      expect(Math.abs(alone / runs - expected), `${letters}`).toBeLessThan(4 * sd)
    }
  })

  test('more messengers make it rarer that one goes alone, and never impossible', () => {
    const alone = (retry: number) =>
      Array.from({ length: 800 }, (_, seed) =>
        night({ options: { letters: 2, retry }, loss: 0.6, seed }),
      ).filter(({ facts }) => facts.alone).length
    const [often, rarely] = [alone(400), alone(80)]
    expect(rarely).toBeGreaterThan(0)
    expect(rarely).toBeLessThan(often / 2)
  })
})
