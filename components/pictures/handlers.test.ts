// Does a touch find what was touched, and nothing else?

import type { SyntheticEvent } from 'react'
import { expect, it } from 'vitest'
import { handling } from './handlers'

/** A touch inside an element that has this data attribute. */
const touching = (name: string, value: string) => {
  const element = { getAttribute: (asked: string) => (asked === name ? value : null) }
  const target = { closest: (selector: string) => (selector === `[${name}]` ? element : null) }
  return { target } as unknown as SyntheticEvent
}
const heard: string[] = []
const live = handling({
  onNode: (id, element) => heard.push(`node ${id} ${element.getAttribute('data-node')}`),
  onMessage: (id) => heard.push(`message ${id}`),
  onEvent: (index) => heard.push(`event ${index}`),
  onHover: (index) => heard.push(`over ${index}`),
})!

it('a touch tells the node, message or event that it meets', () => {
  live.onClick(touching('data-node', '3'))
  live.onClick(touching('data-message', '0'))
  live.onClick(touching('data-event', '12'))
  live.onClick(touching('data-else', '5'))
  expect(heard.splice(0)).toEqual(['node 3 3', 'message 0', 'event 12'])
})

it('a pointer tells the event it is over, and that it has left', () => {
  live.onPointerOver(touching('data-event', '7'))
  live.onPointerLeave()
  expect(heard.splice(0)).toEqual(['over 7', 'over undefined'])
})

it('a still hears nothing', () => {
  expect(handling(undefined)).toBeUndefined()
})
