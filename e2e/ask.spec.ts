// What a reader can ask of a figure: why, what is inside, what if, and a thousand times.

import { expect, test } from '@playwright/test'
import {
  faultsOf,
  figureOn,
  focusOn,
  heightOf,
  momentOf,
  pressFirst,
  wake,
  page as where,
} from './figure'

const { post } = where

test('a bar of the script is dragged by its end, and the run is another', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, 'log-repair')
  await wake(page, parts)
  const bar = parts.figure.locator('[data-line] > rect').first()
  await bar.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await bar.boundingBox())!
  await page.mouse.move(x + width - 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width - 60, y + height / 2, { steps: 4 })
  await page.mouse.move(x + width - 80, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(parts.status).toContainText(/cut off from .* until/)
  expect((await bar.boundingBox())!.width).toBeLessThan(width - 60)
})

test('faults are moved and taken out by keys', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page, 'log-repair')
  await focusOn(parts)
  await page.keyboard.press('f')
  const first = parts.sheet.locator('form').nth(1)
  await first.getByRole('spinbutton').fill('12')
  await page.keyboard.press('Enter')
  await expect(parts.status).toContainText('at 12 ms')
  await parts.line.focus()
  await page.keyboard.press('f')
  await parts.sheet.getByRole('button', { name: 'Take out' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(parts.status).toContainText('no longer: ')
})

test('a fault that would end when it begins is not taken, and nothing is lost', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(post)
  const parts = figureOn(page, 'log-repair')
  await focusOn(parts)
  await page.keyboard.press('f')
  const form = parts.sheet.locator('form:has([name=to])').first()
  const [from, to] = [form.locator('[name=from]'), form.locator('[name=to]')]
  const begins = await from.inputValue()
  await to.fill(begins)
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toBeInViewport()
  await expect(form.getByRole('alert')).toHaveText(/^It ends when it begins, .*\.$/)
  await expect(from).toHaveValue(begins)
  await expect(to).toHaveValue(begins)
  await to.fill(`${Number(begins) + 5}`)
  await page.keyboard.press('Enter')
  await expect(parts.sheet).toHaveCount(0)
  await expect(parts.status).toContainText(`until ${Number(begins) + 5} ms`)
})

test('what cannot be asked now stays in More, and says why', async ({ page }) => {
  await page.goto(post)
  const reason = async (figure: string, line: string) => {
    const parts = figureOn(page, figure)
    await focusOn(parts)
    await page.keyboard.press('m')
    const one = parts.sheet.getByRole('button', { name: line })
    await expect(one).toHaveAttribute('aria-disabled', 'true')
    const why = await one.locator('i').textContent()
    await one.click({ force: true })
    await expect(parts.sheet).toBeVisible()
    await page.keyboard.press('Escape')
    return why
  }
  const compare = 'Compare with the published run'
  expect(await reason('split-vote', compare)).toBe('nothing has been changed')
  expect(await reason('split-vote', 'Reset to the published run')).toBe('nothing has been changed')
  expect(await reason('figure-eight', compare)).toBe('two runs stand side by side already')
})

test('whoever asks why is taken to the event, also from another page of the lanes', async ({
  page,
}) => {
  await page.goto('/membership')
  const parts = figureOn(page, 'heartbeats')
  await focusOn(parts)
  await page.keyboard.press('End')
  const end = await momentOf(parts)
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('What it comes from')
  const title = (await parts.sheet.getAttribute('aria-label'))!
  await expect(parts.status.locator('b')).toHaveText(title.replace('At ', ''))
  expect(await momentOf(parts)).toBeLessThan(end)
  await expect(parts.veils).not.toHaveCount(0)
  const told = await momentOf(parts)
  await parts.sheet.locator('h3:has-text("What came before") ~ button').last().click()
  await expect.poll(() => momentOf(parts)).toBeLessThan(told)
  await expect(parts.veils).not.toHaveCount(0)
})

test('a node is looked into, and says why it is so', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await parts.node(3).click()
  await parts.sheet.getByRole('button', { name: 'Look inside n3' }).click()
  await expect(parts.sheet.getByRole('rowheader', { name: 'voted for' })).toBeVisible()
  await parts.sheet.getByRole('button', { name: /^Why is it so/ }).click()
  await expect(parts.sheet).toContainText('What came before, and led to it')
  const before = await momentOf(parts)
  await parts.sheet.locator('button', { hasText: 'stands for term 1' }).first().click()
  await expect.poll(() => momentOf(parts)).toBeLessThan(before)
})

test('an edited run is held against the published one, in step', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.button('Everyone waits alike'))
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Compare with the published run' }).click()
  // First, since the run plays on and says what happens next.
  await expect(parts.status).toContainText(/part at/)
  await expect(parts.picture).toContainText('as you changed it')
  await expect(parts.picture).toContainText('as published')
  // What differs is a shape in both pictures, and the legend and the track say which.
  await expect(parts.figure).toContainText('differs from the other run')
  await page.keyboard.press('Escape')
  await parts.line.focus()
  await page.keyboard.press('End')
  await expect(parts.badges).not.toHaveCount(0)
  await parts.button('Undo').click()
  await expect(parts.picture).not.toContainText('as published')
})

