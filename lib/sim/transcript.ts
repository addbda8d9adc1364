// What happens in a film, line by line: what a screen reader hears and a reviewer reads.

import { eventAt, type Film, glyphOf, messageAt } from './film'
import type { Millis, NodeId } from './protocol'
import { deathWords, momentWords } from './words'

export type TranscriptLine = {
  readonly at: Millis
  /** Whose event it is; 0 where it is nobody's. */
  readonly node: NodeId
  readonly text: string
  /** How many equal lines in a row this one stands for. */
  readonly count: number
}

/** Lines of the script taking effect, sentences said, deaths of messages, broken promises. */
export function transcript(film: Film): TranscriptLine[] {
  const lines: TranscriptLine[] = []
  let broke = 0
  for (let i = 0; i < film.length; i++) {
    const event = eventAt(film, i)
    const death = event.kind === 'death'
    const says = death ? [deathLine(film, event.message)] : event.says
    for (const text of says)
      add(lines, { at: event.at, node: event.node, text, count: 1 }, death ? 12 : 1)
    for (; film.broken[broke]?.event === i; broke++) {
      const { promise, says } = film.broken[broke]!
      const text = `broken: ${promise} (${says})`
      add(lines, { at: event.at, node: event.node, text, count: 1 }, 1)
    }
  }
  const { stopped: text, reel } = film
  if (text) lines.push({ at: reel.run.at, node: 0, text, count: 1 })
  return lines
}

/** Routine messages die without names, so that a run of them folds into one line. */
function deathLine(film: Film, id: number): string {
  const message = messageAt(film, id)
  const { routine, word } = glyphOf(film, message)
  if (!routine) return deathWords(film, id)
  const ends = { lost: 'lost', cut: 'stopped by the cut', unheard: 'unheard' }
  return `${ends[message.fate as keyof typeof ends]}: ${word} for ${film.names[message.to - 1]}`
}

/** A line equal to one of the `near` before it is folded into that one. */
function add(lines: TranscriptLine[], line: TranscriptLine, near: number): void {
  for (let back = 1; back <= near; back++) {
    const before = lines[lines.length - back]
    if (!before) break
    if (before.text !== line.text || before.node !== line.node) continue
    lines[lines.length - back] = { ...before, count: before.count + 1 }
    return
  }
  lines.push(line)
}

/** The transcript as text: a time, a colon, a sentence. */
export const transcriptText = (film: Film): string =>
  transcript(film)
    .map(
      ({ at, text, count }) =>
        `${momentWords(at)}: ${text}${count > 1 ? ` (${count} times)` : ''}\n`,
    )
    .join('')
