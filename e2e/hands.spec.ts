// Every control of the list by mouse on a wide page, and by finger on a narrow one.

import { expect, type Locator, test } from '@playwright/test'
import { type ControlName, controls } from '@/components/figure/controls'
import { figureOn, focusOn, type Parts, page as where } from './figure'
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
