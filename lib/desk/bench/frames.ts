// How smoothly a figure of sixty nodes plays and is scrubbed where the processor is four times
// slower: frames, and tasks that were too long.

import type { AddressInfo } from 'node:net'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { here } from '../browser'
import { serve } from '../serve'
import { local } from '../start'
import type { Row } from './row'

const slower = 4
/** The figure of sixty nodes, and how long it is watched. */
const figure = { post: '/gossip', id: 'rumour' }
const watched = 4000

type Seen = { readonly frames: number; readonly longest: number; readonly tasks: number }

/** Run in the page, as text: what is compiled here would ask for helpers that are not there. */
const counting = `new Promise((done) => {
  let tasks = 0
  new PerformanceObserver((list) => {
    tasks += list.getEntries().length
  }).observe({ type: 'longtask' })
  const began = performance.now()
  let [last, longest, frames] = [began, 0, 0]
  const count = (now) => {
    longest = Math.max(longest, now - last)
    last = now
    frames++
    if (now - began < ${watched}) return requestAnimationFrame(count)
    done({ frames: frames / ((now - began) / 1000), longest, tasks })
  }
  requestAnimationFrame(count)
})`

/** Counts frames and long tasks in the page while `act` goes on beside it. */
async function watch(page: Page, act: () => Promise<void>): Promise<Seen> {
  const seen = page.evaluate(counting) as Promise<Seen>
  await act()
  return seen
}

const words = ({ frames, longest, tasks }: Seen) =>
  `${frames.toFixed(0)} frames/s, longest ${longest.toFixed(0)} ms, ${tasks} long tasks`

/** Drags the line of time to and fro for as long as it is watched. */
async function scrub(page: Page): Promise<void> {
  const line = page.locator(`figure#${figure.id} input[type=range]`).first()
  const { x, y, width, height } = (await line.boundingBox())!
  const until = Date.now() + watched
  await page.mouse.move(x + width / 4, y + height / 2)
  await page.mouse.down()
  for (let i = 0; Date.now() < until; i++) {
    const share = 0.25 + 0.5 * Math.abs(((i / 60) % 2) - 1)
    await page.mouse.move(x + width * share, y + height / 2)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
}

async function measureIn(page: Page, cpu: CDPSession): Promise<Row[]> {
  const whole = page.locator(`figure#${figure.id}`)
  await whole.scrollIntoViewIfNeeded()
  await whole.locator('input[type=range]').first().focus()
  await whole.locator('[data-awake]').waitFor()
  await page.keyboard.press('Home')
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const rest = await watch(page, async () => {})
  const played = await watch(page, () => whole.getByRole('button', { name: 'Play' }).click())
  await page.keyboard.press('End')
  const scrubbed = await watch(page, () => scrub(page))
  const row = (what: string, seen: Seen): Row => ({
    what: `60 nodes ${what}, processor ${slower}× slower`,
    here: words(seen),
    baseline: `${words(rest)} at rest`,
    budget: '60 frames/s',
  })
  return [row('playing', played), row('scrubbed', scrubbed)]
}

/** Needs a Chromium; without one it says so, and measures nothing. */
export async function benchFrames(): Promise<Row[]> {
  const executablePath = here()
  if (!executablePath) {
    console.log('No Chromium here: the frames of figures are not measured (set CHROMIUM_PATH).')
    return []
  }
  const server = await serve(await local('http://localhost:3000'), 0)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const { port } = server.address() as AddressInfo
    await page.goto(`http://localhost:${port}${figure.post}`)
    return await measureIn(page, await page.context().newCDPSession(page))
  } finally {
    await browser.close()
    server.close()
  }
}
