// The author's loop: what is saved is seen, what is broken is named at its place, and goes again.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as expectSoon, test } from '@playwright/test'
import { clone, npm } from './clone'

// What is timed is measured elsewhere; here two cores may be busy.
const expect = expectSoon.configure({ timeout: 30_000 })
const port = 3299
const post = 'content/reaching-consensus/post.mdx'
const data = 'content/reaching-consensus/split-vote.ts'

test('what an author saves is in the page at once, mistakes included', async ({ page }) => {
  test.setTimeout(300_000)
  const folder = clone('author')
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = change(before)
    expect(after, `${file} has what the test changes`).not.toBe(before)
    writeFileSync(path, after)
    return before
  }
  const dev = npm(folder, 'dev', ['--port', String(port)])
  try {
    await expect.poll(dev.output, { timeout: 120_000 }).toContain('Ready')
    await page.goto(`http://localhost:${port}/reaching-consensus`, { timeout: 120_000 })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const stays = await page.evaluate(() => Object.assign(window, { stays: true }).stays)
    expect(stays).toBe(true)

    // A sentence.
    const sound = edit(post, (text) =>
      text.replace(/\n## /, '\nA sentence that was not there.\n\n## '),
    )
    await expect(page.getByText('A sentence that was not there.')).toBeVisible()

    // A scenario: another moment of the still.
    const figure = page.locator('#split-vote [data-island] svg').first()
    const still = await figure.textContent()
    const scenario = edit(data, (text) => text.replace(/poster: \d+/, 'poster: 1'))
    await expect.poll(() => figure.textContent()).not.toBe(still)
    writeFileSync(join(folder, data), scenario)
    await expect.poll(() => figure.textContent()).toBe(still)

    // A mistake, in the page and in the terminal, with its line.
    edit(post, (text) =>
      text.replace('A sentence that was not there.', 'A <Figre of={splitVote} />.'),
    )
    const place = /content\/reaching-consensus\/post\.mdx:\d+:\d+/
    await expect(page.getByText(place).first()).toBeVisible()
    await expect.poll(dev.output).toMatch(place)

    // Mended, it goes, and the page was never loaded anew.
    writeFileSync(join(folder, post), sound)
    await expect(page.getByText(place)).toHaveCount(0)
    expect(await page.evaluate(() => 'stays' in window)).toBe(true)
  } finally {
    await dev.stop()
  }
})
