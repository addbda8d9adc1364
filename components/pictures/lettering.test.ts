// Is a text ever wider than the pictures think? Measured against the face's own table.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { beforeAll, describe, expect, it } from 'vitest'
import { italicWidth } from './lanes/italics'
import { fitting, textBox, textWidth } from './lettering'

const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const words = [
  'n1 follower',
  'n2 candidate',
  'leader 2',
  'window 1',
  '12A: Ada',
  'term 14',
  '320 ms',
  'buy 12A, no answer',
  'Wim Mommsen',
  'ILLIT fill-it (2.5)',
]

/** Width of each letter in thousandths, from the tables cmap (format 4) and hmtx. */
const tableOf = (font: Buffer): Map<string, number> => {
  const at = (name: string) => {
    for (let o = 12; ; o += 16)
      if (font.toString('latin1', o, o + 4) === name) return font.readUInt32BE(o + 8)
  }
  const [cmap, hmtx, head, hhea] = [at('cmap'), at('hmtx'), at('head'), at('hhea')]
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) =>
    font.readUInt32BE(cmap + 8 + 8 * i),
  )
  const map = cmap + subtables.find((o) => font.readUInt16BE(cmap + o) === 4)!
  const segments = font.readUInt16BE(map + 6) / 2
  const field = (n: number, i: number) => map + 14 + n * segments * 2 + (n > 0 ? 2 : 0) + 2 * i
  const glyphOf = (code: number) => {
    for (let i = 0; i < segments; i++) {
      if (code > font.readUInt16BE(field(0, i))) continue
      const [from, delta] = [font.readUInt16BE(field(1, i)), font.readInt16BE(field(2, i))]
      const range = font.readUInt16BE(field(3, i))
      if (code < from) return 0
      if (range === 0) return (code + delta) & 0xffff
      return (font.readUInt16BE(field(3, i) + range + 2 * (code - from)) + delta) & 0xffff
    }
    return 0
  }
  const long = font.readUInt16BE(hhea + 34)
  const unit = font.readUInt16BE(head + 18)
  const width = (glyph: number) => font.readUInt16BE(hmtx + 4 * Math.min(glyph, long - 1)) / unit
  return new Map([...letters].map((letter) => [letter, width(glyphOf(letter.charCodeAt(0)))]))
}

const require = createRequire(import.meta.url)
const files = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz'
const cut = async (style: string, wght: number) => {
  const file = readFileSync(require.resolve(`${files}-${style}.woff2`))
  const variationAxes = { opsz: 14, wght }
  return tableOf(await subsetFont(file, letters, { targetFormat: 'sfnt', variationAxes }))
}

describe('the width of a text', () => {
  let tables: Map<string, number>[] = []
  beforeAll(async () => {
    tables = await Promise.all([cut('normal', 400), cut('normal', 600), cut('italic', 400)])
  })

  it('is never less than the face needs, and not a third more', () => {
    for (const table of tables)
      for (const text of words) {
        const real = [...text].reduce((sum, letter) => sum + table.get(letter)!, 0) * 17
        expect(textWidth(text, 17)).toBeGreaterThanOrEqual(real)
        expect(textWidth(text, 17)).toBeLessThan(real * 1.34)
      }
  })

  it('in italics is known more nearly', () => {
    for (const text of [...words, 'suspects East', 'noted, 10 + 0', 'which?']) {
      const real = [...text].reduce((sum, letter) => sum + tables[2]!.get(letter)!, 0)
      expect(italicWidth(text, 1)).toBeGreaterThanOrEqual(real)
      expect(italicWidth(text, 1)).toBeLessThan(real * 1.22)
    }
  })
})

it('a box stands on its baseline and hangs from its anchor', () => {
  const at = { x: 100, y: 50 }
  const wide = textWidth('leader', 10)
  expect(textBox(at, 'leader', 10)[2] - 100).toBeCloseTo(wide)
  expect(textBox(at, 'leader', 10, 'end')[0]).toBeCloseTo(100 - wide)
  expect(textBox(at, 'leader', 10, 'middle')[0]).toBeCloseTo(100 - wide / 2)
  expect(textBox(at, 'leader', 10)[3]).toBeGreaterThan(50)
})

it('what does not fit is cut off with dots', () => {
  expect(fitting('leader', 10, 100)).toBe('leader')
  const short = fitting('a very long name of a node', 10, 60)
  expect(short.endsWith('…')).toBe(true)
  expect(textWidth(short, 10)).toBeLessThanOrEqual(60)
})
