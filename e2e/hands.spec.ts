// Every control of the list by mouse on a wide page, and by finger on a narrow one.

import { expect, type Locator, type Page, test } from '@playwright/test'
import { type ControlName, controls } from '@/components/figure/controls'
import {
  figureOn,
  focusOn,
  heightOf,
  middleOf,
  type Parts,
  pressFirst,
  swipe,
  page as where,
} from './figure'
import { proofs } from './proofs'

/** A click, or a tap. */
type Press = (it: Locator, position?: { x: number; y: number }) => Promise<void>
type Way = (parts: Parts, press: Press) => Promise<void>

const button =
  (name: string): Way =>
  (parts, press) =>
    press(parts.button(name))
/** A line of the sheet behind More. */
const line =
  (name: string): Way =>
  async (parts, press) => {
    await press(parts.button('More'))
    await press(parts.sheet.getByRole('button', { name, exact: true }))
  }
/** A place of the timeline, by its share. */
const place =
  (share: number): Way =>
  async ({ line: slider }, press) => {
    const { width, height } = (await slider.boundingBox())!
    await press(slider, { x: Math.max(1, Math.min(width - 1, share * width)), y: height / 2 })
  }
const pace =
  (by: number): Way =>
  async ({ figure }) => {
    const speed = figure.getByRole('combobox', { name: 'Speed' })
    await speed.selectOption(`${Number(await speed.inputValue()) + by}`)
  }

/** How each is reached without keys. A node is pressed itself, so one need not walk to it. */
const ways: { readonly [N in ControlName]?: Way } = {
  play: button('Play'),
  back: button(controls.back.says),
  forward: button(controls.forward.says),
  tellBack: line(controls.tellBack.says),
  tellOn: line(controls.tellOn.says),
  start: place(0),
  end: place(1),
  slower: pace(-1),
  faster: pace(1),
  undo: button('Undo'),
  more: button('More'),
  why: line(controls.why.says),
  script: line(controls.script.says),
  keys: line(controls.keys.says),
}

const hands = [
  { hand: 'mouse', options: { viewport: { width: 1440, height: 900 } } },
  { hand: 'finger', options: { viewport: { width: 320, height: 640 }, hasTouch: true } },
] as const

/** As it comes, and as it is least like that. */
const looks = [
  { look: '', how: {} },
  {
    look: ' in dark, forced colours and without motion',
    how: {
      colorScheme: 'dark',
      contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' },
    },
  },
] as const
const shown = hands.flatMap((one) => looks.map((look) => ({ ...one, ...look })))

for (const { hand, options, look, how } of shown)
  test.describe(`by ${hand}${look}`, () => {
    test.use({ ...options, ...how })
    const press: Press = (it, position) => {
      const how = position ? { position } : {}
      return hand === 'mouse' ? it.click(how) : it.tap(how)
    }
    for (const name of Object.keys(ways) as ControlName[])
      test(`${controls[name].says} (${name})`, async ({ page }) => {
        await page.goto(where.post)
        const parts = figureOn(page)
        await parts.figure.scrollIntoViewIfNeeded()
        await focusOn(parts, parts.picture)
        await proofs[name](parts, () => ways[name]!(parts, press))
      })

    test('a node opens its menu, and the menu closes', async ({ page }) => {
      await page.goto(where.post)
      const parts = figureOn(page)
      await press(parts.node(2))
      await expect(parts.sheet).toContainText('Crash n2')
      await press(parts.sheet.getByRole('button', { name: 'Close' }))
      await expect(parts.sheet).toHaveCount(0)
    })
  })

