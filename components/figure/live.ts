// What a figure that is awake can be told to do; without it a figure is a still.

import type { PictureHandlers } from '@/components/pictures/picture'
import type { Millis } from '@/lib/sim/protocol'
import type { Lever } from '@/lib/sim/scenario'
import type { ControlName } from './controls'
import type { OpenSheet } from './sheets'

export type Live = {
  /** Does what a control of the list does; `element` is where a menu should open. */
  readonly control: (name: ControlName, element?: Element) => void
  readonly seek: (at: Millis) => void
  readonly pull: (lever: Lever) => void
  /** Which picture a narrow figure shows, from 0. */
  readonly show: (panel: number) => void
  readonly open: OpenSheet
  readonly pictures: PictureHandlers
}
