// What only an edit changes: which levers are pulled, the way back, the dials, whose caption it is.

import { type Dialled, showDials } from './dial-values'
import { type Edited, isEdited, isOther, isPulled, type Setting } from './edits'

/** React leaves the toolbar alone, as the server drew it. */
export function showEdited(figure: Element, protocol: Dialled, edited: Edited<Setting>): void {
  const { now } = edited
  for (const it of figure.querySelectorAll<HTMLElement>('[data-lever]')) {
    const lever = now.levers?.[Number(it.dataset.lever)]
    if (lever) it.setAttribute('aria-pressed', `${isPulled(now, lever)}`)
  }
  const back = figure.querySelector('[data-do=undo]')
  back?.setAttribute('aria-disabled', `${!isEdited(edited)}`)
  showDials(figure, protocol, now)
  figure.closest('figure')?.toggleAttribute('data-edited', isOther(edited))
}
