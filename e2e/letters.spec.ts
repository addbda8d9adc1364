// Letters in drawings can be read at arm's length, on a phone, a tablet and a desk.

import { expect, test } from '@playwright/test'
import { addressOf, articles } from './site'

/** CSS pixels: a phone's width leaves 12.3, and captions of a drawing are no smaller elsewhere. */
const least = 11.5

for (const width of [320, 768, 1024, 1440])
  test(`no drawing has small letters ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    let seen = 0
    for (const file of articles) {
      await page.goto(addressOf(file))
      const letters = await page.evaluate(() =>
        [...document.querySelectorAll('figure[id] [data-picture] svg text')].flatMap((text) => {
          const { a = 1 } = (text as SVGTextElement).getScreenCTM() ?? {}
          const px = Number.parseFloat(getComputedStyle(text).fontSize) * Math.abs(a)
          const says = `${text.closest('figure')?.id}: ${text.textContent}`
          return text.checkVisibility() && text.textContent?.trim() ? [{ says, px }] : []
        }),
      )
      expect(letters.filter(({ px }) => px < least)).toEqual([])
      seen += letters.length
    }
    expect(seen).toBeGreaterThan(200)
  })
