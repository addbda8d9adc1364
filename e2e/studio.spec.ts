// The studio's journey: a post from its title to the feed, and the disk never overwritten unasked.

import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect as expectSoon, type Page, test } from '@playwright/test'
import { instantOf } from '@/lib/posts/instant'
import { faultsOn } from './axe'
import { clone, npm, tsx } from './clone'

// What is timed is measured elsewhere; here two cores may be busy.
const patience = 240_000
const expect = expectSoon.configure({ timeout: patience })
const port = 3298
const site = `http://localhost:${port}`
const slug = 'written-in-the-studio'
const other = 'day-one'

test('a post goes from its title to the feed, with the moment that was kept', async ({ page }) => {
  test.setTimeout(900_000)
  const folder = clone('studio')
  // One post beside the new one is enough; each has to be read and drawn before its page is there.
  for (const entry of readdirSync(join(folder, 'content'), { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== other)
      rmSync(join(folder, 'content', entry.name), { recursive: true })
  const dev = npm(folder, 'dev', ['--port', String(port)])
  page.setDefaultTimeout(patience)
  let kept = ''
  try {
    await expect.poll(dev.output).toContain('Ready')
    // Each route is compiled when it is first asked for.
    for (const path of ['studio', 'studio/desk', other]) await page.request.get(`${site}/${path}`)
    await page.setViewportSize({ width: 1600, height: 1000 })
    const framed = (await page.goto(`${site}/studio`))?.headers()
    expect(framed).toMatchObject({ 'x-frame-options': 'DENY' })
    // Nothing can be typed where nothing could be saved.
    await expect(page.getByText('Choose a post, or begin one')).toBeVisible()
    await expect(source(page)).toBeHidden()
    await reachByKeyboard(page)
    await makePost(page)
    kept = await keepMoment(page, folder)
    await summarise(page)
    await publish(page, folder)
    await missServer(page)
    await openMore(page)
    await meetAnother(page, folder)
  } catch (fault) {
    console.log(dev.output().slice(-3000))
    throw fault
  } finally {
    await dev.stop()
  }
  await loseServer(page)
  await readFeed(folder, kept)
})

const source = (page: Page) => page.getByLabel('Source of the post')
const fileOf = (folder: string, name: string) => join(folder, 'content', slug, name)
const textOf = (folder: string, name: string) => readFileSync(fileOf(folder, name), 'utf8')

/** The address of the figure's picture in the feed, with the hash of its bytes, once it is new. */
async function pictureOf(page: Page, before = '') {
  let now = ''
  const isNew = async () => {
    // It may be written anew in this very moment.
    const feed = await page.request.get(`${site}/atom.xml`).catch(() => undefined)
    now = pictureIn((await feed?.text()) ?? '')
    return now !== '' && now !== before
  }
  await expect.poll(isNew).toBe(true)
  return now
}
const pictureIn = (feed: string) =>
  new RegExp(`pictures/${slug}/ballot\\.png\\?v=\\w+`).exec(feed)?.[0] ?? ''

/** The Tab key meets nothing that the studio covers. */
async function reachByKeyboard(page: Page) {
  await page.locator('body').press('Tab')
  await expect(page.getByLabel('Title of a new post')).toBeFocused()
}

/** A new post, and a figure out of the palette. */
async function makePost(page: Page) {
  await page.getByLabel('Title of a new post').fill('Written in the studio')
  await page.getByRole('button', { name: 'New post' }).click()
  await expect(source(page)).toContainText('title: Written in the studio')
  await page.getByText('Add a figure').click()
  await page.getByRole('button', { name: /^ballot / }).click()
  await expect(source(page)).toContainText("import ballot from './ballot'")
  await page.getByText('Add a figure').click()
  await pictureOf(page)
}

/** Breaks the figure in the page beside, and keeps what it shows then. */
async function keepMoment(page: Page, folder: string) {
  const [before, drawn] = [textOf(folder, 'ballot.ts'), await pictureOf(page)]
  const beside = page.frameLocator('iframe[title="The page"]')
  const figure = beside.locator('figure#ballot')
  const picture = figure.locator('[data-picture]').first()
  const crash = beside.getByRole('button', { name: 'Crash n3', exact: true })
  // A press before the page has its scripts is lost in development.
  await expect(async () => {
    if (!(await crash.isVisible()))
      await picture.locator('[data-node="3"]').first().click({ timeout: 5000 })
    await crash.waitFor({ timeout: 5000 })
  }).toPass()
  await crash.click()
  await expect(figure.getByText('n3 crashes at 150 ms').first()).toBeVisible()
  await figure.getByRole('slider', { name: 'Time' }).fill('400')
  // The figure that was pressed is the one that is kept.
  await expect(page.getByLabel('Figure', { exact: true })).toHaveValue('ballot')
  await page.getByRole('button', { name: 'Keep this moment' }).click()
  await expect(page.getByRole('status').first()).toContainText('Kept in ballot.ts')
  const after = textOf(folder, 'ballot.ts')
  expect(after).toMatch(/\[150(\.\d+)?, \{ crash: 3 \}\]/)
  expect(after).toMatch(/poster: 400(\.\d+)?,/)
  // Nothing but the lines and the moment.
  const bare = (text: string) =>
    text.replace(/script: [\s\S]*?until/, 'until').replace(/poster: [\d.]+/, '')
  expect(bare(after)).toBe(bare(before))
  return pictureOf(page, drawn)
}

const dateIn = (text: string) => /^date: (.*)$/m.exec(text)![1]!
const undated = (text: string) => text.replace(/^date: .*$/m, 'date:')

/** One button takes the draft away, dates the post by now unless it is dated later, and saves. */
async function publish(page: Page, folder: string) {
  const before = textOf(folder, 'post.mdx')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('status').first()).toContainText('Published')
  const after = textOf(folder, 'post.mdx')
  expect(undated(after)).toBe(undated(before.replace('draft: true\n', '')))
  expect(Date.parse(instantOf(dateIn(after)))).toBeGreaterThan(Date.now() - 600_000)
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
}

/** A summary is seen whole where it is written, and stays the one line that it is. */
async function summarise(page: Page) {
  await page.getByText('Front matter', { exact: true }).click()
  await page.getByLabel('summary').fill(`What one learns from this,\n${'in words '.repeat(6)}here.`)
  await page.getByLabel('title', { exact: true }).click()
  await expect(source(page)).toContainText('summary: What one learns from this, in words')
  await page.getByText('Front matter', { exact: true }).click()
  await source(page).press('Control+s')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
}

/** What is said of a silent server is said until it answers again, and no longer. */
async function missServer(page: Page) {
  const status = page.getByRole('status').first()
  await page.route(/\/studio\/\w/, (route) => route.abort())
  await source(page).press('Control+End')
  await page.keyboard.type(' ')
  await expect(status).toContainText('does not answer')
  await page.unroute(/\/studio\/\w/)
  await expect(status).toHaveText('Not saved yet.')
  await source(page).press('Control+s')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
}

/** A browser has six connections to a server, and an author may have more windows open. */
async function openMore(page: Page) {
  const windows = await Promise.all(Array.from({ length: 7 }, () => page.context().newPage()))
  for (const it of windows) {
    await it.goto(`${site}/studio`)
    await expect(it.getByRole('button', { name: /^Written in the studio/ })).toBeVisible()
  }
  for (const it of windows) await it.close()
}

/** Another program saves the same post; both texts can be had, and neither goes without a word. */
async function meetAnother(page: Page, folder: string) {
  await source(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A <Figre /> of mine.')
  await expect(source(page)).toContainText('A <Figre /> of mine.')
  appendFileSync(fileOf(folder, 'post.mdx'), '\nBy another hand.\n')
  await expect(page.getByLabel('Problems')).toContainText('did you mean Figure?')
  await expect(page.locator('.cm-lint-marker-error').first()).toBeVisible()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsOn(page), colorScheme).toEqual([])
  }
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').first()).toContainText('changed on disk')
  expect(textOf(folder, 'post.mdx')).toContain('By another hand.')
  expect(textOf(folder, 'post.mdx')).not.toContain('of mine')
  await typeMeanwhile(page)
  const take = page.getByRole('button', { name: 'Take what is on disk' })
  await take.click()
  await expect(source(page)).toContainText('By another hand.')
  await expect(source(page)).not.toContainText('of mine')
  await expect(take).toHaveCount(0)
  // Pressed by mistake, it is one undo away.
  await source(page).press('Control+z')
  await expect(source(page)).toContainText('of mine')
  await source(page).press('Control+y')
  await expect(source(page)).not.toContainText('of mine')
  await source(page).press('Control+s')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await seeAnother(page, folder)
}

