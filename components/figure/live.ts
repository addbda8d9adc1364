// What a figure that is awake can be told to do; without it a figure is a still.

import type { PictureHandlers } from '@/components/pictures/picture'
import type { Json, Millis } from '@/lib/sim/protocol'
import type { Lever } from '@/lib/sim/scenario'
import type { ControlName } from './controls'
import type { OpenSheet } from './sheets'

export type Live = {
  readonly playing: boolean
  /** Does what a control of the list does; `element` is where a menu should open. */
  readonly control: (name: ControlName, element?: Element) => void
  readonly seek: (at: Millis) => void
  /** A step of the scale of speeds. */
  readonly pace: (step: number) => void
  readonly pull: (lever: Lever) => void
  readonly turn: (option: string, value: Json) => void
  /** Which picture a narrow figure shows, from 0. */
  readonly show: (panel: number) => void
  readonly open: OpenSheet
  readonly pictures: PictureHandlers
}
