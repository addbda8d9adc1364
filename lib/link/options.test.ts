// Options as a link: what goes in comes out, and nothing that comes from outside can throw.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Options } from '@/lib/sim/protocol'
import { fetchStudy, studies } from '@/lib/studies'
import { toBase64url } from './base64url'
import { decodeOptions, encodeOptions } from './options'

const tables = await Promise.all(
  Object.keys(studies).map(async (name) => (await fetchStudy(name))!.options as Options),
)

test('the defaults of every study go through a link unchanged', () => {
  for (const options of tables) {
    const given = Object.fromEntries(
      Object.entries(options).map(([name, option]) => [name, option.default]),
    )
    expect(decodeOptions(encodeOptions(given as never), options)).toEqual({ options: given })
  }
})

test('random texts, random JSON and huge values are answered with one sentence', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json().map(toBase64url),
    fc.string({ minLength: 4001, maxLength: 5000 }),
    fc
      .record({ servers: fc.anything(), operations: fc.anything() })
      .map((it) => toBase64url(JSON.stringify(it) ?? '')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...tables), (text, options) => {
      const found = decodeOptions(text, options)
      if ('fault' in found) expect(found.fault).toMatch(/^This link .*\.$/s)
    }),
    { numRuns: 500 },
  )
})

test('what is out of bounds or unknown is named', () => {
  const [fanOut] = tables
  const fault = (given: object) => decodeOptions(encodeOptions(given as never), fanOut!)
  expect(fault({ servers: 1e9 })).toEqual({
    fault: 'This link is damaged at options.servers: expected 1 to 200, got 1000000000.',
  })
  expect(fault({ server: 1 })).toMatchObject({ fault: expect.stringContaining('no option') })
  expect(() => encodeOptions({ text: 'x'.repeat(4000) })).toThrow('too long for a link')
})