test('a thousand runs are made beside the page, and one of them opened', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await wake(page, parts)
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Many runs' }).click()
  await expect(parts.sheet).toContainText('1000 runs', { timeout: 40_000 })
  await parts.sheet.getByRole('combobox').selectOption('term')
  await expect(parts.sheet).toContainText('1000 runs', { timeout: 40_000 })
  await parts.sheet.locator('button[aria-disabled=false]').first().click()
  await expect(parts.status).toContainText(/^.*Seed \d+, one of \d+ runs in which term is 1/)
  await expect(parts.figure).toContainText(/5 nodes, seed \d/)
})

test('what led to an event is lit until the reader moves on', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('What it comes from')
  await expect(parts.sheet).toContainText('before it on n3')
  await expect(parts.sheet).toContainText('sent it')
  await expect(parts.veils).toHaveCount(2)
  await expect(parts.figure).toContainText('pale: did not lead to it')
  await page.keyboard.press('Escape')
  await expect(parts.veils).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expect(parts.veils).toHaveCount(0)
  await expect(parts.figure).not.toContainText('pale: did not lead to it')
})

test('two events are compared: one led to the other, or neither knew of it', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await focusOn(parts)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('n4 stands for term 1')
  await parts.sheet.getByRole('button', { name: 'Compare it with another event' }).click()
  await parts.line.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('they are concurrent')
  await page.keyboard.press('Escape')
  await parts.line.focus()
  while (!/votes for n4/.test((await parts.status.textContent())!))
    await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('It happened before this')
  await parts.sheet.getByRole('button', { name: 'Stop comparing' }).click()
  await parts.line.focus()
  await page.keyboard.press('w')
  await expect(parts.sheet).toContainText('Compare it with another event')
  await expect(parts.sheet).not.toContainText('Compared with')
})

test('in the second picture a node is what it is there, also one that the first lacks', async ({
  page,
}) => {
  const faults = faultsOf(page)
  await page.goto('/gossip')
  const seats = figureOn(page, 'counting-seats')
  await wake(page, seats)
  const kept = seats.figure.locator('.framed').nth(1).locator('[data-node="1"]')
  await kept.click()
  const title = seats.sheet.locator('b').first()
  await expect(title).toHaveText(/^n1, sold 4, seats \d{1,2}(?!\d)/)
  await page.keyboard.press('Escape')
  await expect(kept).toHaveAttribute('aria-label', /^n1, sold 4, seats \d{1,2}(?!\d)/)
  await page.goto(post)
  const traitor = figureOn(page, 'traitor')
  await wake(page, traitor)
  await traitor.figure.locator('.framed').nth(1).locator('[data-node="4"]').click()
  await expect(traitor.sheet).toContainText('n4 is in this picture alone')
  await traitor.sheet.getByRole('button', { name: 'Look inside n4' }).click()
  await expect(traitor.sheet).toContainText('Fields of n4')
  await page.keyboard.press('Escape')
  expect(faults).toEqual([])
})

test('a link in the words takes edits away, and Undo brings them back', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.button('Everyone waits alike'))
  await expect(parts.button('Undo')).toHaveAttribute('aria-disabled', 'false')
  await page.getByRole('link', { name: 'leads by 410 ms' }).click()
  await expect(parts.button('Everyone waits alike')).toHaveAttribute('aria-pressed', 'false')
  await parts.button('Undo').click()
  await expect(parts.button('Everyone waits alike')).toHaveAttribute('aria-pressed', 'true')
})

test('a comparison that was undone does not come back with the next edit', async ({ page }) => {
  await page.goto(post)
  const parts = figureOn(page)
  await pressFirst(parts, parts.button('Everyone waits alike'))
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Compare with the published run' }).click()
  await expect(parts.picture).toContainText('as published')
  await parts.button('Undo').click()
  await expect(parts.picture).not.toContainText('as published')
  await parts.button('Everyone waits alike').click()
  await expect(parts.status).not.toContainText('Undone.')
  await expect(parts.picture).not.toContainText('as published')
})

for (const width of [320, 1440])
  for (const id of ['split-vote', 'log-repair', 'traitor'])
    test(`a figure keeps its height at ${width} px, changed, asked or compared: ${id}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(post)
      const parts = figureOn(page, id)
      await focusOn(parts)
      const before = await heightOf(parts.figure)
      const stays = async (what: string) =>
        expect.soft(await heightOf(parts.figure), what).toBeCloseTo(before, 1)
      for (const lever of await parts.figure.locator('[data-lever]').all()) {
        await lever.click()
        await expect(lever).toHaveAttribute('aria-pressed', 'true')
        await expect(parts.figure.locator('.roomed')).toHaveCount(1)
        await stays((await lever.textContent())!)
      }
      await parts.line.focus()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('w')
      await expect(parts.figure).toContainText('asked about')
      await stays('asked')
      await page.keyboard.press('Escape')
      await parts.button(/^More$/).click()
      const compare = parts.sheet.getByRole('button', { name: 'Compare with the published run' })
      if ((await compare.count()) === 0) return
      if ((await compare.getAttribute('aria-disabled')) === 'true') return
      await compare.click()
      await expect(parts.figure).toContainText('here the runs part')
      await stays('compared')
      await page.keyboard.press('Escape')
      await stays('compared, and gone on')
    })

test('a node of a crowd is chosen by its name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/gossip')
  const parts = figureOn(page, 'rumour')
  await focusOn(parts)
  await parts.button(/^More$/).click()
  await parts.sheet.getByRole('button', { name: 'Choose a node …' }).click()
  await parts.sheet.getByRole('combobox', { name: 'Node' }).selectOption('n42')
  await parts.sheet.getByRole('button', { name: 'Crash n42', exact: true }).click()
  await expect(parts.status).toContainText('n42 crashes at')
})
