// The explorer on Fischer, Lynch and Paterson 1985: a consensus of three that bears one crash can
// be kept from deciding for ever, by no more than letting some messages come late.

import { describe, expect, test } from 'vitest'
import { explore } from './explore'

type Value = 0 | 1
type Said = Value | '?'
/**
 * Ben-Or 1983 with a rule in the place of the coin. In even stages all report their value, in odd
 * ones they propose what two reports agreed on; each goes on with its own and the first other that
 * it hears, so that nobody waits for one that has crashed.
 */
type One = { stage: number; value: Value; leaning: Value; decided: Value | null }
/** `said[stage][i]`: what has been sent to all; it may come at any time, or too late to count. */
type State = { all: One[]; said: { [stage: number]: { [i: number]: Said } } }

const three = [0, 1, 2]
const start = (values: readonly Value[]): State => ({
  all: values.map((value) => ({ stage: 0, value, leaning: value, decided: null })),
  said: { 0: { ...values } },
})

/** In each round it is another that both of two believe if they disagree. */
const favourite = (stage: number, i: number, j: number) =>
  three.map((k) => (k + Math.floor(stage / 2)) % 3).find((k) => k === i || k === j)!

function hear({ all, said }: State, i: number, j: number): State {
  const me = all[i]!
  const { stage } = me
  const [mine, other] = [said[stage]![i]!, said[stage]![j]!]
  const known = [mine, other].find((it) => it !== '?') as Value | undefined
  const agreed = mine === other && known !== undefined
  const reports = stage % 2 === 0
  const leaning = reports ? (said[stage]![favourite(stage, i, j)] as Value) : me.leaning
  const value = reports ? me.value : (known ?? leaning)
  const decided = !reports && agreed ? known : me.decided
  const says = reports ? (agreed ? known : '?') : value
  const next = { stage: stage + 1, value, leaning, decided }
  return settled({
    all: all.map((one, k) => (k === i ? next : one)),
    said: { ...said, [stage + 1]: { ...said[stage + 1], [i]: says } },
  })
}

/** Forgets what comes too late for all, and counts stages anew after three rounds. */
function settled({ all, said }: State): State {
  const least = Math.min(...all.map(({ stage }) => stage))
  const since = least - (least % 6)
  const kept = Object.entries(said).filter(([stage]) => +stage >= least)
  return {
    all: all.map((one) => ({ ...one, stage: one.stage - since })),
    said: Object.fromEntries(kept.map(([stage, by]) => [+stage - since, by])),
  }
}

/** What can be heard by one; that nobody runs ahead by more than a round keeps states finite. */
function hearsNext(s: State, i: number, most = 2): State[] {
  const { stage } = s.all[i]!
  const ahead = stage - Math.min(...s.all.map((one) => one.stage))
  const others = three.filter((j) => j !== i && s.said[stage]?.[j] !== undefined)
  return ahead < most ? others.map((j) => hear(s, i, j)) : []
}
const next = (s: State) => three.flatMap((i) => hearsNext(s, i))

const decides = (value: Value) => (s: State) => s.all.some(({ decided }) => decided === value)
const [zero, one] = [decides(0), decides(1)]

/** What may yet be decided; once one has decided, that is what all decide. */
const valences = new Map<string, string>()
function valence(s: State): string {
  const key = JSON.stringify(s)
  const before = valences.get(key)
  if (before !== undefined) return before
  const undecided = (it: State) => (zero(it) || one(it) ? [] : next(it))
  const within = (limit?: number) =>
    explore({ initial: [s], next: undecided, find: { zero, one }, limit })
  // Both are often near; that one cannot be is known only when all has been looked at.
  const near = within(300)
  const { found, complete } = near.found.zero && near.found.one ? near : within()
  expect(complete || (found.zero && found.one)).toBeTruthy()
  const all = `${found.zero ? 0 : ''}${found.one ? 1 : ''}`
  valences.set(key, all)
  return all
}
const values = three.reduce<Value[][]>(
  (all) =>
    all.flatMap((it): Value[][] => [
      [...it, 0],
      [...it, 1],
    ]),
  [[]],
)

/** Lemma 3: the others go on, then node i hears something late; and still nothing is settled. */
function delayed(s: State, i: number): State | undefined {
  type Step = { s: State; heard: boolean }
  const others = three.filter((j) => j !== i)
  const { found } = explore<Step>({
    initial: [{ s, heard: false }],
    next: (it) =>
      it.heard
        ? []
        : [
            ...hearsNext(it.s, i).map((after) => ({ s: after, heard: true })),
            ...others.flatMap((j) =>
              hearsNext(it.s, j).map((after) => ({ s: after, heard: false })),
            ),
          ],
    find: { open: (it) => it.heard && valence(it.s) === '01' },
  })
  return found.open?.at(-1)?.s
}

describe('Fischer, Lynch and Paterson 1985, Impossibility of Distributed Consensus', () => {
  test('no two decide differently, and what all want is decided (§2, partial correctness)', () => {
    const two = (s: State) => zero(s) && one(s)
    const all = explore({ initial: values.map(start), next, find: { zero, one, two } })
    expect([all.complete, Object.keys(all.found).sort()]).toEqual([true, ['one', 'zero']])
    expect([valence(start([0, 0, 0])), valence(start([1, 1, 1]))]).toEqual(['0', '1'])
  })

  test('whoever crashes at once, the others decide, whatever they hear first (§2)', () => {
    for (const dead of three)
      for (const it of values) {
        const alive = (s: State) =>
          three.flatMap((i) => (i === dead || zero(s) || one(s) ? [] : hearsNext(s, i, 9)))
        const { found, ends } = explore({
          initial: [start(it)],
          next: alive,
          find: { zero, one, stuck: (s) => !(zero(s) || one(s) || alive(s).length) },
        })
        expect([ends > 0, found.stuck]).toEqual([true, undefined])
      }
  })

  test('some initial configuration is bivalent, beside one that is not (Lemma 2)', () => {
    const open = values.filter((it) => valence(start(it)) === '01')
    expect(open).toEqual([
      [0, 1, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 1],
    ])
  })

  test('delaying one message at a time keeps it bivalent for ever (Lemma 3, Theorem 1)', () => {
    let s = start([0, 1, 0])
    const seen = new Map<string, number>()
    for (let turn = 0; ; turn++) {
      // Where it has been before, with the same one to hear next, it goes on for ever.
      const key = JSON.stringify([turn % 3, s])
      if (seen.has(key)) break
      seen.set(key, turn)
      const after = delayed(s, turn % 3)
      expect(after, `turn ${turn}`).toBeDefined()
      s = after!
    }
    expect(s.all.some(({ decided }) => decided !== null)).toBe(false)
  })
})
