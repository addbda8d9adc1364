// A question holds the film of its figure: the answer is not seen by playing past it.

import { expect, type Page, test } from '@playwright/test'
import { figureOn, focusOn, momentOf, page as where } from './figure'

const held = 300

test.beforeEach(async ({ page }) => {
  await page.goto(where.post)
  // A question as the server draws it, for a figure that nobody asks about.
  await page.locator(`figure#${where.figure}`).evaluate((figure, at) => {
    const question = document.createElement('div')
    question.dataset.holds = figure.id
    question.dataset.moment = `${at}`
    const answer = document.createElement('details')
    answer.append(document.createElement('summary'))
    question.append(answer)
    figure.after(question)
  }, held)
})

test('the film plays up to the question, and waits there', async ({ page }) => {
  const parts = figureOn(page)
  await focusOn(parts)
  for (let i = 0; i < 9; i++) await page.keyboard.press(']')
  await page.keyboard.press(' ')
  await expect(parts.status).toContainText('The film waits here', { timeout: 20_000 })
  await expect(parts.play).toBeVisible()
  for (const key of ['End', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  expect(await momentOf(parts)).toBe(held)
  const { width, height } = (await parts.line.boundingBox())!
  await parts.line.click({ position: { x: width - 4, y: height / 2 } })
  expect(await momentOf(parts)).toBe(held)
})

test('a frame does not search the page for questions', async ({ page }) => {
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('Home')
  await page.evaluate(() => {
    const search = Document.prototype.querySelectorAll
    const seen = { searched: 0, frames: 0 }
    Object.assign(window, { seen })
    Document.prototype.querySelectorAll = function (this: Document, what: string) {
      if (what.includes('data-holds')) seen.searched++
      return search.call(this, what)
    } as typeof search
    requestAnimationFrame(function count() {
      seen.frames++
      requestAnimationFrame(count)
    })
  })
  await page.keyboard.press(' ')
  await page.waitForTimeout(800)
  await page.keyboard.press(' ')
  type Seen = { searched: number; frames: number }
  const { searched, frames } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  expect(frames).toBeGreaterThan(10)
  expect(searched).toBeLessThanOrEqual(2)
})

test('whoever unfolds the answer goes on from there', async ({ page }) => {
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('End')
  expect(await momentOf(parts)).toBe(held)
  await page.evaluate(() => {
    for (const it of document.querySelectorAll('details')) it.open = true
  })
  await parts.line.focus()
  await page.keyboard.press('ArrowRight')
  expect(await momentOf(parts)).toBeGreaterThan(held)
})

test('a link of the text goes where it says', async ({ page }) => {
  const parts = figureOn(page)
  await page.evaluate(
    ({ id }) => {
      const link = document.createElement('a')
      link.href = `?at=500#${id}`
      link.textContent = 'at this moment'
      document.querySelector('main')!.prepend(link)
    },
    { id: where.figure },
  )
  await page.getByText('at this moment', { exact: true }).first().click()
  await parts.figure.locator('[data-awake]').waitFor()
  await expect.poll(() => momentOf(parts)).toBe(500)
})

const asked = { post: '/reaching-consensus', figure: 'log-repair', moment: 590 }

test.describe('the question about the sale that nobody else holds', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(asked.post)
  })

  /** The question, its choices and its answer; and the figure, awake and as fast as it can be. */
  const fast = async (page: Page) => {
    const parts = figureOn(page, asked.figure)
    await focusOn(parts)
    for (let i = 0; i < 9; i++) await page.keyboard.press(']')
    return { parts, question: page.locator(`[data-moment="${asked.moment}"]`) }
  }

  test('is answered by a mouse: the figure plays on, and then the answer opens', async ({
    page,
  }) => {
    const { parts, question } = await fast(page)
    await question.getByRole('button', { name: '12A: Ada, 12B: Ben' }).click()
    await expect(question.getByRole('status')).toContainText('The figure plays it now')
    await expect(question.getByRole('status')).toContainText(
      'You said 12A: Ada, 12B: Ben; in this run it is 12A: Ada, 12B: Cleo.',
      { timeout: 20_000 },
    )
    await expect(question.locator('details')).toHaveAttribute('open')
    expect(await momentOf(parts)).toBeGreaterThan(asked.moment)
  })

  test('is answered by keys alone', async ({ page }) => {
    const { parts, question } = await fast(page)
    await question.getByRole('button', { name: '12A: Ada, 12B: Cleo' }).focus()
    await page.keyboard.press('Enter')
    await expect(question.getByRole('status')).toContainText(
      'in this run it is 12A: Ada, 12B: Cleo',
      {
        timeout: 20_000,
      },
    )
    await expect(question.locator('tr', { hasText: '12B: Ben' })).toContainText('0')
    expect(await momentOf(parts)).toBeGreaterThan(asked.moment)
  })

  test('does not hold a run that has been changed', async ({ page }) => {
    const { parts } = await fast(page)
    await parts.figure.locator('[data-lever]').first().click()
    await expect.poll(() => momentOf(parts)).toBeGreaterThan(asked.moment)
  })

  test('what happens then is not told in words before somebody wants to know', async ({ page }) => {
    const { figure } = figureOn(page, asked.figure)
    await figure.locator('summary').first().click()
    const rest = figure.locator('details details')
    await expect(figure.locator('td', { hasText: '12A: Ada' }).first()).toBeVisible()
    const moments = await figure.locator('td:first-child:visible').allTextContents()
    expect(moments.length).toBeGreaterThan(3)
    for (const moment of moments)
      expect(Number.parseFloat(moment)).toBeLessThanOrEqual(asked.moment)
    await expect(rest.locator('summary')).toHaveText('After 590 ms: the answer to the question')
    await expect(rest.locator('table')).toBeHidden()
    await rest.locator('summary').click()
    await expect(rest.locator('table')).toBeVisible()
  })
})
