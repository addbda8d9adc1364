// A question holds the film of its figure: nobody sees the answer by playing past it.

import type { Millis } from '@/lib/sim/protocol'

const asking = (id: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-holds="${id}"]`)].filter(
    // Whoever unfolds the answer has it.
    (question) => !question.querySelector('details[open]'),
  )

/** As far as the film of a figure goes before its questions are answered. */
export const heldAt = (id: string): Millis =>
  Math.min(...asking(id).map(({ dataset }) => Number(dataset.moment)))

/** The moment, or the last that may be seen; a line that was dragged farther goes back there. */
export function within(id: string, to: Millis): Millis {
  const end = heldAt(id)
  if (to <= end) return to
  const line = document.getElementById(`${id}-time`) as HTMLInputElement | null
  if (line) line.valueAsNumber = end
  return end
}

/** Lets it go on to a moment: an answer was chosen, or a link leads there. */
export const letGo = (id: string, to: Millis): void => {
  for (const question of asking(id))
    if (Number(question.dataset.moment) < to) delete question.dataset.holds
}

export const waiting = 'The film waits here for your answer to the question.'
