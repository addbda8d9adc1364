// A figure without a mouse: five stops, and keys that act only while focus is inside.

import { expect, type Page, test } from '@playwright/test'
import { type ControlName, controls } from '@/components/figure/controls'
import { figureOn, focusOn, momentOf, type Parts, pressFirst, page as where } from './figure'
import { proofs } from './proofs'

const { post } = where

test('a figure is five stops, at rest and awake', async ({ page }) => {
  await page.goto(post)
  const { figure, island } = figureOn(page)
  await figure.scrollIntoViewIfNeeded()
  const inside = () => figure.evaluate((it) => it.contains(document.activeElement))
  const name = () =>
    page.evaluate(() => {
      const it = document.activeElement as HTMLElement
      // biome-ignore lint/performance/useDomNodeTextContent: only what is seen
      return it.getAttribute('aria-label') ?? it.innerText.trim()
    })
  await figure.locator('a').first().focus()
  const stops: string[] = []
  while (await inside()) {
    stops.push(await name())
    await page.keyboard.press('Tab')
  }
  expect(stops).toEqual(['Skip figure', 'Picture', 'Time', 'Play', 'What happens, in words'])
  await expect(island).toHaveAttribute('data-awake', 'yes')
  const back: string[] = []
  await page.keyboard.press('Shift+Tab')
  while (await inside()) {
    back.push(await name())
    await page.keyboard.press('Shift+Tab')
  }
  expect(back).toEqual([...stops].reverse())
})

test('Skip figure leads behind it', async ({ page }) => {
  await page.goto(post)
  const { figure } = figureOn(page)
  await figure.getByText('Skip figure').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await figure.evaluate((it) => it.contains(document.activeElement))).toBe(false)
})

for (const name of Object.keys(controls) as ControlName[])
  for (const key of controls[name].keys)
    test(`${controls[name].says}: ${key === ' ' ? 'Space' : key}`, async ({ page }) => {
      await page.goto(post)
      const parts = figureOn(page)
      await parts.figure.scrollIntoViewIfNeeded()
      await focusOn(parts, controls[name].where === 'time' ? parts.line : parts.picture)
      await proofs[name](parts, () => page.keyboard.press(key === ' ' ? 'Space' : key))
    })

test('keys do nothing while focus is elsewhere', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  const before = await momentOf(parts)
  await page.locator('main a[href]').first().focus()
  for (const key of ['ArrowRight', ']', 'z', '?', 'End']) await page.keyboard.press(key)
  expect(await momentOf(parts)).toBe(before)
  await expect(parts.sheet).toHaveCount(0)
})

test('the toolbar is walked with the arrows, and keeps its place', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts, parts.play)
  await page.keyboard.press('ArrowRight')
  await expect(parts.button('Stop the new leader')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await expect(parts.play).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(parts.button('Stop the new leader')).toBeFocused()
})

/** Of a run that breaks two promises: the sentence of the second, and its moment. */
const breach = {
  figure: 'figure-eight',
  says: /^\d+ ms ?Broken at \d+ ms: State Machine Safety: nobody applies another entry$/,
}

test('by keys alone: to where a promise breaks, by a line of More for each', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, breach.figure)
  await focusOn(parts)
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  await expect(parts.sheet.getByRole('button', { name: /^Go to where “.+” breaks$/ })).toHaveCount(
    2,
  )
  const wanted = /^Go to where “State Machine Safety/
  const focused = () => page.evaluate(() => document.activeElement!.textContent!)
  for (let i = 0; i < 20 && !wanted.test(await focused()); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(parts.sheet).toHaveCount(0)
  await expect(parts.line).toBeFocused()
  await expect(parts.status).toHaveText(breach.says)
  const strip = parts.figure.getByRole('button', { name: 'State Machine Safety' })
  expect(await momentOf(parts)).toBeCloseTo(Number(await strip.getAttribute('data-go')))
})

test('More goes to no broken promise where none is broken', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('m')
  await expect(parts.sheet).toContainText('Copy link')
  await expect(parts.sheet).not.toContainText('breaks')
})

