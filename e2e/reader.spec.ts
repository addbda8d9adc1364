// Reader views, which know no stylesheet and no script, as Mozilla's makes one of a page.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { addressOf, articles } from './site'

const library = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js')
const reading = `${readFileSync(library, 'utf8')}
  new Readability(document.cloneNode(true)).parse()`

type Read = { readonly title: string; readonly content: string; readonly textContent: string }

for (const file of articles)
  test(`${file} is its text and the printed pictures`, async ({ page, request }) => {
    const asked: string[] = []
    page.on('request', (one) => asked.push(new URL(one.url()).pathname))
    await page.goto(addressOf(file))
    const figures = await page.locator('figure[id]:has([data-island])').count()
    const drawn = page.locator('main img[src^="/pictures/"]')
    const pictures = await drawn.evaluateAll((all: HTMLImageElement[]) =>
      all.map(({ src }) => new URL(src).pathname),
    )
    expect(pictures).toHaveLength(figures)
    for (const picture of pictures) expect((await request.get(picture)).status()).toBe(200)

    const { content, textContent } = (await page.evaluate(reading)) as Read
    expect(content.match(/<img /g)).toHaveLength(figures)
    expect(content).not.toMatch(/<(svg|button|select|input)|role="tooltip"/)
    expect(textContent).not.toMatch(/Skip figure|Tap a n/)
    const last = await page.locator('#sources ~ ul > li, #sources ~ ol > li').last().textContent()
    expect(textContent).toContain(last ?? '')
    // Nobody else pays for them.
    expect(asked.filter((path) => pictures.includes(path))).toEqual([])
  })
