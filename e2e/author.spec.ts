// The author's loop: what is saved is seen, what is broken is named at its place, and goes again.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as expectSoon, type Page, test } from '@playwright/test'
import { clone, npm } from './clone'

// What is timed is measured elsewhere; here two cores may be busy.
const expect = expectSoon.configure({ timeout: 90_000 })
const port = 3299
const post = 'content/reaching-consensus/post.mdx'
const data = 'content/reaching-consensus/split-vote.ts'

test('what an author saves is in the page at once, mistakes included', async ({ page }) => {
  test.setTimeout(480_000)
  const folder = clone('author')
  const dev = npm(folder, 'dev', ['--port', String(port)])
  try {
    await expect.poll(dev.output, { timeout: 120_000 }).toContain('Ready')
    // What is saved before the page listens would reach nobody.
    const listens = page.waitForEvent('websocket').then((it) => it.waitForEvent('framereceived'))
    await page.goto(`http://localhost:${port}/reaching-consensus`, { timeout: 240_000 })
    await listens
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => Object.assign(window, { stays: true }))
    await writeAndMend(page, folder, dev.output)
    await refuseOthers(folder)
    // All that without the page being loaded anew.
    expect(await page.evaluate(() => 'stays' in window)).toBe(true)
    await stopAtOnce(dev, folder)
  } catch (fault) {
    console.log(dev.output().slice(-3000))
    throw fault
  } finally {
    await dev.stop()
  }
})

/** Changes a file, which must have what is changed; answers the text it had. */
const edit = (path: string, change: (text: string) => string) => {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after, `${path} has what the test changes`).not.toBe(before)
  writeFileSync(path, after)
  return { before, after }
}

async function writeAndMend(page: Page, folder: string, output: () => string) {
  const [words, scenario] = [join(folder, post), join(folder, data)]
  const fresh = 'A sentence that was not there.'
  const { after: sound } = edit(words, (text) => text.replace(/\n## /, `\n${fresh}\n\n## `))
  await expect(page.getByText(fresh)).toBeVisible()

  // Another moment of the still, and back.
  const figure = page.locator('#split-vote [data-island] svg').first()
  const still = await figure.textContent()
  const { before } = edit(scenario, (text) => text.replace(/poster: \d+/, 'poster: 1'))
  await expect.poll(() => figure.textContent()).not.toBe(still)
  writeFileSync(scenario, before)
  await expect.poll(() => figure.textContent()).toBe(still)

  // A mistake, in the page and in the terminal, with its line; mended, it goes.
  edit(words, (text) => text.replace(fresh, 'A <Figre of={splitVote} />.'))
  const place = /content\/reaching-consensus\/post\.mdx:\d+:\d+/
  await expect(page.getByText(place).first()).toBeVisible()
  await expect.poll(output).toMatch(place)
  writeFileSync(words, sound)
  await expect(page.getByText(place)).toHaveCount(0)

  // A claim that is not so, once nobody has saved for a while.
  const claim = '<Claim of={splitVote} at={1} that={{ leader: 5 }}>n5 leads</Claim>'
  edit(words, (text) => text.replace(fresh, `${claim}.`))
  const wrong = /post\.mdx:\d+:\d+ Claim: at 1 ms leader is 0, expected 5/
  await expect(page.getByText(wrong).first()).toBeVisible()
  expect(output().match(new RegExp(wrong, 'g'))).toHaveLength(1)
  writeFileSync(words, sound)
  await expect(page.getByText(wrong)).toHaveCount(0)
}

/** An open page, and what was just being read and drawn anew, keep nobody waiting. */
async function stopAtOnce(dev: ReturnType<typeof npm>, folder: string) {
  for (const file of [post, data]) edit(join(folder, file), (text) => `${text}\n`)
  // As it begins to write them.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const from = Date.now()
  await dev.stop()
  expect(Date.now() - from).toBeLessThan(5000)
}

/** What else would write the same files says so, and writes none. */
async function refuseOthers(folder: string) {
  for (const [script, args] of [
    ['build', []],
    ['start', ['--port', '3298']],
    ['dev', ['--port', '3298']],
  ] as const) {
    const other = npm(folder, script, [...args])
    expect(await other.done).toBe(1)
    expect(other.output()).toMatch(/^`npm run dev` \(process \d+\) writes the same files: stop it/)
  }
  expect(existsSync(join(folder, 'out'))).toBe(false)
}
