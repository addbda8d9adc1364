// The built site as the browser tests find it: its files, its addresses, and what a page weighs.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

export const project = fileURLToPath(new URL('..', import.meta.url))
export const folder = join(project, '.cache/local')

/** Paths of all files in a folder, in order. */
export const filesIn = (at: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(at, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

export const files = filesIn(folder)
export const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Bytes after gzip, which is what travels. */
export const weigh = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

export const pages = files.filter((file) => file.endsWith('.html'))
/** Pages with something to wake. */
export const livePages = pages.filter((file) => textOf(file).includes(' data-island="'))
/** Articles: pages of posts with figures. */
export const articles = livePages.filter(
  (file) => /^[\w-]+\.html$/.test(file) && !/^(index|stage|search|404)\.html$/.test(file),
)
export const addressOf = (file: string) => `/${file.replace(/(^|\/)index\.html$|\.html$/, '$1')}`

/** Gathers what goes wrong on a page: violations of its policy, errors, requests to others. */
export async function watch(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const own = page.url() === 'about:blank' || origin === new URL(page.url()).origin
    if (!own && protocol !== 'data:' && protocol !== 'blob:') wrong.push(`asks ${request.url()}`)
  })
  return wrong
}

/** Scrolls to the end as a reader does, touching nothing. */
export const readThrough = (page: Page) =>
  page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' })
      await new Promise((done) => requestAnimationFrame(done))
    }
  })
