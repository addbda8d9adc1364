// What opens over a figure: each is fetched when it is first wanted, and time waits meanwhile.

import type { ReactNode } from 'react'
import type { NodeId } from '@/lib/sim/protocol'
import type { Run } from './use-run'

/** What a sheet is about; each sheet looks at what concerns it. */
export type About = {
  readonly node?: NodeId
  readonly message?: number
  readonly event?: number
  readonly line?: number
  /** Where it opens. */
  readonly element?: Element
}
export type SheetProps = {
  readonly run: Run
  readonly id: string
  readonly about: About
  readonly close: () => void
  /** Another sheet in place of this one. */
  readonly open: OpenSheet
}

const sheets = {
  menu: () => import('./menu'),
  more: () => import('./more'),
  keys: () => import('./key-sheet'),
  script: () => import('./script-sheet'),
  inside: () => import('./inside'),
  why: () => import('./why'),
  runs: () => import('./many-runs'),
} satisfies Record<string, () => Promise<{ draw: (props: SheetProps) => ReactNode }>>

export type SheetName = keyof typeof sheets
export type OpenSheet = (name: SheetName, about?: About) => void

/** Closing goes on playing only if opening had stopped it. */
export function opener(run: Run, id: string, set: (sheet: ReactNode) => void): OpenSheet {
  const { head } = run
  const open =
    (playing: boolean): OpenSheet =>
    (name, about = {}) => {
      head.play(false)
      const close = () => {
        set(undefined)
        if (playing) head.play(true)
      }
      sheets[name]().then(
        ({ draw }) => set(draw({ run, id, about, close, open: open(playing) })),
        () => run.say('This part could not be loaded; try again.'),
      )
    }
  return open(head.playing)
}
