// What a page may do: its own policy, its own origin, nothing inline, and nothing left of Next.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { expect, test } from '@playwright/test'
import { addressOf, files, livePages, pages, readThrough, textOf, watch } from './site'

for (const file of pages)
  test(`${addressOf(file)} keeps its policy, asks only its own origin and has no error`, async ({
    page,
  }) => {
    const wrong = await watch(page)
    await page.goto(file === '404.html' ? '/nothing-here' : addressOf(file))
    await readThrough(page)
    await page.waitForTimeout(200)
    // A page that is missing says so, and Chromium logs that.
    const odd = wrong.filter((it) => file !== '404.html' || !/status of 404/.test(it))
    expect(odd).toEqual([])
  })

for (const file of livePages)
  test(`${addressOf(file)} keeps its policy while its figures are awake and play`, async ({
    page,
  }) => {
    const wrong = await watch(page)
    await page.goto(addressOf(file))
    for (const place of await page.locator('[data-island]').all()) {
      await place.scrollIntoViewIfNeeded()
      await place.locator('button, [tabindex], input').first().focus()
      await expect(place).toHaveAttribute('data-awake', 'yes')
      const play = place.getByRole('button', { name: /^play/i }).first()
      if (await play.count()) await play.click()
      await page.waitForTimeout(300)
    }
    expect(wrong).toEqual([])
  })

test('every answer carries the headers', async ({ request }) => {
  const { headers } = { headers: (await request.get('/')).headers() }
  expect(headers['content-security-policy']).toMatch(/^default-src 'none';/)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  for (const name of [
    ...['strict-transport-security', 'x-content-type-options', 'referrer-policy'],
    ...['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'],
  ])
    expect(headers[name], name).toBeTruthy()
})

test('a figure may stand in a page of somebody else, and wakes there; no page may', async ({
  page,
  baseURL,
}) => {
  const framed = ['/embed/reaching-consensus/split-vote', '/reaching-consensus', '/search', '/']
  const frames = framed.map((path) => `<iframe src="${baseURL}${path}"></iframe>`).join('')
  const other = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html>${frames}`)
  })
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  try {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const [figure, ...pages] = framed.map((_, i) => page.frameLocator('iframe').nth(i))
    await figure!.locator('[data-island] button').first().focus()
    await expect(figure!.locator('[data-awake]')).toBeVisible()
    for (const refused of pages) await expect(refused.locator('main#text')).toHaveCount(0)
  } finally {
    other.close()
  }
})

test('a host without headers gets the policy from the page', () => {
  for (const file of pages) {
    const html = textOf(file)
    const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"\/>/.exec(html)
    expect(meta?.[1], file).toMatch(/^default-src 'none';.*trusted-types own$/)
    // Before anything that it could forbid.
    expect(html.slice(0, meta?.index)).not.toMatch(/<script|<link|<style/)
  }
})

test('the policy bites: inline script, foreign worker and a string of HTML are refused', async ({
  page,
}) => {
  await page.goto('/')
  const refused = await page.evaluate(async () => {
    const seen: string[] = []
    addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    const attempt = (work: () => void) => {
      try {
        work()
      } catch (fault) {
        seen.push((fault as Error).name)
      }
    }
    attempt(() => {
      script.textContent = 'window.ran = true'
      document.head.append(script)
    })
    attempt(() => new Worker('/theme.js'))
    attempt(() => {
      document.body.innerHTML += '<b>x</b>'
    })
    await new Promise((done) => setTimeout(done, 100))
    return { seen, ran: 'ran' in window }
  })
  expect(refused.ran).toBe(false)
  expect(refused.seen.filter((it) => it === 'TypeError')).toHaveLength(3)
})

test('nothing is inline but data, and nothing of Next is left', () => {
  for (const file of pages) {
    const html = textOf(file)
    expect(html, file).not.toMatch(/ style="|<style|__next_f|<script>|<template id="B:| on\w+="/)
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect(tag, file).toMatch(/ src="|type="application\/ld\+json"/)
  }
})

test('the folder holds no payload, no runtime and no empty leftovers', () => {
  const texts = files.filter((file) => file.endsWith('.txt'))
  expect(texts.filter((file) => !/^(robots|llms|fonts\/OFL)\.txt$/.test(file))).toEqual([])
  expect(files.filter((file) => /(^|\/)__next|_not-found|^404\//.test(file))).toEqual([])
  const said = files
    .filter((file) => /\.(html|css)$/.test(file))
    .map(textOf)
    .join()
  const ours = files.filter((file) => /^_next\//.test(file) && !/\.(gz|br)$/.test(file))
  expect(ours.filter((file) => /\.js$/.test(file) || !said.includes(basename(file)))).toEqual([])
})
