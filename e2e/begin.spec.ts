// Where a figure begins when Play or a lever is pressed, and what it says from there on.

import { expect, test } from '@playwright/test'
import { figureOn, focusOn, momentOf, page as where } from './figure'

const { post } = where

test('begins again at Play where nothing is to come', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, 'quorum-voting')
  const poster = await momentOf(parts)
  await parts.play.click()
  await expect(parts.pause).toBeVisible()
  expect(await momentOf(parts)).toBeLessThan(poster / 2)
})

test('begins again at Play where it would be over at once', async ({ page }) => {
  await page.goto('/demystifying-distributed-systems')
  const parts = figureOn(page, 'setting-clocks')
  await parts.play.click()
  await expect(parts.pause).toBeVisible()
  await expect.poll(() => momentOf(parts)).toBeLessThan(1_000_000)
})

test('says what holds at the very moment that it names', async ({ page }) => {
  await page.goto('/demystifying-distributed-systems')
  const parts = figureOn(page, 'clock-drift')
  await parts.play.click()
  await expect(parts.pause).toBeVisible()
  for (let i = 0; i < 20; i++) {
    const [moment, sentence] = (await parts.status.textContent())!.split(/\s*5 clocks at /)
    expect(sentence).toMatch(`${moment} of true time`)
    await page.waitForTimeout(130)
  }
})

test('by a lever pulled at its end plays from where it parts too, and says so', async ({
  page,
}) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('End')
  await parts.button('Stop the new leader').click()
  await expect(parts.pause).toBeVisible()
  await expect(parts.status).toContainText('crashes at')
  expect(await momentOf(parts)).toBeGreaterThan(400)
})
