// Is there really no plan that is safe (Akkoyunlu, Ekanadham and Huber 1975; Gray 1978)?

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { type TwoGenerals, twoGenerals } from './two-generals'

type Turned = Partial<Values<TwoGenerals['options']>>
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
