// The hands of the toolbar: what its buttons do, and how they show what holds.

import type { ControlName } from './controls'
import type { Live } from './live'
import type { Run } from './use-run'
import { fetchTools } from './use-take'

/** With Shift, a step goes to what is told. */
const told: Record<string, ControlName> = { back: 'tellBack', forward: 'tellOn' }

/** A press on whatever says by a data attribute what it does. */
export function onPress({ target, shiftKey }: MouseEvent, run: Run, live: Live): void {
  const pressed = (target as Element).closest<HTMLElement>(
    '[data-do],[data-lever],[data-panel],[data-go]',
  )
  if (!pressed) return
  const { do: name, lever, panel, go } = pressed.dataset
  if (name) live.control((shiftKey && told[name]) || (name as ControlName))
  if (lever) live.pull(run.edited.now.levers![Number(lever)]!)
  if (panel) live.show(Number(panel))
  if (!go) return
  live.seek(Number(go))
  // On the strip there may be no room for all of it.
  run.say(pressed.title, Number(go))
}

/** A turn of the speed, or of a dial. */
export async function onTurn({ target }: Event, run: Run): Promise<void> {
  const dial = target as HTMLInputElement
  const { dial: name, pace } = dial.dataset
  if (pace !== undefined) run.setPace(Number(dial.value))
  if (!name) return
  // At once, where it is there: meanwhile the dial could be put back.
  const { valueAt } = run.tools ?? (await fetchTools())
  const option = run.developed.protocol.options[name]
  run.turn(name, valueAt(dial, option, run.edited.now.options?.[name] ?? option.default))
}

/** Shows what holds: React leaves the toolbar alone, as the server drew it. */
export function showState(figure: Element, { edited, tools, pace, developed }: Run) {
  figure.querySelector<HTMLSelectElement>('[data-pace]')!.value = `${pace}`
  tools?.showEdited(figure, developed.protocol, edited)
}
