// Preact by the names that parts know: what of its layer for React they use, and no more of it.

import { hydrate, options, render, toChildArray, type VNode } from 'preact'
import { hyphened } from './hyphened'

export { Component, createElement, createPortal, Fragment } from 'preact'
export * from 'preact/hooks'

type Props = { [name: string]: unknown }

const natives: { [name: string]: string } = { className: 'class' }

/** Looked for once: a frame that plays asks for thousands. */
const nativeOf = (name: string) => {
  natives[name] ??= hyphened(name)
  return natives[name]
}

/** React hears of what is typed as `change`, and focus and blur rise to whoever is around. */
const heardAs = (tag: unknown, name: string, { type }: Props) => {
  if (name === 'onFocus') return 'onfocusin'
  if (name === 'onBlur') return 'onfocusout'
  const typed = tag === 'textarea' || (tag === 'input' && !/fil|che|rad/.test(`${type}`))
  return name === 'onChange' && typed ? 'oninput' : name
}

function named(tag: string, props: Props): Props {
  const native: Props = {}
  for (const name in props) {
    const value = props[name]
    if (name.startsWith('on')) native[heardAs(tag, name, props)] = value
    else native[nativeOf(name)] = value ?? undefined
  }
  if (tag === 'select')
    for (const option of toChildArray(props.children as VNode))
      if (props.defaultValue !== undefined)
        ((option as VNode).props as Props).selected =
          ((option as VNode).props as Props).value === props.defaultValue
  return native
}

const before = options.vnode
options.vnode = (node) => {
  if (typeof node.type === 'string') node.props = named(node.type, node.props as Props) as never
  before?.(node)
}

const heard = options.event
options.event = (event) => {
  heard?.(event)
  return Object.assign(event, { nativeEvent: event })
}

/** Draws what `act` changes before it answers. */
export function flushSync<T>(act: () => T): T {
  const usual = options.debounceRendering
  let draw: (() => void) | undefined
  options.debounceRendering = (later) => {
    draw = later
  }
  try {
    const answer = act()
    draw?.()
    return answer
  } finally {
    if (usual) options.debounceRendering = usual
    else delete options.debounceRendering
  }
}

export function hydrateRoot(place: Element, tree: VNode) {
  hydrate(tree, place)
  return { unmount: () => render(null, place) }
}
