// A question holds the film of its figure: nobody sees the answer by playing past it.

import { useEffect, useState } from 'react'
import type { Millis } from '@/lib/sim/protocol'

const asking = (id: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-holds="${id}"]`)].filter(
    // Whoever unfolds the answer has it.
    (question) => !question.querySelector('details[open]'),
  )

/** A frame asks for it, so the page is not searched each time. */
const known = new Map<string, Millis>()

/** As far as the film of a figure goes before its questions are answered. */
function heldAt(id: string): Millis {
  if (!known.has(id)) known.set(id, Math.min(...asking(id).map(({ dataset }) => +dataset.moment!)))
  return known.get(id)!
}

/** The same, drawn anew when a question of the page is answered, unfolded, or comes. */
export function useHeld(id: string): Millis {
  const [, redraw] = useState<Millis>()
  useEffect(() => {
    const look = () => {
      known.delete(id)
      redraw(heldAt(id))
    }
    const watch = new MutationObserver(look)
    const attributeFilter = ['data-holds', 'open']
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter })
    look()
    return () => watch.disconnect()
  }, [id])
  return heldAt(id)
}

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
    if (+question.dataset.moment! < to) delete question.dataset.holds
  known.delete(id)
}

export const waiting = 'The film waits here for your answer.'
