// Figures without time, studies and surveys: dials, levers and drags, by mouse, finger and key, on
// a narrow page and a wide one.

import { expect, type Locator, type Page, test } from '@playwright/test'
import {
  faultsOf,
  figureOn,
  focusOn,
  heightOf,
  middleOf,
  type Parts,
  pressFirst,
  swipe,
  wake,
} from './figure'
import { addressOf, articles, textOf } from './site'

const chart = { post: '/demystifying-distributed-systems', id: 'fan-out' }
const heart = { post: '/playing-with-shapes', id: 'heart' }
const history = { post: '/how-to-be-consistent', id: 'history' }

/** The sentence of what is shown. */
const saysOf = ({ figure }: Parts) => figure.locator('[role=toolbar] + p')
const undoOf = ({ button }: Parts) => button('Undo')

/** The figure, asleep. */
async function open(page: Page, { post, id }: { post: string; id: string }): Promise<Parts> {
  await page.goto(post)
  const parts = figureOn(page, id)
  await parts.figure.scrollIntoViewIfNeeded()
  return parts
}

const dialOf = ({ figure }: Parts, name: string) => figure.locator(`[data-dial="${name}"]`)

/** A place of a dial, by its share, pressed by whatever hand there is. */
const pressAt = async (press: Press, dial: Locator, share: number) => {
  const { width, height } = (await dial.boundingBox())!
  await press(dial, { x: width * share, y: height / 2 })
}

/** Where a bar stands; that it is marked is another matter. */
const placeOf = (bar: Locator) => bar.locator('path').first().getAttribute('d')

type Press = (it: Locator, position?: { x: number; y: number }) => Promise<void>
const hands = [
  { hand: 'mouse', options: { viewport: { width: 1440, height: 900 } } },
  { hand: 'mouse', options: { viewport: { width: 320, height: 640 } } },
  { hand: 'finger', options: { viewport: { width: 320, height: 640 }, hasTouch: true } },
  { hand: 'finger', options: { viewport: { width: 1440, height: 900 }, hasTouch: true } },
] as const

for (const { hand, options } of hands)
  test.describe(`by ${hand} on ${options.viewport.width} px`, () => {
    test.use(options)
    const press: Press = (it, position) => {
      const how = position ? { position } : {}
      return hand === 'mouse' ? it.click(how) : it.tap(how)
    }

    test('a lever turns the options that it names, and Undo turns them back', async ({ page }) => {
      const parts = await open(page, chart)
      const before = await saysOf(parts).textContent()
      const lever = parts.button('Ask ten servers')
      await (hand === 'mouse' ? pressFirst(parts, lever) : lever.tap())
      await expect(lever).toHaveAttribute('aria-pressed', 'true')
      await expect(saysOf(parts)).toContainText('10 servers')
      await press(undoOf(parts))
      await expect(lever).toHaveAttribute('aria-pressed', 'false')
      await expect(saysOf(parts)).toHaveText(before!)
    })

    test('a dial is turned, and the picture and its sentence follow', async ({ page }) => {
      const parts = await open(page, chart)
      await dialOf(parts, 'servers').focus()
      await parts.figure.locator('[data-awake]').waitFor()
      const before = await saysOf(parts).textContent()
      await pressAt(press, dialOf(parts, 'servers'), 0.2)
      await expect(saysOf(parts)).not.toHaveText(before!)
      await expect(undoOf(parts)).toHaveAttribute('aria-disabled', 'false')
      await press(undoOf(parts))
      await expect(saysOf(parts)).toHaveText(before!)
    })

    test('More starts over', async ({ page }) => {
      const parts = await open(page, chart)
      await dialOf(parts, 'servers').focus()
      await parts.figure.locator('[data-awake]').waitFor()
      await press(parts.button('Ask ten servers'))
      await press(parts.button('More'))
      await press(parts.sheet.getByRole('button', { name: 'Reset to the published figure' }))
      await expect(saysOf(parts)).toContainText('This is the published figure.')
      await expect(parts.button('Ask ten servers')).toHaveAttribute('aria-pressed', 'false')
    })
  })

