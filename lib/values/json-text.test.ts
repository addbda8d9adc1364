// One text for one value.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText, sameJson } from './json-text'

test('the order in which keys were written does not matter, that of a list does', () => {
  expect(jsonText({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"x","d":null}]}',
  )
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
  expect(sameJson(1, '1')).toBe(false)
})

test('the text reads back as the value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      expect(JSON.parse(jsonText(JSON.parse(text)))).toEqual(JSON.parse(text))
    }),
    { seed: 1 },
  )
})