test('in a picture without nodes Enter chooses one by name, and Down scrolls the page', async ({
  page,
}) => {
  await page.goto('/eventful-endeavors')
  const parts = figureOn(page, 'flood')
  await parts.figure.scrollIntoViewIfNeeded()
  await focusOn(parts, parts.picture)
  const top = await page.evaluate(() => scrollY)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top)
  await page.keyboard.press('?')
  await expect(parts.sheet.locator('dt', { hasText: 'Enter' }).locator('+ dd')).toHaveText(
    'Choose a node',
  )
  await page.keyboard.press('Escape')
  await expect(parts.picture).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(parts.sheet).toContainText('Choose a node')
  await page.keyboard.press('Tab')
  const name = await page.evaluate(() => document.activeElement!.textContent!)
  await page.keyboard.press('Enter')
  await expect(parts.sheet.getByRole('button', { name: `Look inside ${name}` })).toBeVisible()
})

const leads = /leads/
/** Steps from told event to told event until somebody leads. */
async function untilLeader(page: Page, { status }: Parts): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Shift+ArrowRight')
    if (leads.test((await status.textContent())!)) break
  }
  await expect(status).toContainText(leads)
}

/** Walks from node to node to the one that leads, and crashes it from its menu. */
async function crashLeader(page: Page, { sheet, status }: Parts): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('ArrowDown')
    // What says it is fetched with the first.
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', /,/)
    const label = await page.locator(':focus').getAttribute('aria-label')
    if (/leader/.test(label!)) break
  }
  await page.keyboard.press('Enter')
  await expect(sheet).toBeVisible()
  // To close and to look inside come first, then to crash it.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(status).toContainText(/n\d crashes at/)
}

/** Walks along the toolbar to More, and takes its first line. */
async function copyLink(page: Page, { play, sheet, status }: Parts): Promise<string> {
  await play.focus()
  await page.keyboard.press('End')
  while ((await page.evaluate(() => document.activeElement!.textContent)) !== 'More')
    await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(status).toContainText('The link is copied.')
  return page.evaluate(() => navigator.clipboard.readText())
}

test('by keys alone: stop the leader, wait for the next, copy the link', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Tab')
  await untilLeader(page, parts)
  await crashLeader(page, parts)
  await page.keyboard.press('Escape')
  await expect(parts.picture).toBeFocused()
  const crashed = await momentOf(parts)
  await untilLeader(page, parts)
  const shown = await momentOf(parts)
  expect(shown).toBeGreaterThan(crashed)
  const address = await copyLink(page, parts)
  expect(address).toContain('#split-vote')
  await page.goto(address)
  await expect(parts.status).toContainText('This is the run as it was shared.')
  expect(Math.abs((await momentOf(parts)) - shown)).toBeLessThan(0.001)
  await context.close()
})

test('a dial that is turned by quick keys goes as far as they say', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, 'majority')
  await focusOn(parts)
  const dial = parts.figure.locator('[data-dial="quorum"]')
  await dial.focus()
  for (const [key, votes] of [
    ['ArrowUp', '9'],
    ['ArrowDown', '5'],
  ] as const) {
    const steps = Math.abs(Number(await dial.inputValue()) - Number(votes))
    for (let i = 0; i < steps; i++) await page.keyboard.press(key)
    await expect(parts.status).toContainText(`votes to pass: ${votes}`)
    await expect(dial).toHaveValue(votes)
  }
})

test('what was said of an edit does not come back with its moment', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, 'majority')
  const lever = parts.button('Two votes are enough')
  await pressFirst(parts, lever)
  await expect(lever).toHaveAttribute('aria-pressed', 'true')
  await parts.line.focus()
  await page.keyboard.press('z')
  await expect(parts.status).toContainText('Undone.')
  const moment = await momentOf(parts)
  await page.keyboard.press('Home')
  await expect(parts.status).not.toContainText('Undone.')
  await page.keyboard.press('End')
  while ((await momentOf(parts)) > moment) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await expect(parts.status).not.toContainText('Undone.')
})

test('whoever asks why is answered of the sentence that stands there', async ({ page }) => {
  await page.goto(`${post}?at=250#blocked`)
  const parts = figureOn(page, 'blocked')
  await focusOn(parts)
  await expect(parts.status).toContainText('mail is in doubt and asks')
  await page.keyboard.press('w')
  await expect(parts.sheet.locator('p').first()).toHaveText('mail is in doubt and asks')
})
