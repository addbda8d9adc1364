// From an author's save to the page: development with all posts, and a browser that looks.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browser } from '../browser'
import { slugOf } from './posts'

const port = 3399
const saves = 5
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Feeds and pictures are written after a save, when it has been quiet: that is waited for. */
const settled = async (folder: string, since: number) => {
  const last = join(folder, 'public/robots.txt')
  for (let i = 0; i < 1200; i++) {
    if (existsSync(last) && statSync(last).mtimeMs > since) return
    await pause(250)
  }
  throw new Error('the files beside the pages were not written in five minutes')
}

const shows = (words: string) => document.body.textContent.includes(words)

/** Milliseconds from save to page, one for each of some saves. */
export async function timeSaves(folder: string): Promise<number[]> {
  const began = Date.now()
  const args = ['--import', 'tsx', 'lib/desk/dev.ts', '--port', String(port)]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', detached: true })
  const isRoot = process.getuid?.() === 0
  const seen = await chromium.launch({
    executablePath: await browser(),
    args: isRoot ? ['--no-sandbox'] : [],
  })
  try {
    await settled(folder, began)
    const page = await seen.newPage()
    await page.goto(`http://localhost:${port}/${slugOf(7)}`, { timeout: 120_000 })
    // A page that is not alive yet hears of no save.
    await pause(2000)
    const file = join(folder, 'content', slugOf(7), 'post.mdx')
    const text = readFileSync(file, 'utf8')
    const times: number[] = []
    // The first one compiles what the others find compiled.
    for (let i = 0; i <= saves; i++) {
      const words = `Saved for the time numbered ${i}.`
      // At each frame: a locator that waits looks twice a second.
      const shown = page.waitForFunction(shows, words, { polling: 'raf', timeout: 60_000 })
      const now = Date.now()
      writeFileSync(file, `${text}\n${words}\n`)
      await shown
      if (i > 0) times.push(Date.now() - now)
      await settled(folder, now)
    }
    return times
  } finally {
    await seen.close()
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
  }
}
