// The hands of the toolbar: what its buttons do, and how they show what holds.

import type { ControlName } from './controls'
import { isEdited, isPulled } from './edits'
import type { Live } from './live'
import type { Run } from './use-run'
import { fetchTools } from './use-take'

/** With Shift, a step goes to what is told. */
const told: Record<string, ControlName> = { back: 'tellBack', forward: 'tellOn' }

/** A press on whatever says by a data attribute what it does. */
export function onPress({ target, shiftKey }: MouseEvent, { edited }: Run, live: Live): void {
  const { dataset } = (target as Element).closest<HTMLElement>(
    '[data-do],[data-lever],[data-panel],[data-go]',
  ) ?? { dataset: {} as DOMStringMap }
  const { do: name, lever, panel, go } = dataset
  if (name) live.control((shiftKey && told[name]) || (name as ControlName))
  if (lever) live.pull(edited.now.levers![Number(lever)]!)
  if (panel) live.show(Number(panel))
  if (go) live.seek(Number(go))
}

/** A turn of the speed, or of a dial. */
export async function onTurn({ target }: Event, run: Run): Promise<void> {
  const dial = target as HTMLInputElement
  const { dial: name, pace } = dial.dataset
  if (pace !== undefined) run.setPace(Number(dial.value))
  if (!name) return
  const { valueAt } = await fetchTools()
  const option = run.developed.protocol.options[name]
  run.turn(name, valueAt(dial, option, run.edited.now.options?.[name] ?? option.default))
}

/** Shows what holds: React leaves the toolbar alone, as the server drew it. */
export function showState(figure: Element, run: Run, shown: number, labels: readonly string[]) {
  const { edited, tools, pace, developed } = run
  const each = (what: string, act: (it: HTMLElement, value: string) => void) => {
    for (const it of figure.querySelectorAll<HTMLElement>(`[data-${what}]`))
      act(it, it.dataset[what]!)
  }
  const { now } = edited
  each('lever', (it, i) => {
    const lever = now.levers?.[Number(i)]
    if (lever) it.setAttribute('aria-pressed', `${isPulled(now, lever)}`)
  })
  each('panel', (it, i) => {
    it.setAttribute('aria-pressed', `${Number(i) === shown}`)
    it.textContent = labels[Number(i)] ?? ''
  })
  each('do', (it, name) => {
    if (name === 'undo') it.setAttribute('aria-disabled', `${!isEdited(edited)}`)
  })
  each('pace', (it) => {
    ;(it as HTMLSelectElement).value = `${pace}`
  })
  tools?.showDials(figure, developed.protocol, now)
}
