// What a reader with a mouse or a finger can do to a figure, and what must not move meanwhile.

import { expect, type Page, test } from '@playwright/test'
import { figureOn, focusOn, momentOf, type Parts, pressFirst, wake, page as where } from './figure'

const { post } = where

test.describe('a figure that plays', () => {
  test('begins at the first press, and stops at the end', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    const before = await momentOf(parts)
    await parts.play.click()
    await expect(parts.pause).toBeVisible()
    await expect.poll(() => momentOf(parts)).toBeGreaterThan(before)
    await parts.pause.click()
    const paused = await momentOf(parts)
    await page.waitForTimeout(200)
    expect(await momentOf(parts)).toBe(paused)

    await parts.line.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowLeft')
    for (let i = 0; i < 9; i++) await page.keyboard.press(']')
    await page.keyboard.press(' ')
    await expect(parts.play).toBeVisible({ timeout: 20_000 })
    expect(await momentOf(parts)).toBe(Number(await parts.line.getAttribute('max')))

    const { width, height } = (await parts.line.boundingBox())!
    await parts.line.click({ position: { x: width / 3, y: height / 2 } })
    await expect(parts.play).toBeVisible()
    const sent = await momentOf(parts)
    await page.waitForTimeout(200)
    expect(await momentOf(parts), 'what had stopped stays where it is sent').toBe(sent)
  })

  test('waits while it is out of sight', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    await parts.play.click()
    await expect(parts.pause).toBeVisible()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(parts.figure).not.toBeInViewport()
    await page.waitForTimeout(100)
    const hidden = await momentOf(parts)
    await page.waitForTimeout(300)
    expect(await momentOf(parts)).toBe(hidden)
    await parts.figure.scrollIntoViewIfNeeded()
    await expect.poll(() => momentOf(parts)).toBeGreaterThan(hidden)
  })
})

/** Of every picture of a film a figure that draws it; the lanes turn pages. */
const drawn = [
  ['cluster and lanes', where],
  ['cluster and log', { post, figure: 'log-repair' }],
  ['quorums', { post, figure: 'majority' }],
  ['log', { post, figure: 'figure-eight' }],
  ['sixty nodes', { post: '/gossip', figure: 'rumour' }],
  ['lanes', { post: '/membership', figure: 'heartbeats' }],
  ['clocks', { post: '/demystifying-distributed-systems', figure: 'clock-drift' }],
  ['chart', { post: '/eventful-endeavors', figure: 'flood' }],
  ['points', { post: '/playing-with-shapes', figure: 'heart-by-gossip' }],
  ['history', { post: '/how-to-be-consistent', figure: 'stale-read' }],
] as const

/**
 * Counts what comes and goes in a figure; the answer asks how much so far. Of elements alone where
 * React draws, which empties a text by taking its node away; what is published keeps it.
 */
async function counting(page: Page, { figure }: Parts) {
  const all = test.info().project.name !== 'react'
  await figure.evaluate((it, all) => {
    const seen = { added: 0, removed: 0, frames: 0 }
    Object.assign(window, { seen })
    const countOf = (nodes: NodeList) =>
      [...nodes].filter((node) => all || node instanceof Element).length
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        seen.added += countOf(addedNodes)
        seen.removed += countOf(removedNodes)
      }
    }).observe(it, { subtree: true, childList: true })
    requestAnimationFrame(function count() {
      seen.frames++
      requestAnimationFrame(count)
    })
  }, all)
  type Seen = { added: number; removed: number; frames: number }
  return () => page.evaluate(() => ({ ...(window as unknown as { seen: Seen }).seen }))
}

for (const [picture, at] of drawn)
  test(`${picture}: an event adds and removes at most one node, a frame none`, async ({ page }) => {
    await page.goto(at.post)
    const parts = figureOn(page, at.figure)
    await focusOn(parts)
    // What draws another page of lanes is fetched when the first is turned.
    await page.keyboard.press('End')
    await page.waitForTimeout(1000)
    await page.keyboard.press('Home')
    const seen = await counting(page, parts)
    let before = await seen()
    const from = before
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('ArrowRight')
      const now = await seen()
      expect(now.added - before.added).toBeLessThanOrEqual(1)
      expect(now.removed - before.removed).toBeLessThanOrEqual(1)
      before = now
    }
    const stepped = before.added - from.added
    await page.keyboard.press('Home')
    const rest = await seen()
    await page.keyboard.press(' ')
    await page.waitForTimeout(1500)
    await page.keyboard.press(' ')
    const { added, frames } = await seen()
    expect(frames - rest.frames).toBeGreaterThan(10)
    // Nothing but the pages of lanes, far fewer than frames.
    if (!picture.includes('lanes')) expect(added - rest.added + stepped).toBe(0)
    else expect(added - rest.added).toBeLessThanOrEqual(6)
  })