for (const width of [320, 1440])
  test.describe(`by keys on ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('dials and levers are walked to along the toolbar, and turned', async ({ page }) => {
      const parts = await open(page, chart)
      await parts.button('Ask ten servers').focus()
      await parts.figure.locator('[data-awake]').waitFor()
      await page.keyboard.press('Enter')
      await expect(saysOf(parts)).toContainText('10 servers')
      const dial = dialOf(parts, 'servers')
      const isThere = () => dial.evaluate((it) => it === document.activeElement)
      for (let i = 0; i < 9 && !(await isThere()); i++) await page.keyboard.press('ArrowRight')
      expect(await isThere()).toBe(true)
      await page.keyboard.press('ArrowUp')
      await expect(saysOf(parts)).not.toContainText(/ask 10 servers/)
      await page.keyboard.press('z')
      await expect(saysOf(parts)).toContainText('10 servers')
      await page.keyboard.press('z')
      await expect(undoOf(parts)).toHaveAttribute('aria-disabled', 'true')
      await page.keyboard.press('Escape')
      await expect(parts.picture).toBeFocused()
    })

    test('an operation of a history is marked, moved and removed', async ({ page }) => {
      const parts = await open(page, history)
      await focusOn(parts, parts.picture)
      const bars = parts.picture.locator('svg:visible [data-bar]')
      const before = await bars.count()
      await page.keyboard.press('ArrowDown')
      await expect(parts.button('Remove')).toBeVisible()
      const drawn = await placeOf(bars.first())
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
      await expect.poll(() => placeOf(bars.first())).not.toBe(drawn)
      await page.keyboard.press('Delete')
      await expect(bars).toHaveCount(before - 1)
      await page.keyboard.press('z')
      await expect(bars).toHaveCount(before)
    })
  })

test.describe('a bar of a history', () => {
  test('is dragged with the mouse, and one drag is one step back', async ({ page }) => {
    const parts = await open(page, history)
    await wake(page, parts)
    const bar = parts.picture.locator('svg:visible [data-bar]').first()
    await bar.scrollIntoViewIfNeeded()
    const drawn = await placeOf(bar)
    const { x, y, width, height } = (await bar.locator('path').first().boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    // The hands come while the pointer does; a mouse of a test is faster than any.
    await page.waitForLoadState('networkidle')
    await page.mouse.down()
    await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 5 })
    await page.mouse.move(x + width / 2 + 80, y + height / 2, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => placeOf(bar)).not.toBe(drawn)
    await undoOf(parts).click()
    await expect.poll(() => placeOf(bar)).toBe(drawn)
    await expect(undoOf(parts)).toHaveAttribute('aria-disabled', 'true')
  })

  test('is dragged with a finger, and the page stays where it is', async ({ browser }) => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 320, height: 640 },
    })
    const page = await context.newPage()
    const parts = await open(page, history)
    await parts.picture.tap()
    await parts.figure.locator('[data-awake]').waitFor()
    const bar = parts.picture.locator('svg:visible [data-bar]').first()
    await bar.scrollIntoViewIfNeeded()
    const drawn = await placeOf(bar)
    const top = await page.evaluate(() => scrollY)
    await swipe(page, await middleOf(bar.locator('path').first()), [0, 60])
    await expect.poll(() => placeOf(bar)).not.toBe(drawn)
    expect(await page.evaluate(() => scrollY)).toBe(top)
    await context.close()
  })
})

for (const width of [320, 768, 1440])
  test(`what a study finds has the same room on ${width} px, whatever it is`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const id of ['history', 'write-skew']) {
      const parts = await open(page, { ...history, id })
      const before = await heightOf(parts.figure)
      const says = await saysOf(parts).textContent()
      for (const lever of await parts.figure.locator('[data-lever]').all()) {
        await pressFirst(parts, lever)
        await expect(lever).toHaveAttribute('aria-pressed', 'true')
        await expect(saysOf(parts)).not.toHaveText(says!)
        expect(await heightOf(parts.figure)).toBe(before)
        await lever.click()
        await expect(lever).toHaveAttribute('aria-pressed', 'false')
        await expect(saysOf(parts)).toHaveText(says!)
      }
    }
  })

/** Dials whose numbers are of several lengths. */
const dialled = [
  { ...chart, dials: ['servers', 'slow'] },
  { post: '/gossip', id: 'residue', dials: ['nodes'] },
  { post: '/how-to-be-consistent', id: 'how-stale', dials: ['pairs', 'lag'] },
  { post: '/membership', id: 'new-member', dials: ['servers', 'keys'] },
]

for (const width of [320, 768])
  test(`on ${width} px no lever and no dial moves while a dial is turned`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const { dials, ...at } of dialled) {
      const parts = await open(page, at)
      const places = () =>
        parts.figure.evaluate((figure) => {
          const { x, y } = figure.getBoundingClientRect()
          return [...figure.querySelectorAll('.tools button, .dials > *, .dials input')].map(
            (it) => {
              const box = it.getBoundingClientRect()
              return [box.x - x, box.y - y, box.width, box.height]
            },
          )
        })
      await focusOn(parts, dialOf(parts, dials[0]!))
      const before = await places()
      for (const name of dials)
        for (const to of ['1', 'max', '2', 'min']) {
          const dial = dialOf(parts, name)
          const said = await dial.getAttribute('aria-valuetext')
          await dial.fill((await dial.getAttribute(to)) ?? to)
          await expect(dial).not.toHaveAttribute('aria-valuetext', said!)
          expect(await places(), `${at.id}, ${name}: ${to}`).toEqual(before)
        }
    }
  })

test('a choice among ways draws another picture', async ({ page }) => {
  const faults = faultsOf(page)
  const parts = await open(page, heart)
  await wake(page, parts)
  const drawn = await parts.picture.locator('svg:visible').innerHTML()
  await dialOf(parts, 'way').selectOption('segments')
  await expect(saysOf(parts)).toContainText('four curves')
  expect(await parts.picture.locator('svg:visible').innerHTML()).not.toBe(drawn)
  expect(faults).toEqual([])
})

test('a link to a study that was turned shows what was shared', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const parts = await open(page, chart)
  await pressFirst(parts, parts.button('Ask ten servers'))
  await expect(saysOf(parts)).toContainText('10 servers')
  await parts.button('More').click()
  await parts.sheet.getByRole('button', { name: 'Copy link' }).click()
  await expect(saysOf(parts)).toContainText('The link is copied.')
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()))
  await expect(parts.button('Ask ten servers')).toHaveAttribute('aria-pressed', 'true')
  await expect(parts.figure.locator('[role=status]')).not.toHaveText('')
  await context.close()
})

/** The first survey of the site, by its page and its place among the live parts there. */
const survey = articles.flatMap((file) => {
  const [, id] =
    /<figure id="([^"]+)"(?:(?!<figure)[\s\S])*?data-island="survey"/.exec(textOf(file)) ?? []
  return id ? [{ post: addressOf(file), id }] : []
})[0]

for (const { hand, options } of hands)
  test.describe(`a survey by ${hand} on ${options.viewport.width} px`, () => {
    test.use(options)

    test('opens one of its runs, which can be played', async ({ page }) => {
      expect(survey, 'an article with a survey').toBeDefined()
      const parts = await open(page, survey!)
      const choice = parts.figure.getByRole('combobox', { name: 'Open a run' })
      await focusOn(parts, choice)
      await choice.selectOption({ index: 1 })
      const link = parts.figure.getByRole('link', { name: 'Play this run' })
      await (hand === 'mouse' ? link.click() : link.tap())
      await expect(page).toHaveURL(/\/stage\?s=/)
      await expect(page.locator('figure [data-awake]')).toBeVisible()
    })
  })
