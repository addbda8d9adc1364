// What happens in a figure, as the text that is approved and compared.

import { eventAt, type Film, shoot } from '@/lib/sim/film'
import type { AnyProtocol, Facts } from '@/lib/sim/protocol'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import { transcript, transcriptText } from '@/lib/sim/transcript'

/** A transcript that is longer is no help to anybody. */
export const longest = 80

export type Story = {
  readonly text: string
  /** Which rule says most, where a transcript is too long. */
  readonly noisy?: string
  /** Why a run ends before its time. */
  readonly stopped?: string
}

const ruleOf = ({ kind, type }: ReturnType<typeof eventAt>) => {
  if (kind === 'message') return `on.${type}`
  if (kind === 'timer') return `after.${type}`
  if (kind === 'ask') return `ask.${type}`
  return kind === 'death' ? `the death of ${type} messages` : `${kind} ${type}`
}

const noisiest = (film: Film): string | undefined => {
  const { length } = transcript(film)
  if (length <= longest) return undefined
  const counts = new Map<string, number>()
  for (let i = 0; i < film.length; i++) {
    const event = eventAt(film, i)
    if (event.says.length > 0)
      counts.set(ruleOf(event), (counts.get(ruleOf(event)) ?? 0) + event.says.length)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const [rule, count] = most ?? ['', 0]
  return `${length} lines, and at most ${longest} can be read; ${rule} says most (${count})`
}

/** The transcript of a run, and of the second film below it. */
export const storyOf = (protocol: AnyProtocol, scenario: AnyScenario): Story => {
  const film = shoot(protocol, scenario)
  const other = opponent(scenario)
  const second = other && shoot(protocol, other)
  const noisy = noisiest(film) ?? (second && noisiest(second))
  const label = scenario.against?.label
  const told = (of: Film) => transcriptText(of) || 'nothing is said\n'
  const text = told(film) + (second ? `\n${label}\n${told(second)}` : '')
  const stopped = film.stopped ?? second?.stopped
  return { text, ...(noisy && { noisy }), ...(stopped && { stopped }) }
}

/** What is approved of a figure without time: its facts, a line each. */
export const factsText = (facts: Facts) =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')
