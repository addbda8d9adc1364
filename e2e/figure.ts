// What the tests of figures have in common: a figure of the built site, and how it is read.

import type { Locator, Page } from '@playwright/test'

export const page = { post: '/reaching-consensus', figure: 'split-vote' }

/** A figure by its id, and the parts a reader would name. */
export const figureOn = (on: Page, id = page.figure) => {
  const figure = on.locator(`figure#${id}`)
  const button = (name: string | RegExp) => figure.getByRole('button', { name })
  return {
    figure,
    button,
    play: button('Play'),
    pause: button('Pause'),
    line: figure.getByRole('slider', { name: 'Time' }),
    picture: figure.locator('[data-picture]'),
    node: (number: number) => figure.locator(`[data-node="${number}"]:visible`).first(),
    sheet: on.locator('dialog[open]'),
    status: figure.locator('p:has(> span > b) > span:not([aria-hidden])'),
    spoken: figure.getByRole('status'),
    /** What pales the rest of a picture, and what marks a node that differs from another run. */
    veils: figure.locator('[data-picture] mask'),
    badges: figure.locator('[data-differs]'),
    island: figure.locator('[data-island]'),
  }
}
export type Parts = ReturnType<typeof figureOn>

/** The moment that a figure shows, in ms. */
export const momentOf = async ({ line }: Parts) => Number(await line.inputValue())

/** Wakes a figure as a reader with a mouse would: by moving over it. */
export async function wake(on: Page, parts: Parts): Promise<void> {
  await parts.figure.scrollIntoViewIfNeeded()
  const box = (await parts.picture.boundingBox())!
  // Its middle is in sight even where the figure is taller than the window.
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await on.mouse.move(x, y)
  await on.mouse.move(x + 20, y + 20)
  await parts.figure.locator('[data-awake]').waitFor()
}

/** Wakes a figure as the keyboard does: by focus on one of its stops, the line of time. */
export async function focusOn(parts: Parts, stop: Locator = parts.line): Promise<void> {
  await stop.focus()
  await parts.figure.locator('[data-awake]').waitFor()
}

/** Presses what wakes a figure, and waits until it is awake; presses meanwhile are not kept. */
export async function pressFirst(parts: Parts, button: Locator): Promise<void> {
  await button.click()
  await parts.figure.locator('[data-awake]').waitFor()
}

/** How far to the right and down. */
type Way = readonly [right: number, down: number]

/** A finger goes down at a place, along a way, and up again; or the browser takes it away. */
export async function swipe(
  on: Page,
  { x, y }: { x: number; y: number },
  [right, down]: Way,
  end: 'touchEnd' | 'touchCancel' = 'touchEnd',
): Promise<void> {
  const touch = await on.context().newCDPSession(on)
  const steps = 8
  const send = (type: 'touchStart' | 'touchMove', part: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: x + (right * part) / steps, y: y + (down * part) / steps }],
    })
  await send('touchStart', 0)
  for (let part = 1; part <= steps; part++) await send('touchMove', part)
  await touch.send('Input.dispatchTouchEvent', { type: end, touchPoints: [] })
}

/** The middle of what is seen of something. */
export const middleOf = async (it: Locator) => {
  const { x, y, width, height } = (await it.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

/** Errors of the console and of the policy, as they come. */
export function faultsOf(on: Page): string[] {
  const faults: string[] = []
  on.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  on.on('pageerror', (error) => faults.push(error.message))
  return faults
}

export const heightOf = async (it: Locator) => (await it.boundingBox())!.height
