// What opens over a figure: each is fetched when it is first wanted, and time waits meanwhile.

import type { ReactNode } from 'react'
import type { NodeId } from '@/lib/sim/protocol'
import type { Run } from './use-run'

/** What a sheet is about; each sheet looks at what concerns it. */
export type About = {
  readonly node?: NodeId
  readonly message?: number
  readonly event?: number | undefined
  readonly line?: number
  /** Where it opens. */
  readonly element?: Element | undefined
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

type SheetName = keyof typeof sheets
export type OpenSheet = (name: SheetName, about?: About) => void

/** A sheet that is open: what draws it, again and again as the run changes behind it. */
export type Opened = {
  readonly draw: (props: SheetProps) => ReactNode
  readonly about: About
  /** Time was running when the first of the sheets was opened. */
  readonly playing: boolean
}

/** Closing goes on playing only if opening had stopped it. */
export function sheetsOf(
  run: Run,
  opened: Opened | undefined,
  set: (opened: Opened | undefined) => void,
): { readonly open: OpenSheet; readonly close: () => void } {
  const { head } = run
  const playing = opened?.playing ?? head.playing
  const open: OpenSheet = (name, about = {}) => {
    head.play(false)
    sheets[name]().then(
      ({ draw }) => set({ draw, about, playing }),
      () => run.say('This part could not be loaded; try again.'),
    )
  }
  const close = () => {
    set(undefined)
    if (playing) head.play(true)
  }
  return { open, close }
}
