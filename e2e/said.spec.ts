// What a figure says of itself: nothing that is no longer so, and an answer to all that is asked.

import { expect, type Page, test } from '@playwright/test'
import { figureOn, focusOn, momentOf, type Parts, pressFirst } from './figure'

async function open(page: Page, post: string, id: string): Promise<Parts> {
  await page.goto(post)
  const parts = figureOn(page, id)
  await focusOn(parts, parts.button(/^More$/))
  return parts
}

test('what was said of a figure once is not said again after Undo', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const parts = await open(page, '/playing-with-shapes', 'heart')
  const says = parts.figure.locator('[role=toolbar] + p')
  await pressFirst(parts, parts.button('As a path'))
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy link' }).click()
  await expect(says).toContainText('The link is copied.')
  await parts.button('As a few curves').click()
  await expect(says).toContainText('four curves')
  await parts.button('Undo').click()
  await expect(says).toContainText('A heart is what a point draws')
  await expect(says).not.toContainText('The link is copied.')
})

test('how many nodes a survey has is said once, by the dial that turns it', async ({ page }) => {
  const parts = await open(page, '/gossip', 'residue')
  await parts.button('A hundred sites').click()
  await expect(parts.figure.locator('[data-dial=nodes]')).toHaveAttribute('aria-valuetext', '100')
  await expect(parts.figure.locator('[id$=-title] + span')).toHaveText('20 runs each')
})

test('of many runs that are alike each can be opened, and is said to be', async ({ page }) => {
  const parts = await open(page, '/gossip', 'anti-entropy')
  for (const seed of [2, 3]) {
    await parts.button('More').click()
    await parts.sheet.getByRole('button', { name: 'Many runs' }).click()
    await expect(parts.sheet).toContainText('1000 runs', { timeout: 40_000 })
    // What the figure is about comes first.
    await expect(parts.sheet.getByRole('combobox')).toHaveValue('apart')
    await parts.sheet.locator('button[aria-disabled=false]').last().click()
    await expect(parts.status).toContainText(`Seed ${seed}, one of 1000 runs in which apart is 0`)
  }
})

test('where nothing to tell yet, whoever asks why hears so, and stays there', async ({ page }) => {
  const parts = await open(page, '/playing-with-shapes', 'heart-by-gossip')
  await parts.line.focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  const at = await momentOf(parts)
  expect(at).toBeGreaterThan(0)
  await expect(parts.status).toContainText('nothing to tell yet')
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('Nothing is told before this moment.')
  await page.keyboard.press('Escape')
  expect(await momentOf(parts)).toBe(at)
})
