// The hands of a toolbar without time: what its buttons do, and how they show what holds.

import type { Json } from '@/lib/sim/protocol'
import type { Dialled } from './dial-values'
import { type Edited, edit, firstOf, isEdited, isPulled, type Setting } from './edits'

/** Pulls a lever that only turns options; one that has been pulled goes back to what was first. */
export function pullOptions<S extends Setting>(edited: Edited<S>, i: number): Edited<S> {
  const { now } = edited
  const lever = now.levers?.[i]
  if (!lever) return edited
  const options: { [name: string]: Json } = { ...now.options }
  const first = firstOf(edited).options ?? {}
  const pulled = isPulled(now, lever)
  for (const [name, value] of Object.entries(lever.options ?? {})) {
    if (!pulled) options[name] = value
    else if (name in first) options[name] = first[name]!
    else delete options[name]
  }
  return edit(edited, { ...now, options })
}

/** A press on whatever says by a data attribute what it does. */
export function onPress(
  { target }: MouseEvent,
  pull: (lever: number) => void,
  act: (name: string) => void,
): void {
  const { dataset } = (target as Element).closest<HTMLElement>('[data-do],[data-lever]') ?? {
    dataset: {} as DOMStringMap,
  }
  if (dataset.do) act(dataset.do)
  if (dataset.lever) pull(Number(dataset.lever))
}

/** What only a dial needs is fetched with the first turn. */
const fetchDials = () => import('./dial-values')

/** A turn of a dial: which option, and how to read its value off the options it belongs to. */
export async function onDial(
  { target }: Event,
  of: () => Promise<Dialled>,
  now: () => Setting,
  turn: (option: string, value: Json) => void,
): Promise<void> {
  const dial = target as HTMLInputElement
  const name = dial.dataset.dial
  if (!name) return
  const [{ valueAt }, { options }] = await Promise.all([fetchDials(), of()])
  const option = options[name]
  if (option) turn(name, valueAt(dial, option, now().options?.[name] ?? option.default))
}

/** Shows what holds: React leaves the toolbar alone, as the server drew it. */
export function showState<S extends Setting>(
  figure: Element,
  edited: Edited<S>,
  of: () => Promise<Dialled>,
) {
  // As published, it is as the server drew it.
  if (!isEdited(edited) && !figure.hasAttribute('data-turned')) return
  figure.setAttribute('data-turned', '')
  void Promise.all([import('./edited-controls'), of()]).then(([{ showEdited }, dialled]) =>
    showEdited(figure, dialled, edited),
  )
}
