// The faces: small enough, the same each time, and able to say what the site says.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cut, greekLetters, letters, pageCuts } from './fonts'

const sizes = async () =>
  Object.fromEntries(
    await Promise.all(
      pageCuts.map(async (one) => [one.name, (await cut(one, 'woff2')).length] as const),
    ),
  )

describe('the cut typeface', () => {
  test('Roman and display, which come before the first paint, weigh at most 37 kB.', async () => {
    const { text, display } = await sizes()
    expect(text! + display!).toBeLessThanOrEqual(37_000)
  })

  test('All faces together weigh at most 55 kB.', async () => {
    const all = Object.values(await sizes()).reduce((sum, one) => sum + one, 0)
    expect(all).toBeLessThanOrEqual(55_000)
  })

  test('Every page face begins as a woff2 file and every picture face as TrueType.', async () => {
    for (const one of pageCuts) {
      expect((await cut(one, 'woff2')).subarray(0, 4).toString('latin1')).toBe('wOF2')
      expect((await cut(one, 'sfnt')).readUInt32BE(0)).toBe(0x00010000)
    }
  })

  test('The letters include what names and formulas of the course need.', () => {
    for (const sign of `Vukolić Brzeziński – “12A” … × − ± é ö ${greekLetters}`)
      expect(letters).toContain(sign)
  })
})

/** Signs of mathematics that the face lacks; in prose the system’s own stand in for them. */
const borrowed = '→←↔⇒≤≥≠≈∞⌊⌋∈∪∩∅√✓⁻'

test('Every character of the published words is cut, or known to be borrowed.', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  const known = new Set([...letters, ...borrowed, '\n', '\t'])
  const strange = files
    .filter((file) => /\.(mdx|ts)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(path.join('content', file), 'utf8')]
        .filter((sign) => !known.has(sign))
        .map((sign) => `${file}: ${sign} (U+${sign.codePointAt(0)!.toString(16)})`),
    )
  expect(strange).toEqual([])
})
