// A drawing as the text that React would make of it: pure components alone, at once and in one go.

import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { hyphened } from '@/components/islands/hyphened'

type Props = { readonly [name: string]: unknown }
type Html = { readonly __html: string }

const signs: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

/** Attributes that are written otherwise than React names them. */
const renamed: { readonly [name: string]: string } = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  defaultValue: 'value',
  defaultChecked: 'checked',
}
const nameOf = (name: string) => renamed[name] ?? hyphened(name)

const noAttribute =
  /^(children|dangerouslySetInnerHTML|suppressHydrationWarning|key|ref|on[A-Z].*)$/
const takesWords = /^(aria|data)-/
const isEmpty = /^(br|col|hr|img|input|wbr)$/

const attribute = (name: string, value: unknown): string => {
  if (noAttribute.test(name) || value === undefined || value === null) return ''
  if (typeof value === 'boolean' && !takesWords.test(name))
    return value ? ` ${nameOf(name)}=""` : ''
  return ` ${nameOf(name)}="${escaped(String(value))}"`
}

const isSaid = /^(value|checked|default(Value|Checked))$/

/** In React's order: what a field says comes last, and what a select says, its options say. */
const attributesOf = (type: string, props: Props): string => {
  const names = Object.keys(props)
  const said = /^(input|select)$/.test(type) ? names.filter((name) => isSaid.test(name)) : []
  const rest = names.filter((name) => !said.includes(name))
  const all = type === 'input' ? [...rest, ...said] : rest
  return all.map((name) => attribute(name, props[name])).join('')
}

/** A component that waits for something, or comes alive in the page, is no text. */
export class NotPure extends Error {}

type Component = (props: Props) => ReactNode
const isAsync = (type: Component) => type.constructor.name === 'AsyncFunction'

/** What a component draws. Throws `NotPure` before one is called that cannot be written at once. */
const drawnBy = (type: unknown, props: Props): ReactNode => {
  const isPure = typeof type === 'function' && !('$$typeof' in type) && !isAsync(type as Component)
  if (!isPure) throw new NotPure('a drawing is made of pure components alone')
  return (type as Component)(props)
}

const nothing = Symbol('nothing is chosen')

/** Writes node after node; two texts that meet are kept apart, since hydration counts them. */
class Writer {
  text = ''
  #wasText = false
  /** What the select says that is being written. */
  #chosen: unknown = nothing

  write(node: ReactNode): void {
    if (node === null || node === undefined || typeof node === 'boolean' || node === '') return
    if (typeof node === 'string' || typeof node === 'number') {
      this.text += `${this.#wasText ? '<!-- -->' : ''}${escaped(String(node))}`
      this.#wasText = true
    } else if (Array.isArray(node)) for (const one of node) this.write(one)
    else this.#element(node as ReactElement<Props>)
  }

  #element({ type, props }: ReactElement<Props>): void {
    if (type === Fragment) return this.write(props.children as ReactNode)
    if (typeof type !== 'string') return this.write(drawnBy(type, props))
    const inner = props.dangerouslySetInnerHTML as Html | undefined
    const chosen = type === 'option' && this.#chosen === (props.value ?? props.children)
    this.#wasText = false
    this.text += `<${type}${attributesOf(type, props)}${chosen ? ' selected=""' : ''}`
    if (isEmpty.test(type)) {
      this.text += '/>'
      return
    }
    this.text += '>'
    if (type === 'select') this.#chosen = props.value ?? props.defaultValue
    if (inner) this.text += inner.__html
    else this.write(props.children as ReactNode)
    if (type === 'select') this.#chosen = nothing
    this.text += `</${type}>`
    this.#wasText = false
  }
}

/**
 * The HTML of a tree of elements and pure components, byte for byte what React's renderToString
 * answers. On a page React would send each element of a figure through its own wire format first.
 * Throws `NotPure` where a component is no plain function.
 */
export function markup(node: ReactNode): string {
  const writer = new Writer()
  writer.write(node)
  return writer.text
}

/** The outermost element as it is, with all that is in it as text. */
export function flat({ type, props }: ReactElement<Props>): ReactElement {
  if (type === Fragment) throw new NotPure('a fragment is no element')
  if (typeof type !== 'string') return flat(drawnBy(type, props) as ReactElement<Props>)
  const { children, ...rest } = props
  const inner = { __html: markup(children as ReactNode) }
  return createElement(type, { ...rest, dangerouslySetInnerHTML: inner })
}