test.describe('a run that is broken', () => {
  test('by a tap on a node, goes on differently, and Undo gives it back', async ({ browser }) => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 390, height: 800 },
    })
    const page = await context.newPage()
    await page.goto(post)
    const parts = figureOn(page)
    // The tap that wakes it is not lost.
    await parts.node(4).tap()
    await parts.sheet.getByRole('button', { name: 'Crash n4', exact: true }).tap()
    await expect(parts.status).toContainText('n4 crashes at')
    await expect(parts.spoken).toContainText('n4 crashes at')
    await parts.button('Undo').tap()
    await expect(parts.status).toContainText('Undone.')
    await parts.node(4).tap()
    const crash = parts.sheet.getByRole('button', { name: 'Crash n4', exact: true })
    await expect(crash).toHaveAttribute('aria-disabled', 'false')
    await context.close()
  })

  test('by one pull of a lever, plays on from where it parts', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    const lever = parts.button('Stop the new leader')
    await pressFirst(parts, lever)
    await expect(lever).toHaveAttribute('aria-pressed', 'true')
    await expect(parts.pause).toBeVisible()
    expect(await momentOf(parts)).toBeGreaterThan(400)
    await lever.click()
    await expect(lever).toHaveAttribute('aria-pressed', 'false')
  })

  test('says what was done as long as it can be read, though the run plays on', async ({
    page,
  }) => {
    await page.goto(post)
    const parts = figureOn(page)
    await wake(page, parts)
    const speed = parts.figure.getByRole('combobox', { name: 'Speed' })
    await speed.selectOption(`${Number(await speed.inputValue()) + 1}`)
    await parts.button('Stop the new leader').click()
    await expect(parts.status).toContainText('crashes at')
    const from = await momentOf(parts)
    await page.waitForTimeout(1000)
    await expect(parts.pause).toBeVisible()
    expect(await momentOf(parts)).toBeGreaterThan(from)
    expect(await parts.status.textContent()).toContain('crashes at')
    await expect(parts.status).not.toContainText('crashes at')
  })

  test('by a dial, keeps its moment', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    await wake(page, parts)
    const before = await momentOf(parts)
    await parts.figure.getByRole('checkbox').first().click()
    await expect(parts.status).toContainText(/: o(n|ff)/)
    expect(await momentOf(parts)).toBe(before)
  })

  test('says in its words what now happens', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    await pressFirst(parts, parts.button('Stop the new leader'))
    await parts.figure.locator('summary').click()
    await expect(parts.figure.locator('details')).toContainText('the leader crashes')
    await parts.button('Undo').click()
    await expect(parts.figure.locator('details')).not.toContainText('the leader crashes')
  })

  test('names the lines that no longer make sense, and clears what follows', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page, 'log-repair')
    await focusOn(parts)
    await page.keyboard.press('Home')
    await parts.node(1).click()
    await parts.sheet.getByRole('button', { name: 'Crash n1', exact: true }).click()
    await expect(parts.status).toContainText(/n1 crashes at .* at 10 ms is skipped: n1 is down/)
    await parts.node(2).click()
    await parts.sheet.getByRole('button', { name: 'Clear what follows' }).click()
    await expect(parts.status).toContainText(/no longer: .*12A: Ada/)
    await expect(parts.status).not.toContainText('is skipped')
    await parts.node(2).click()
    const clear = parts.sheet.getByRole('button', { name: /^Clear what follows/ })
    await expect(clear).toHaveAttribute('aria-disabled', 'true')
    await expect(clear).toContainText('nothing follows in the script')
  })

  test('goes back as a whole by Reset, which Undo takes back', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    await pressFirst(parts, parts.button('Everyone waits alike'))
    await parts.button('More').click()
    await parts.sheet.getByRole('button', { name: 'Reset to the published run' }).click()
    await expect(parts.button('Everyone waits alike')).toHaveAttribute('aria-pressed', 'false')
    await expect(parts.play, 'the still is to be seen').toBeVisible()
    await expect(parts.status).toContainText('This is the published run.')
    await parts.button('Undo').click()
    await expect(parts.button('Everyone waits alike')).toHaveAttribute('aria-pressed', 'true')
  })
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('nothing is wider than the page, and the picture and its line fit together', async ({
    page,
  }) => {
    await page.goto(post)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(320)
    for (const figure of await page.locator('figure[id]').all()) {
      const picture = (await figure.locator('[data-picture]').boundingBox())!
      const line = (await figure.getByRole('slider', { name: 'Time' }).boundingBox())!
      expect(line.y + line.height - picture.y).toBeLessThanOrEqual(560)
    }
  })

  test('one picture is shown, and a switch of two words shows the other', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    const lanes = parts.button('lanes')
    await lanes.click()
    await expect(lanes).toHaveAttribute('aria-pressed', 'true')
    await expect(parts.button('cluster')).toHaveAttribute('aria-pressed', 'false')
    await expect(parts.picture.locator('svg:visible')).toHaveCount(1)
    // It stands over the picture, and keys reach it from the toolbar.
    await parts.button('Play').focus()
    await page.keyboard.press('ArrowLeft')
    await expect(lanes).toBeFocused()
    expect((await lanes.boundingBox())!.y).toBeLessThan(
      (await parts.picture.locator('svg:visible').boundingBox())!.y,
    )
  })

  test('every control is large enough for a finger', async ({ page }) => {
    await page.goto(post)
    const parts = figureOn(page)
    const small = await parts.figure
      .locator('[role=toolbar] button:visible, [role=toolbar] select:visible')
      .evaluateAll((all) =>
        all.filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.outerHTML),
      )
    expect(small).toEqual([])
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('there is no dead button, and all the words', async ({ page }) => {
    await page.goto(post)
    const { figure, picture } = figureOn(page)
    await expect(picture.locator('svg:visible').first()).toBeVisible()
    expect(await figure.locator('button:visible, select:visible, input:visible').count()).toBe(0)
    await figure.locator('summary').click()
    await expect(figure.locator('table')).toContainText('n4')
  })
})

test('where motion is not wanted, playing goes from told event to told event', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const second = await momentOf(parts)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press(' ')
  await expect.poll(() => momentOf(parts)).toBe(second)
})
