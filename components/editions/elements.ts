// Elements of a body looked at from outside, before their components have run.

import { cloneElement, type ReactElement, type ReactNode } from 'react'

// biome-ignore lint/suspicious/noExplicitAny: elements of every kind
export type Any = ReactElement<any>

/** The element with other children: spread, since those written one after another have no keys. */
export const withChildren = (element: Any, children: ReactNode): Any =>
  cloneElement(element, {}, ...[children].flat())
