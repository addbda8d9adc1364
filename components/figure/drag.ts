// Drags a line of the script along the track: the whole of it, or one end of a bar.

import type { Millis } from '@/lib/sim/protocol'
import { isFault, type Line } from '@/lib/sim/scenario'
import { edit } from './edits'
import { moveLine } from './lines'
import { percent } from './track'
import type { Run } from './use-run'

export type Part = 'from' | 'to' | 'all'

/** Where a line stands after a drag; `to` is left out for what has a moment or lasts to the end. */
export function dragged(
  line: Line,
  part: Part,
  by: Millis,
  until: Millis,
): readonly [from: Millis, to?: Millis] {
  const grain = 10 ** Math.max(-3, Math.floor(Math.log10(until)) - 3)
  const tidy = (at: Millis) => Number((Math.round(at / grain) * grain).toFixed(3))
  const inside = (at: Millis) => Math.max(0, Math.min(until, tidy(at)))
  const [from, , to] = line
  if (!isFault(line)) return [inside(from + by)]
  if (part === 'from') return [Math.min(inside(from + by), (to ?? until) - grain), to]
  if (part === 'to') return [from, Math.max(inside((to ?? until) + by), from + grain)]
  if (to === undefined) return [inside(from + by)]
  const moved = Math.max(-from, Math.min(until - to, by))
  return [inside(from + moved), inside(to + moved)]
}

/** So near its end a bar is lengthened, and farther it is moved. */
const grip = 9
/** A press that moved less than this is a tap. */
const slack = 4

const partAt = (line: Line, bar: Element, x: number): Part => {
  const { left, right } = bar.getBoundingClientRect()
  if (!isFault(line) || right - left < 3 * grip)
    return right - x < grip && isFault(line) ? 'to' : 'all'
  return x - left < grip ? 'from' : right - x < grip ? 'to' : 'all'
}

/** Moves what is drawn; React draws it anew once the run has been shot. */
function preview(bar: Element, [from, to]: readonly [Millis, Millis?], until: Millis) {
  for (const piece of bar.children) piece.setAttribute('x', percent(from, until))
  for (const rect of bar.querySelectorAll(':scope>rect'))
    rect.setAttribute('width', percent((to ?? until) - from, until))
}

/** Follows a press on a bar to its end, and no other finger. A tap is handed to `onTap`. */
export function dragLine(press: PointerEvent, bar: Element, run: Run, onTap: () => void): void {
  const index = Number(bar.getAttribute('data-line'))
  const { scenario, until } = run.film
  const line = scenario.script![index]!
  const { width } = bar.closest('svg')!.getBoundingClientRect()
  const part = partAt(line, bar.firstElementChild!, press.clientX)
  const placeAt = (event: PointerEvent) =>
    dragged(line, part, ((event.clientX - press.clientX) / width) * until, until)
  const moves = new AbortController()
  const { signal } = moves
  const hear = (name: 'pointermove' | 'pointerup' | 'pointercancel', act: typeof onMove) =>
    addEventListener(name, (event) => event.pointerId === press.pointerId && act(event), { signal })
  const onMove = (event: PointerEvent) => preview(bar, placeAt(event), until)
  /** As if it had not been touched. */
  const giveUp = () => {
    moves.abort()
    preview(bar, [line[0], line[2] as Millis | undefined], until)
  }
  const onEnd = (event: PointerEvent) => {
    if (Math.abs(event.clientX - press.clientX) < slack) {
      giveUp()
      return onTap()
    }
    moves.abort()
    run.change(edit(run.edited, moveLine(scenario, index, ...placeAt(event))))
  }
  hear('pointermove', onMove)
  hear('pointerup', onEnd)
  hear('pointercancel', giveUp)
}
