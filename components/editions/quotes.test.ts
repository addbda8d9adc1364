// Quotes look the right way, and units stay with their numbers.

import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { printed, setQuotes } from './quotes'

test.each([
  ["n1's next heartbeat", 'n1’s next heartbeat'],
  ['She said "no" twice.', 'She said “no” twice.'],
  ['("no")', '(“no”)'],
  ["a 'quoted' word", 'a ‘quoted’ word'],
  ['nothing to do', 'nothing to do'],
  ['150 ms later, 96 % and 20 s', '150\u00a0ms later, 96\u00a0% and 20\u00a0s'],
  ['part 2 shows 3 servers', 'part 2 shows 3 servers'],
])('%s becomes %s.', (typed, set) => {
  expect(printed(typed)).toBe(set)
})

test('What stands before the text decides for its first sign.', () => {
  expect(printed("'s log", 'n1')).toBe('’s log')
  expect(printed('"no"', 'said ')).toBe('“no”')
})

test('A body is set across its elements, and code is left alone.', () => {
  const body = h(
    'p',
    {},
    'a ',
    h('b', {}, "'word'"),
    "'s ",
    h('code', {}, "f('x')"),
    '\'s "',
    h('i', {}, 'x'),
    '"',
  )
  const html = renderToStaticMarkup(setQuotes(body, (type) => type === 'code'))
  expect(html).toBe('<p>a <b>‘word’</b>’s <code>f(&#x27;x&#x27;)</code>’s “<i>x</i>”</p>')
})
