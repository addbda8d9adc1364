// How a still figure wakes: on intent and not before, and the first press or key is not lost.

import { expect, type Page, test } from '@playwright/test'
import { faultsOf, figureOn, heightOf, momentOf, wake, page as where } from './figure'

const scripts = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/_islands/')) asked.push(new URL(request.url()).pathname)
  })
  return asked
}
const awake = (page: Page) => expect(figureOn(page).island).toHaveAttribute('data-awake', 'yes')

test('nothing is fetched because a figure scrolls by under a resting pointer', async ({ page }) => {
  await page.goto(where.post)
  await page.mouse.move(640, 360)
  const asked = scripts(page)
  for (let i = 0; i < 40; i++) {
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(20)
  }
  expect(asked).toEqual([])
})

test('a figure that wakes keeps its height and its very elements', async ({ page }) => {
  const faults = faultsOf(page)
  await page.goto(where.post)
  for (const id of await page.locator('figure[id]').evaluateAll((all) => all.map((f) => f.id))) {
    const parts = figureOn(page, id)
    const before = await heightOf(parts.figure)
    const play = await parts.play.elementHandle()
    await wake(page, parts)
    expect(await heightOf(parts.figure)).toBe(before)
    expect(await play!.evaluate((it) => it.isConnected)).toBe(true)
  }
  expect(faults).toEqual([])
})

test('a pointer that moves over a figure wakes it', async ({ page }) => {
  await page.goto(where.post)
  const parts = figureOn(page)
  await parts.play.scrollIntoViewIfNeeded()
  const box = await parts.play.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) - 40)
  await page.mouse.move((box?.x ?? 0) + 25, (box?.y ?? 0) - 30)
  await awake(page)
  await expect(parts.play).toBeVisible()
})

test('the press that wakes it is the press it hears', async ({ page }) => {
  await page.goto(where.post)
  // Late, so that the press is there long before the player.
  await page.route('**/_islands/player-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue()
  })
  const parts = figureOn(page)
  await parts.play.dispatchEvent('click')
  await expect(parts.island).toHaveAttribute('aria-busy', 'true')
  await expect(parts.pause).toBeVisible()
  await expect(parts.island).not.toHaveAttribute('aria-busy', 'true')
})

test('the key that wakes it is the key it hears', async ({ page }) => {
  await page.goto(where.post)
  await page.route('**/_islands/player-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue()
  })
  const parts = figureOn(page)
  await parts.line.focus()
  await page.keyboard.press('Home')
  await awake(page)
  await expect.poll(() => momentOf(parts)).toBe(0)
  // Tab is never kept: it leads on, awake or not.
  await expect(parts.line).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(parts.line).not.toBeFocused()
})

test('a drag of the line that wakes it is where it goes', async ({ page }) => {
  await page.goto(where.post)
  const parts = figureOn(page)
  await parts.line.scrollIntoViewIfNeeded()
  const box = await parts.line.boundingBox()
  if (!box) throw new Error('the line has a place')
  await page.mouse.click(box.x + box.width - 2, box.y + box.height / 2)
  await awake(page)
  const until = Number(await parts.line.getAttribute('max'))
  await expect.poll(() => momentOf(parts)).toBeGreaterThan(until * 0.9)
})

test('a link that names a moment wakes the figure at that moment', async ({ page }) => {
  await page.goto(`${where.post}?at=500#${where.figure}`)
  await awake(page)
  await expect.poll(() => momentOf(figureOn(page))).toBe(500)
})

test('a link in the text moves the figure and leaves the address alone', async ({ page }) => {
  await page.goto(where.post)
  const link = page.locator(`a[href^="?at="][href$="#${where.figure}"]`).first()
  const [, at] = /at=([\d.]+)/.exec((await link.getAttribute('href')) ?? '') ?? []
  const address = page.url()
  await link.click()
  await awake(page)
  await expect.poll(() => momentOf(figureOn(page))).toBe(Number(at))
  expect(page.url()).toBe(address)
})

test('a player that does not come leaves the still, says so, and comes when asked again', async ({
  page,
}) => {
  await page.goto(where.post)
  const gone = '**/_islands/player-*.js'
  await page.route(gone, (route) => route.abort())
  const parts = figureOn(page)
  const drawn = await parts.picture.first().innerHTML()
  await parts.play.click()
  const again = parts.figure.getByText('Could not load the player; try again')
  await expect(again).toBeVisible()
  expect(await parts.picture.first().innerHTML()).toBe(drawn)
  await page.unroute(gone)
  await again.click()
  // And the press that was lost then is heard now.
  await expect(parts.pause).toBeVisible()
  await expect(again).toHaveCount(0)
})

test('where trying again is in vain a fresh page comes, and offline the page stays', async ({
  page,
  context,
}) => {
  await page.goto(where.post)
  const gone = '**/_islands/player-*.js'
  await page.route(gone, (route) => route.abort())
  const parts = figureOn(page)
  await parts.play.click()
  const again = parts.figure.getByText('Could not load the player; try again')
  await page.evaluate(() => document.body.append('the same page'))
  const same = page.getByText('the same page')
  await context.setOffline(true)
  await again.click()
  await expect(parts.island).not.toHaveAttribute('aria-busy')
  await expect(again).toBeVisible()
  await expect(same).toHaveCount(1)
  await context.setOffline(false)
  await again.click()
  await expect(same).toHaveCount(0)
  await page.unroute(gone)
  await parts.play.click()
  await expect(parts.pause).toBeVisible()
})

test('without scripts the page is whole and has no dead buttons', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}${where.post}`)
  const parts = figureOn(page)
  await expect(parts.picture.first()).toBeVisible()
  await expect(parts.figure.locator('figcaption')).toBeVisible()
  await expect(page.locator('button:visible')).toHaveCount(0)
  await expect(page.locator('input:visible')).toHaveCount(0)
  await context.close()
})
