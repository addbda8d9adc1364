// One ear for a whole picture: which node, message or event was touched, by its data attribute.

import type { SyntheticEvent } from 'react'
import type { PictureHandlers } from './picture'

const touched = (event: SyntheticEvent, what: string) =>
  (event.target as Element).closest(`[data-${what}]`)
const numberOf = (element: Element | null, what: string) =>
  element ? Number(element.getAttribute(`data-${what}`)) : undefined
const eventOf = (event: SyntheticEvent) => numberOf(touched(event, 'event'), 'event')

/** Attributes for the `<svg>`; none for a still. */
export const handling = (live: PictureHandlers | undefined) =>
  live && {
    onClick: (event: SyntheticEvent) => {
      const node = touched(event, 'node')
      const message = numberOf(touched(event, 'message'), 'message')
      const index = eventOf(event)
      if (node) live.onNode?.(numberOf(node, 'node')!, node)
      else if (message !== undefined) live.onMessage?.(message)
      else if (index !== undefined) live.onEvent?.(index)
    },
    onPointerOver: (event: SyntheticEvent) => live.onHover?.(eventOf(event)),
    onPointerLeave: () => live.onHover?.(undefined),
  }
