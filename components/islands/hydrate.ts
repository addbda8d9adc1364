// Brings a part's markup to life; a part that breaks leaves its still behind.

import { Component, createElement, type ReactNode, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { again } from './again'
import { type PartName, parts } from './list'
import type { Kept } from './loader'

type Guarded = { children: ReactNode; onFault: (fault: unknown) => void }

class Guard extends Component<Guarded, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override componentDidCatch(fault: unknown) {
    this.props.onFault(fault)
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}

/** Says when the effects of all that is in it have run: what listens is listening. */
function Woken({ onReady, children }: { onReady: () => void; children: ReactNode }) {
  useEffect(onReady, [onReady])
  return children
}

/**
 * Fetches the part that `place` names, wakes it in the markup the server drew of it, and hands it
 * what was kept. When it breaks, now or later, the still comes back and `onFault` is called.
 * Rejects where the part cannot be fetched.
 */
export async function hydrate(
  place: HTMLElement,
  onFault: (place: HTMLElement) => void,
  kept: WeakMap<HTMLElement, Kept>,
) {
  const { island, props } = place.dataset
  const [part, given] = await parts[island as PartName](JSON.parse(props ?? '{}'))
  const still = place.cloneNode(true) as HTMLElement
  place.dataset.awake = 'yes'
  await new Promise<void>((onReady) => {
    const onBreak = (fault: unknown) => {
      reportError(fault)
      // Not while the engine is still drawing.
      queueMicrotask(() => {
        root.unmount()
        place.replaceChildren(...still.childNodes)
        delete place.dataset.awake
        onFault(place)
        onReady()
      })
    }
    const woken = createElement(Woken, { onReady, children: createElement(part, given) })
    const tree = createElement(Guard, { onFault: onBreak, children: woken })
    const root = flushSync(() => hydrateRoot(place, tree))
  })
  const press = kept.get(place)
  kept.delete(place)
  if (press) again(press)
}
