// A text as Markdown says the same when it is read again.

import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { markdown } from './markdown'

type Node = { type: string; value?: string; alt?: string; children?: Node[] }
const parser = unified().use(remarkParse).use(remarkGfm)
const parse = (text: string) => parser.parse(text) as Node
const words = (node: Node): string => node.value ?? (node.children ?? []).map(words).join('')

const make = (type: unknown, props: object, ...children: unknown[]) => ({
  type,
  props: { ...props, children },
})
const p = (...children: unknown[]) => make('p', {}, ...children)

test('headings, lists, quotes, code and rules are written as Markdown has them', () => {
  const tree = [
    make('h2', { id: 'a' }, 'A heading'),
    p('Words with ', make('em', {}, 'weight'), ' and 2', make('var', {}, 'q'), '.'),
    make('ul', {}, '\n', make('li', {}, 'one'), '\n', make('li', {}, 'two')),
    make('blockquote', {}, p('Said.')),
    make('pre', {}, make('code', { className: 'language-ts' }, 'const a = `b`\n')),
    make('hr', {}),
  ]
  expect(markdown(tree)).toBe(`## A heading

Words with *weight* and 2*q*.

- one
- two

> Said.

\`\`\`ts
const a = \`b\`
\`\`\`

---
`)
})

test('a component is called, and what is in a fragment stands in its place', () => {
  const Twice = ({ children }: { children: unknown }) =>
    make(Symbol.for('react.fragment'), {}, children, ' ', children)
  expect(markdown(p(make(Twice, {}, 'again')))).toBe('again again\n')
})

test('a note keeps its number, and its text stands at the end', () => {
  const number = make('sup', {}, make('a', { href: '#fn-x', 'data-footnote-ref': true }, '1'))
  const back = make('a', { href: '#fnref-x', 'data-footnote-backref': '' }, '↩')
  const notes = make(
    'section',
    { 'data-footnotes': true },
    make('h2', { id: 'footnote-label' }, 'Notes'),
    make('ol', {}, make('li', { id: 'fn-x' }, p('The note. ', back))),
  )
  expect(markdown([p('Words', number, '.'), notes])).toBe('Words[^x].\n\n[^x]: The note.\n')
})

test('what a short word stands for is told behind it', () => {
  const short = make('abbr', { title: 'Hypertext Transfer Protocol' }, 'HTTP')
  expect(markdown(p('Over ', short, '.'))).toBe('Over HTTP (Hypertext Transfer Protocol).\n')
  expect(markdown(p(make('abbr', {}, 'HTTP'), '.'))).toBe('HTTP.\n')
})

test('a list that goes on from an earlier one keeps its numbers', () => {
  const list = make('ol', { start: 3 }, make('li', {}, 'three'), make('li', {}, 'four'))
  expect(markdown([list])).toBe('3. three\n4. four\n')
})

test('small and raised letters keep their tags, tables their bars', () => {
  const cell = (tag: string, text: string) => make(tag, {}, text)
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, cell('th', 'a'), cell('th', 'b'))),
    make('tbody', {}, make('tr', {}, cell('td', '1 | 2'), cell('td', '3'))),
  )
  expect(markdown([p('n', make('sub', {}, '1')), table])).toBe(`n<sub>1</sub>

| a      | b |
| ------ | - |
| 1 \\| 2 | 3 |
`)
})

test('whatever a paragraph says, it says when it is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (said) => {
      const text = said.replace(/\s+/g, ' ').trim()
      fc.pre(text !== '' && !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text))
      const tree = parse(markdown(p(text)))
      expect(tree.children?.map(({ type }) => type)).toEqual(['paragraph'])
      expect(words(tree)).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('signs of Markdown in the words are words', () => {
  for (const text of ['# no heading', '1. no list', '- no', 'a *b* _c_ `d` [e](f)', '<b>', '&amp;'])
    expect(words(parse(markdown(p(text))))).toBe(text)
})
