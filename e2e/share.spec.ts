// A run and its moment travel by link, whole; a link that is damaged harms nothing.

import { expect, test } from '@playwright/test'
import { faultsOf, figureOn, focusOn, momentOf, pressFirst, page as where } from './figure'

const { post } = where

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('a link to a moment opens the figure there, and a link in the text moves it', async ({
  page,
}) => {
  await page.goto(`${post}?at=300#split-vote`)
  const parts = figureOn(page)
  await expect.poll(() => momentOf(parts)).toBe(300)
  const link = page.locator('a[href$="#split-vote"][href*="?at="]').first()
  const at = Number(/at=([\d.]+)/.exec((await link.getAttribute('href'))!)![1])
  await link.click()
  await expect.poll(() => momentOf(parts)).toBe(at)
  expect(page.url()).toContain('?at=300#split-vote')
})

test('an edited run comes back exactly as it was shared', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await parts.button('Stop the new leader').click()
  await parts.pause.click()
  const at = await momentOf(parts)
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy link' }).click()
  await expect(parts.status).toContainText('The link is copied.')
  const address = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('about:blank')
  await page.goto(address)
  await expect(parts.status).toContainText('This is the run as it was shared.')
  await expect(parts.button('Stop the new leader')).toHaveAttribute('aria-pressed', 'true')
  expect(Math.abs((await momentOf(parts)) - at)).toBeLessThan(0.001)
  // What was published is still there behind it.
  await parts.button('Undo').click()
  await expect(parts.button('Stop the new leader')).toHaveAttribute('aria-pressed', 'false')
})

test('a link in the text shows the picture that it moves, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(where.post)
  const parts = figureOn(page)
  const link = page.locator('a[href$="#split-vote"][href*="?at="]').last()
  // As far down as leaves the end of the figure in view, and not its picture.
  const end = parts.figure.locator('figcaption')
  await end.evaluate((it) => it.scrollIntoView({ block: 'start' }))
  await expect(parts.picture).not.toBeInViewport()
  await link.dispatchEvent('click')
  await expect(parts.picture).toBeInViewport({ ratio: 1 })
})

test('a link whose run comes out differently says so', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.button('Everyone waits alike'))
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy link' }).click()
  await expect(parts.status).toContainText('The link is copied.')
  const address = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  const text = Buffer.from(address.searchParams.get('s')!, 'base64url').toString()
  const other = text.replace(/"[0-9a-f]{8}"/, '"00000000"')
  address.search = `?s=${Buffer.from(other).toString('base64url')}`
  await page.goto(address.href)
  await expect(parts.status).toContainText('comes out differently since the link was made')
})

for (const [name, text] of Object.entries({
  'no run': 'abc',
  'a broken one': Buffer.from('[1,"00000000",{"protocol":"raft","nodes":1e9}]').toString(
    'base64url',
  ),
  'another protocol': Buffer.from('[1,"00000000",{"protocol":"rift"}]').toString('base64url'),
  'too much': 'A'.repeat(6000),
}))
  test(`a link that holds ${name} opens the published run and says why`, async ({ page }) => {
    const faults = faultsOf(page)
    await page.goto(`${post}?s=${text}#split-vote`)
    const parts = figureOn(page)
    await expect(parts.status).toContainText('This is the published run.')
    await parts.play.click()
    await expect(parts.pause).toBeVisible()
    expect(faults).toEqual([])
  })

test('the stage plays a run of any figure', async ({ page }) => {
  await page.goto('/demystifying-distributed-systems')
  const seat = figureOn(page, 'one-seat-two-buyers')
  await seat.figure.scrollIntoViewIfNeeded()
  await seat.node(1).click()
  await seat.sheet.getByRole('button', { name: /^Pause/ }).click()
  await seat.button('More').click()
  await seat.sheet.getByRole('button', { name: 'Copy link' }).click()
  await expect(seat.status).toContainText('The link is copied.')
  const address = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  await page.goto(`/stage${address.search}`)
  const stage = figureOn(page, 'stage')
  await expect(stage.status).toContainText('This is the run as it was shared.')
  await expect(stage.figure).toContainText('windows')
  await expect(stage.button('Undo')).toHaveAttribute('aria-disabled', 'true')
})

test('a scenario is copied as an author would write it', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.button('Stop the new leader'))
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy as a scenario' }).click()
  await expect(parts.status).toContainText('The scenario is copied.')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain("crash: 'leader'")
  expect(text).toContain('satisfies Scenario')
})

test('words and pictures are saved as files', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.play)
  for (const [name, file] of [
    ['Save the words', 'split-vote.txt'],
    ['Save the picture', 'split-vote-1.svg'],
  ] as const) {
    await parts.button('More').click()
    const saving = page.waitForEvent('download')
    await parts.sheet.getByRole('button', { name }).click()
    expect((await saving).suggestedFilename()).toBe(file)
    await expect(parts.sheet).toHaveCount(0)
    await expect(parts.status).toContainText('It is saved.')
  }
})

test('a figure stands alone in a frame of another site', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.play)
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy a frame for your page' }).click()
  await expect(parts.status).toContainText('The frame is copied.')
  const frame = await page.evaluate(() => navigator.clipboard.readText())
  const address = /src="([^"]+)"/.exec(frame)![1]!
  await page.goto(address)
  const alone = figureOn(page)
  await expect(alone.figure).toBeVisible()
  await expect(page.locator('header')).toBeHidden()
  await alone.play.click()
  await expect(alone.pause).toBeVisible()
  // Who sees it there may have it for a page of their own.
  await alone.button('More').click()
  await alone.sheet.getByRole('button', { name: 'Copy a frame for your page' }).click()
  await expect(alone.status).toContainText('The frame is copied.')
  const again = await page.evaluate(() => navigator.clipboard.readText())
  expect(/src="([^"]+)"/.exec(again)![1]).toBe(address)
})

for (const place of ['/', '/stage'])
  test(`no frame is offered where none is known: ${place}`, async ({ page }) => {
    await page.goto(place)
    const id = await page.locator('figure:has([data-island])').first().getAttribute('id')
    const parts = figureOn(page, id!)
    await focusOn(parts, parts.play)
    await parts.button('More').click()
    await expect(parts.sheet).toContainText('Copy as a scenario')
    await expect(parts.sheet).not.toContainText('Copy a frame')
  })
