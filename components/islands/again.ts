// Gives an event that came too early to the node that it met, once somebody listens there.

import type { Kept } from './loader'

type Valued = { readonly value: string; readonly selectionStart?: number | null }

/**
 * What a field holds. Waking leaves letters alone, so whoever went on typing meanwhile is ahead of
 * what was kept; a slider or a choice (which have no selection) may have been put back.
 */
export const newest = ({ value, selectionStart = null }: Valued, kept: string) =>
  selectionStart === null ? kept : value || kept

/** Gives an event again to the node that it met, which hydration has left in its place. */
export const again = ([event, value]: Kept) => {
  const target = event.target as HTMLInputElement
  const fresh = new (event.constructor as typeof Event)(event.type, event)
  if (!value) return target.dispatchEvent(fresh)
  const now = newest(target, value)
  // React remembers what is set on the element itself, and hears only of what differs from it.
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value') ?? {}
  target.value = ''
  set?.call(target, now)
  return target.dispatchEvent(fresh) && target.dispatchEvent(new Event('change', { bubbles: true }))
}
