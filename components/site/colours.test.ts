// The inks of globals.css: legible on paper and panel, by day and by night.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printInks } from '@/components/pictures/inks'

const css = readFileSync('app/globals.css', 'utf8')
const pairs = [...css.matchAll(/--(\w+): light-dark\((#\w{6}), (#\w{6})\)/g)]
const schemes = ['light', 'dark'].map((name, i) => ({
  name,
  ink: Object.fromEntries(pairs.map((it) => [it[1]!, it[2 + i]!])),
}))

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
/** WCAG 2.2: 1 to 21. */
const contrast = (a: string, b: string) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

describe.each(schemes)('the inks by $name', ({ ink }) => {
  const grounds = [ink.paper!, ink.panel!]

  test.each(['ink', 'soft', 'accent'])('Text in %s has a contrast of at least 7 to 1.', (name) => {
    for (const ground of grounds) expect(contrast(ink[name]!, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each(['orange', 'green', 'purple', 'sky', 'vermilion', 'grey'])(
    'Data in %s has a contrast of at least 4.5 to 1, so that numbers may be set in it.',
    (name) => {
      for (const ground of grounds) expect(contrast(ink[name]!, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )
})

test('Pictures outside the page use the same inks as the page by day.', () => {
  expect(schemes[0]!.ink).toEqual(printInks)
})

test('Browsers that do not know light-dark() get the inks of the day.', () => {
  for (const [name, hex] of Object.entries(schemes[0]!.ink))
    expect(css).toContain(`--${name}: ${hex};`)
})
