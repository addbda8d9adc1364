// Can the inks be told from the paper, and do page and print agree?

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hueOf, type Inks, pageInks, printInks } from './inks'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const names = Object.keys(printInks) as (keyof Inks)[]
const pairs = Object.fromEntries(
  names.map((name) => {
    const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)
    return [name, { light: found?.[1] ?? '', dark: found?.[2] ?? '' }]
  }),
)

const luminance = (hex: string) => {
  const channel = (i: number) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
const contrast = (a: string, b: string) => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

it('print has the light values of the page', () => {
  for (const name of names) expect(pairs[name]!.light, name).toBe(printInks[name])
})

it('every ink of the page is a variable of the same name', () => {
  for (const name of names) expect(pageInks[name]).toBe(`var(--${name})`)
})

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const ink = (name: keyof Inks) => pairs[name]![theme]

  it('text stands out from paper and panel by 7 to 1', () => {
    for (const ground of ['paper', 'panel'] as const)
      for (const name of ['ink', 'soft'] as const)
        expect(contrast(ink(name), ink(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(7)
  })

  it('lines of data stand out by more than 3 to 1', () => {
    for (const name of ['orange', 'green', 'purple', 'sky', 'vermilion', 'grey'] as const)
      expect(contrast(ink(name), ink('panel')), name).toBeGreaterThanOrEqual(3)
  })
})

it('terms 1 to 4 have four hues, 5 has that of 1, and none is the accent or what is broken', () => {
  const hues = [1, 2, 3, 4].map((n) => hueOf(printInks, n))
  expect(new Set(hues).size).toBe(4)
  expect(hueOf(printInks, 5)).toBe(hues[0])
  expect(hues).not.toContain(printInks.accent)
  expect(hues).not.toContain(printInks.vermilion)
  expect([hueOf(printInks, 0), hueOf(printInks, undefined)]).toEqual([
    printInks.grey,
    printInks.grey,
  ])
})
