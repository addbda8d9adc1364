// Where keys go inside a figure: along the toolbar, from node to node, or to a control.

import { barOf, seen, walk } from './bar-keys'
import { type ControlName, controlOf, type Where } from './controls'

/** The nodes of the first picture in sight that has some, in order. */
export function nodesIn(figure: Element): Element[] {
  const pictures = [...figure.querySelectorAll('[data-picture] svg')].filter(seen)
  const first = pictures.find((one) => one.querySelector('[data-node]'))
  return [...(first?.querySelectorAll('[data-node]') ?? [])]
}

/** Nodes can hold focus once a figure is awake; what they are is said when one gets it. */
export function enliven(figure: Element): void {
  for (const node of figure.querySelectorAll<SVGElement>('[data-picture] [data-node]')) {
    node.tabIndex = -1
    node.role = 'button'
    node.ariaHasPopup = 'dialog'
    // One of a crowd has no words in its drawing.
    if (!node.textContent) node.ariaLabel = `n${node.dataset.node}`
  }
}

/** The number of the node that an element belongs to; 0 for none. */
export const nodeOf = (element: Element) =>
  Number(element.closest('[data-node]')?.getAttribute('data-node') ?? 0)

/** Moves focus from node to node; the first is next to none. */
export function focusNode(figure: Element, step: 1 | -1): void {
  const nodes = nodesIn(figure)
  const at = nodes.indexOf(document.activeElement as Element)
  const to = at < 0 ? (step > 0 ? 0 : nodes.length - 1) : (at + step + nodes.length) % nodes.length
  ;(nodes[to] as SVGElement | undefined)?.focus()
}

/** What a browser does itself on a control that has focus. */
const native: Partial<Record<string, string>> = {
  ' ': 'button,a,select,summary,[type=checkbox]',
  Enter: 'button,a,select,summary',
  Home: 'select',
  End: 'select',
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'
> & { readonly target: EventTarget | null }

/** The control that a press inside a figure means; undefined where the browser goes on with it. */
export function hear(press: Press): ControlName | undefined {
  const target = press.target as Element
  const { key } = press
  if (target.closest('dialog') || target.matches('input:not([type]),input[type=text]')) return
  const bar = barOf(target)
  if (bar && walk(bar, target, key)) return void press.preventDefault()
  if (target.matches(native[key] ?? ':not(*)')) return
  const picture = target.closest('[data-picture]')
  // Up and down scroll the page past a picture that shows no node.
  const inPicture = picture && (key === 'Enter' || nodesIn(picture)[0])
  const where: Where = bar ? 'anywhere' : inPicture ? 'picture' : 'time'
  const node = target.closest('[data-node]')
  const name = node && key === ' ' ? 'menu' : controlOf(press, where)
  if (name) press.preventDefault()
  return name
}
