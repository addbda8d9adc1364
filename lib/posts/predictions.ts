// What comes of a question before the run goes on: the answer of this run, and of 1,000 others.

import { factsAt } from '@/lib/sim/film'
import type { Json } from '@/lib/sim/protocol'
import { type AnyScenario, namesOf } from '@/lib/sim/scenario'
import type { AnySurvey, Subject } from './data'
import { filmOf } from './films'
import { type Shoot, samplesOf } from './samples'

/** How many other runs are asked. */
const otherRuns = 1000

/** The same scenario over other seeds; what only a figure needs is left out. */
const othersOf = (of: AnyScenario, fact: string): AnySurvey => {
  const { levers, against, title, because, ...run } = of
  return { of: run, seeds: otherRuns, fact }
}

/** How an author may write a value down, the likeliest way first. */
function waysToSay(value: Json, names: readonly string[]): string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (value === null || value === 0 || value === '')
    return ['nobody', 'none', 'nothing', 'never', `${value ?? 'none'}`]
  if (typeof value === 'number') {
    const name = names[value - 1]
    return [`${value}`, ...(name ? [name, `n${value}`] : [])]
  }
  if (Array.isArray(value)) return [value.join(', ') || 'none']
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}

/** The choice that says a value, or the value in words where no choice does. */
export function choiceOf(value: Json, choices: readonly string[], names: readonly string[]) {
  const ways = waysToSay(value, names)
  return choices.find((choice) => ways.includes(choice)) ?? ways[0]!
}

export type Prediction = {
  /** What happens in this run: one of the choices, where the author has thought of it. */
  readonly answer: string
  /** How many of the other runs come out so: each choice, and what is none of them. */
  readonly others: readonly { readonly says: string; readonly runs: number }[]
  readonly runs: number
}

/** Asks this run and the others; they are shot once and kept. */
export async function predict(
  subject: Subject,
  fact: string,
  choices: readonly string[],
  shoot?: Shoot,
): Promise<Prediction> {
  // The checks have seen to it that a question is about a run.
  const of = subject as AnyScenario
  const names = namesOf(of)
  const film = await filmOf(of)
  const answer = choiceOf(factsAt(film, film.until)[fact] ?? null, choices, names)
  const samples = await samplesOf(othersOf(of, fact), shoot)
  const said = samples.map(({ value }) => choiceOf(value, choices, names))
  const counted = choices.map((says) => ({ says, runs: said.filter((it) => it === says).length }))
  const rest = said.filter((it) => !choices.includes(it)).length
  const others = rest > 0 ? [...counted, { says: 'something else', runs: rest }] : counted
  return { answer, others, runs: samples.length }
}
