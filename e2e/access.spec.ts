// Every page for everyone: axe in light, dark and narrow; no sideways scroll; room for wider type.

import { expect, type Page, test } from '@playwright/test'
import { faultsOn } from './axe'
import { addressOf, livePages, pages } from './site'

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const ways = [
  { name: 'in light', scheme: 'light', width: 1280 },
  { name: 'in dark', scheme: 'dark', width: 1280 },
  { name: 'at 320 px', scheme: 'light', width: 320 },
] as const

for (const file of pages)
  test(`${addressOf(file)} stands in nobody's way, in light, in dark and narrow`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(file === '404.html' ? '/nothing-here' : addressOf(file))
    for (const { name, scheme, width } of ways) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      expect.soft(await faultsOn(page), name).toEqual([])
      expect.soft(await overflow(page), `${name}: scrolls sideways by`).toBeLessThanOrEqual(0)
    }
  })

for (const file of livePages)
  test(`${addressOf(file)} stands in nobody's way while its figures are awake`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(addressOf(file))
    for (const place of await page.locator('[data-island]').all()) {
      await place.locator('button, [tabindex], input').first().focus()
      await expect(place).toHaveAttribute('data-awake', 'yes')
    }
    // Play is pale for as long as its figure loads.
    await expect(page.locator('[aria-busy]')).toHaveCount(0)
    expect(await faultsOn(page)).toEqual([])
  })

test('type set wider by the reader loses no word', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  for (const file of livePages) {
    await page.goto(addressOf(file))
    // WCAG 1.4.12, by the object model, since the policy blocks style sheets of others.
    await page.evaluate(() => {
      for (const it of document.querySelectorAll<HTMLElement>('body, body *:not(svg *)')) {
        it.style.lineHeight = '1.5'
        it.style.letterSpacing = '0.12em'
        it.style.wordSpacing = '0.16em'
      }
    })
    expect.soft(await overflow(page), file).toBeLessThanOrEqual(0)
  }
})
