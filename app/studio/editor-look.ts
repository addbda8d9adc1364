// How the source looks: in the page's own colours, so that it follows light and dark.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const quiet = 'color-mix(in srgb, var(--accent) 8%, transparent)'
const chosen = 'color-mix(in srgb, var(--accent) 24%, transparent)'

const selection = '.cm-selectionBackground'

const place = EditorView.theme({
  '&': { background: 'var(--panel)', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    background: 'var(--paper)',
    color: 'var(--soft)',
    borderRight: '1px solid var(--hair)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { background: quiet },
  [`${selection}, &.cm-focused > .cm-scroller > .cm-selectionLayer ${selection}`]: {
    background: chosen,
  },
  '.cm-selectionMatch': { background: quiet },
  '.cm-tooltip, .cm-panels': {
    background: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--hair)',
  },
  '.cm-foldPlaceholder': { background: 'none', color: 'var(--soft)' },
})

const words = HighlightStyle.define([
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.strong, fontWeight: 'bold' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.url, tags.tagName, tags.keyword], color: 'var(--accent)' },
  { tag: [tags.monospace, tags.string, tags.attributeValue], color: 'var(--right)' },
  { tag: [tags.number, tags.bool], color: 'var(--count)' },
  { tag: [tags.quote, tags.comment, tags.meta, tags.processingInstruction], color: 'var(--soft)' },
])

export const look = [place, syntaxHighlighting(words)]
