// What opens over a figure: each is fetched when it is first wanted, and time waits meanwhile.

import type { ReactNode } from 'react'
import type { NodeId } from '@/lib/sim/protocol'
import type { Run } from './use-run'

export type Sheets = {
  readonly menu: (node: NodeId, element: Element) => void
  readonly more: () => void
  readonly keys: () => void
}

/** Closing goes on playing only if opening had stopped it. */
export function sheetsOf(run: Run, id: string, set: (sheet: ReactNode) => void): Sheets {
  const { head } = run
  const open = (fetching: Promise<(close: () => void) => ReactNode>) => {
    const { playing } = head
    head.play(false)
    const close = () => {
      set(undefined)
      if (playing) head.play(true)
    }
    void fetching.then(
      (sheet) => set(sheet(close)),
      () => run.say('This part could not be loaded; try again.'),
    )
  }
  return {
    menu: (node, element) =>
      open(import('./menu').then((m) => (close) => m.menuOf({ run, node, element, close }))),
    more: () => open(import('./more').then((m) => (close) => m.moreOf({ run, id, close }))),
    keys: () => open(import('./key-sheet').then((m) => m.keySheetOf)),
  }
}