/** Where nothing is typed here, what another program saves is shown without being asked for. */
async function seeAnother(page: Page, folder: string) {
  appendFileSync(fileOf(folder, 'post.mdx'), '\nOnce more.\n')
  await expect(source(page)).toContainText('Once more.')
  await expect(page.getByRole('status').first()).toContainText('Another program')
}

/** A server that is gone is said, and every word stays. */
async function loseServer(page: Page) {
  await source(page).press('Control+End')
  await page.keyboard.type('Into the void.')
  await expect(page.getByRole('status').first()).toContainText('does not answer')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').first()).toContainText('not saved yet')
  await expect(source(page)).toContainText('Into the void.')
}

/** What is typed while the server still reads the disk is not taken away by what it read. */
async function typeMeanwhile(page: Page) {
  let answer = () => {}
  const typed = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/studio\/files\//, (route) => typed.then(() => route.continue()))
  await page.getByRole('button', { name: 'Take what is on disk' }).click()
  await source(page).click()
  await page.keyboard.type('Not to be lost. ')
  answer()
  await expect(page.getByRole('status').first()).toContainText('typed meanwhile')
  await expect(source(page)).toContainText('Not to be lost.')
  await page.unroute(/studio\/files\//)
}

/** What a build writes, which leaves drafts out: the feed has the post as it was kept. */
async function readFeed(folder: string, kept: string) {
  const files = tsx(folder, 'lib/desk/files.ts')
  expect(await files.done, files.output()).toBe(0)
  const made = (name: string) => readFileSync(join(folder, 'public', name))
  const { items } = JSON.parse(made('feed.json').toString())
  const { content_html: html } = items.find(({ id }: { id: string }) => id.endsWith(`:${slug}`))
  // The address holds the hash of what is drawn, and its words say what the author did.
  const [, address, words] = /pictures\/\S+\/(ballot\.png\?v=\w+)".*?alt="(.*?)"/.exec(html) ?? []
  expect([address, words]).toEqual([kept.split('/').at(-1), expect.stringContaining('n3: down')])
  expect(made(`pictures/${slug}/ballot.png`).subarray(1, 4).toString()).toBe('PNG')
  const figure = JSON.parse(made(`api/figures/${slug}/ballot.json`).toString())
  expect(figure.at).toBeCloseTo(400, 1)
  expect(figure.scenario.script.at(-1)).toEqual([expect.closeTo(150, 1), { crash: 3 }])
}