for (const { hand, options } of hands)
  test(`a broken promise is gone to and said in full, by ${hand}`, async ({ browser }) => {
    const context = await browser.newContext({ ...options, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto(where.post)
    const parts = figureOn(page, 'figure-eight')
    await focusOn(parts)
    for (const promise of await parts.figure.locator('[data-go]:visible').all()) {
      await page.keyboard.press('Home')
      const says = (await promise.textContent())!
      expect(says).toMatch(/^Broken at \d+ ms: .+: .+/)
      expect(await promise.getAttribute('title')).toBe(says)
      await (hand === 'mouse' ? promise.click() : promise.tap())
      await expect(parts.status).toContainText(says)
      await expect(parts.spoken).toContainText(says)
      await parts.line.focus()
    }
    await context.close()
  })

/** A figure with a fault that lasts, awake. */
async function withFault(page: Page) {
  await page.goto(where.post)
  const parts = figureOn(page, 'majority')
  await focusOn(parts)
  const bar = parts.figure.locator('[data-line] > rect').first()
  await bar.scrollIntoViewIfNeeded()
  return { parts, bar, from: await bar.getAttribute('x') }
}

/** Once the page rests: a touch that stops what a swipe has set moving is no tap. */
async function undoByFinger(page: Page, { button }: Parts) {
  await button('Undo').scrollIntoViewIfNeeded()
  await page.waitForTimeout(400)
  await button('Undo').tap()
}

for (const width of [320, 390])
  test.describe(`a fault on the line, by finger on ${width} px`, () => {
    test.use({ viewport: { width, height: 640 }, hasTouch: true })

    test('is dragged, and the page stays where it is', async ({ page }) => {
      const { parts, bar, from } = await withFault(page)
      const top = await page.evaluate(() => scrollY)
      await swipe(page, await middleOf(bar), [50, 12])
      await expect(parts.status).toContainText('n5 crashes at')
      expect(await bar.getAttribute('x')).not.toBe(from)
      expect(await page.evaluate(() => scrollY)).toBe(top)
      await undoByFinger(page, parts)
      await expect(bar).toHaveAttribute('x', from!)
      await expect(parts.button('Undo')).toHaveAttribute('aria-disabled', 'true')
    })

    test('is where it was when the finger is taken away', async ({ page }) => {
      const { parts, bar, from } = await withFault(page)
      await swipe(page, await middleOf(bar), [50, 0])
      await expect(parts.status).toContainText('n5 crashes at')
      const moved = await bar.getAttribute('x')
      expect(moved).not.toBe(from)
      // What follows a drag has been fetched with the first.
      await swipe(page, await middleOf(bar), [-30, 0], 'touchCancel')
      await expect(bar).toHaveAttribute('x', moved!)
      await undoByFinger(page, parts)
      await expect(bar).toHaveAttribute('x', from!)
      await expect(parts.button('Undo')).toHaveAttribute('aria-disabled', 'true')
    })

    test('lets the page scroll beside it', async ({ page }) => {
      const { parts } = await withFault(page)
      const top = await page.evaluate(() => scrollY)
      const { x, y } = await middleOf(parts.line)
      await swipe(page, { x, y: y - 12 }, [0, -160])
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 50)
    })
  })

for (const width of [320, 390, 768, 1440])
  test(`a number that gets shorter moves nothing on ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/demystifying-distributed-systems')
    const parts = figureOn(page, 'setting-clocks')
    const before = await heightOf(parts.figure)
    const lever = parts.button('Ask every minute')
    await pressFirst(parts, lever)
    await expect(lever).toHaveAttribute('aria-pressed', 'true')
    await expect(parts.figure.locator('[data-dial] + span').getByText('60,000')).toBeVisible()
    expect(await heightOf(parts.figure)).toBe(before)
  })

/** Whose picture shows no node, or not all: the last node, and what it is called. */
const unseen = [
  { post: '/eventful-endeavors', figure: 'flood', shown: 0 },
  { post: '/life-of-nodes', figure: 'retry-storm', shown: 0 },
  { post: '/how-to-be-consistent', figure: 'stale-read', shown: 2 },
] as const

for (const { hand, options } of hands)
  test.describe(`where a picture shows few nodes or none, by ${hand}`, () => {
    test.use(options)
    const press = (it: Locator) => (hand === 'mouse' ? it.click() : it.tap())
    for (const { post, figure, shown } of unseen)
      test(`every node of ${figure} is chosen from a list`, async ({ page }) => {
        await page.goto(post)
        const parts = figureOn(page, figure)
        await focusOn(parts)
        await press(parts.button('More'))
        await press(parts.sheet.getByRole('button', { name: 'Choose a node …' }))
        await expect(parts.sheet).toHaveAttribute('aria-label', 'Choose a node')
        const nodes = parts.sheet.getByRole('button').filter({ hasText: /./ })
        expect(await nodes.count()).toBeGreaterThan(shown)
        const last = await nodes.last().textContent()
        await press(nodes.last())
        const menu = parts.sheet.getByRole('button', { name: `Look inside ${last}` })
        await expect(menu).toBeVisible()
        await press(parts.sheet.getByRole('button', { name: 'Close' }))
        await expect(parts.sheet).toHaveCount(0)
      })
  })

test('the sheet of keys names no key to walk from node to node where no picture shows one', async ({
  page,
}) => {
  for (const { post, figure, shown } of unseen) {
    await page.goto(post)
    const parts = figureOn(page, figure)
    await focusOn(parts)
    await page.keyboard.press('?')
    await expect(parts.sheet).toContainText(controls.play.says)
    const named = parts.sheet.getByText(controls.nodeOn.says, { exact: true })
    await expect(named).toHaveCount(shown > 0 ? 1 : 0)
  }
})

test.describe('a phone that shows one of two runs', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('tells what happens in that one', async ({ page }) => {
    await page.goto('/life-of-nodes')
    const parts = figureOn(page, 'lost-reply')
    await focusOn(parts)
    await expect(parts.status).toContainText('five seats are sold')
    await parts.button('With a key in each request').click()
    await expect(parts.status).not.toContainText('five seats are sold')
    await parts.line.focus()
    await page.keyboard.press('End')
    await expect(parts.status).toContainText('Cleo has 12C')
    await parts.button('A request is a request').click()
    await expect(parts.status).toContainText('Cleo has 12E')
  })

  test('has the published one behind the switch', async ({ page }) => {
    await page.goto('/membership')
    const parts = figureOn(page, 'heartbeats')
    await pressFirst(parts, parts.button('Be patient: 600 ms'))
    await expect(parts.button('Undo')).toHaveAttribute('aria-disabled', 'false')
    const ask = async (name: string) => {
      await parts.button(/^More$/).click()
      await parts.sheet.getByRole('button', { name }).click()
    }
    await ask('Compare with the published run')
    const [yours, before] = ['yours', 'before'].map((name) =>
      parts.picture.getByRole('button', { name, exact: true }),
    )
    await expect(yours!).toHaveAttribute('aria-pressed', 'true')
    await before!.click()
    await expect(before!).toHaveAttribute('aria-pressed', 'true')
    await expect(yours!).toHaveAttribute('aria-pressed', 'false')
    await ask('Show this run alone')
    await expect(parts.picture.locator('svg:visible')).toHaveCount(1)
  })
})
