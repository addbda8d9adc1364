// Whatever a reader does to a run, it stays a run, and there is a way back.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chat, chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import type { Json, Option, Options } from '@/lib/sim/protocol'
import type { AnyScenario, Fault, Line } from '@/lib/sim/scenario'
import { scenarioFault } from '@/lib/sim/valid'
import { choicesOf } from './choices'
import { amend, type Edited, edit, firstOf, isPulled, published, reset, turn, undo } from './edits'
import { clearAfter, endLine, moveLine, pull, withLine, withoutLine } from './lines'

const story: AnyScenario = {
  ...chat,
  script: [
    [120, { crash: 4 }, 220],
    [
      150,
      {
        cut: [
          [1, 2],
          [3, 4],
        ],
      },
      300,
    ],
    [200, { ask: { node: 1, type: 'greet' } }],
    [250, { drift: { node: 2, ppm: 1000 } }, 350],
  ],
  levers: [
    { label: 'Crash the loudest', lines: [[180, { crash: 'most' }, 260]] },
    { label: 'Crash n4 for good', lines: [[90, { crash: 4 }]] },
    { label: 'All loud', options: { loud: true } },
  ],
}
const faultIn = (scenario: AnyScenario) => scenarioFault(chatter, scenario)
const someValue = (option: Option, dice: number): Json => {
  if (option.is === 'number') return option.from + dice * (option.to - option.from)
  if (option.is === 'range') return [option.from, option.from + dice * (option.to - option.from)]
  if (option.is === 'choice') return option.of[Math.floor(dice * option.of.length * 0.999)]!
  return option.is === 'switch' ? dice < 0.5 : option.is === 'text' ? 'x' : option.default
}
const valuesOf = (takes: Options = {}, dice: number) =>
  Object.fromEntries(Object.entries(takes).map(([name, option]) => [name, someValue(option, dice)]))

type Step = { kind: number; time: number; which: number; dice: number }
const dice = fc.double({ min: 0, max: 0.999, noNaN: true })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.nat(8), time: dice, which: dice, dice }),
  { maxLength: 25 },
)

/** One thing a reader may do, chosen by four numbers. */
function act(edited: Edited, { kind, time, which, dice: luck }: Step): Edited {
  const { now } = edited
  const at = time * now.until
  const script = now.script ?? []
  const line = Math.floor(which * script.length)
  const option = which < 0.5 ? 'pace' : 'loud'
  if (kind === 0) return undo(edited)
  if (kind === 1) return luck < 0.2 ? reset(edited) : edit(edited, clearAfter(now, at))
  if (kind === 2) return edit(edited, turn(now, option, someValue(chatter.options[option], luck)))
  if (kind === 3)
    return edit(edited, pull(now, now.levers![Math.floor(which * 3)]!, firstOf(edited)))
  if (kind === 4) return edit(edited, withoutLine(now, line))
  if (kind === 5)
    return edit(edited, moveLine(now, line, at, luck < 0.3 ? undefined : at + luck * 300))
  if (kind === 6 && edited.past.length > 0)
    return amend(edited, turn(now, option, someValue(chatter.options[option], luck)))
  const film = shoot(chatter, now)
  const free = choicesOf(film, at, 1 + Math.floor(which * 4)).filter((one) => !one.why)
  const choice = free[Math.floor(luck * free.length)]
  return choice ? edit(edited, choice.edit(valuesOf(choice.takes, time))) : edited
}

describe('what a reader does', () => {
  it('leaves a valid scenario, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let edited = published(story)
        for (const step of all) {
          edited = act(edited, step)
          expect(faultIn(edited.now)).toBeUndefined()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is all taken back by undoing it all', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let edited = all.reduce(act, published(story))
        expect(edited.past.length > 0 ? firstOf(edited) : edited.now).toEqual(story)
        while (edited.past.length > 0) edited = undo(edited)
        expect(edited.now).toBe(story)
      }),
      { numRuns: 150 },
    )
  })

  it('is taken back by Reset at once, and Undo takes Reset back', () => {
    const edited = edit(published(story), turn(story, 'loud', true))
    expect(reset(edited).now).toBe(story)
    expect(undo(reset(edited)).now).toBe(edited.now)
  })

  it('is no step where it changes nothing', () => {
    const start = published(story)
    expect(edit(start, { ...story })).toBe(start)
    expect(undo(start)).toEqual(start)
  })
})

describe('a bar that meets another of its kind', () => {
  const script = (...lines: Line[]): AnyScenario => ({ ...story, script: lines })
  const crash: Fault = { crash: 4 }

  it('ends where the story has an end for it', () => {
    const joined = withLine(script([300, crash, 350]), [100, crash])
    expect(joined.script).toEqual([[100, crash, 350]])
  })

  it('lasts to the end where nothing ends it', () => {
    expect(withLine(script(), [100, crash]).script).toEqual([[100, crash]])
  })

  it('may begin where another ends', () => {
    expect(withLine(script([50, crash, 100]), [100, crash, 120]).script).toEqual([
      [50, crash, 100],
      [100, crash, 120],
    ])
  })

  it('ends the rate before it, and holds until the next begins', () => {
    const rate = (ppm: number): Fault => ({ drift: { node: 2, ppm } })
    const parted = withLine(script([0, rate(1)], [300, rate(3)]), [100, rate(2)])
    expect(parted.script).toEqual([
      [0, rate(1), 100],
      [100, rate(2), 300],
      [300, rate(3)],
    ])
  })

  it('is taken out when it would end where it began', () => {
    expect(endLine(script([100, crash]), 0, 100).script).toBeUndefined()
    expect(endLine(script([100, crash]), 0, 140).script).toEqual([[100, crash, 140]])
  })

  it('is turned where its ends are told the wrong way round, and stays if it had no length', () => {
    const once = script([100, crash, 150])
    expect(moveLine(once, 0, 300, 120).script).toEqual([[120, crash, 300]])
    expect(moveLine(once, 0, 900, 120).script).toEqual([[120, crash]])
    expect(moveLine(once, 0, 130, 130)).toBe(once)
  })

  it('is clamped to the run when it is dragged beyond it', () => {
    expect(moveLine(script([100, crash, 150]), 0, -20, 900).script).toEqual([[0, crash]])
    const greet: Line = [10, { ask: { node: 1, type: 'greet' } }]
    expect(moveLine(script(greet), 0, 9000).script).toEqual([[400, greet[1]]])
  })
})

describe('a lever', () => {
  const [loudest, , loud] = story.levers!

  it('goes back when it is pulled twice', () => {
    const once = pull(story, loudest!, story)
    expect(isPulled(once, loudest!)).toBe(true)
    expect(pull(once, loudest!, story)).toEqual(story)
  })

  it('gives an option back the value it had at first', () => {
    const quiet = { ...story, options: { loud: false } }
    expect(pull(pull(quiet, loud!, quiet), loud!, quiet)).toEqual(quiet)
    expect(pull(pull(story, loud!, story), loud!, story)).toEqual(story)
  })
})
