// Preact by React's names: what an element says under each, and what is drawn when.

import { expect, it } from 'vitest'
import { createElement } from './engine'

const propsOf = (tag: string, props: object) =>
  createElement(tag, props as never).props as never as { [name: string]: unknown }

it('writes the attributes of a drawing as SVG does', () => {
  const props = propsOf('path', { strokeWidth: 2, fillOpacity: 0.5, fill: 'red', viewBox: '0' })
  expect(props).toEqual({ 'stroke-width': 2, 'fill-opacity': 0.5, fill: 'red', viewBox: '0' })
  expect(propsOf('p', { className: 'a', tabIndex: null })).toEqual({ class: 'a' })
})

it('hears what is typed, and focus that rises', () => {
  const act = () => {}
  expect(propsOf('input', { onChange: act })).toEqual({ oninput: act })
  expect(propsOf('input', { type: 'checkbox', onChange: act }).onChange).toBe(act)
  expect(propsOf('select', { onChange: act }).onChange).toBe(act)
  expect(propsOf('div', { onFocus: act, onKeyDown: act })).toEqual({
    onfocusin: act,
    onKeyDown: act,
  })
})

it('chooses the option of a list that is the usual one', () => {
  const options = [1, 2, 3].map((value) => createElement('option', { value, key: value }))
  const { children } = propsOf('select', { defaultValue: 2, children: options })
  const chosen = (children as typeof options).map(
    ({ props }) => (props as never as { selected: boolean }).selected,
  )
  expect(chosen).toEqual([false, true, false])
})
