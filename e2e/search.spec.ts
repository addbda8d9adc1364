// Search: by a link, by the key /, by a plain form; what is found is text and says where it is.

import { expect, test } from '@playwright/test'
import { readThrough, watch } from './site'

const box = 'input[type=search]'

test('a link, and the key / from any page, open the search with the cursor in it', async ({
  page,
}) => {
  const wrong = await watch(page)
  await page.goto('/about')
  await page.getByRole('navigation', { name: 'Site' }).getByText('Search').click()
  await expect(page).toHaveURL(/\/search$/)
  for (const from of ['/about', '/reaching-consensus', '/']) {
    await page.goto(from)
    await page.keyboard.press('/')
    await expect(page).toHaveURL(/\/search$/)
    await expect(page.locator(box)).toBeFocused()
  }
  // There it is a letter.
  await page.keyboard.type('a/b')
  await expect(page.locator(box)).toHaveValue('a/b')
  expect(wrong).toEqual([])
})

test('typing finds pages and the sections in which the words stand', async ({ page }) => {
  const wrong = await watch(page)
  await page.goto('/search')
  await page.locator(box).pressSequentially('split vote', { delay: 20 })
  const all = page.locator('[data-found] > li')
  // A word of the glossary is found by itself.
  await expect(all.locator('a[href="/glossary#split-vote"]')).toBeVisible()
  const found = all.filter({ has: page.locator('a[href="/reaching-consensus"]') })
  await expect(page.getByRole('status')).toContainText(/\d+ pages? for “split vote”/)
  await expect(found.locator('mark').first()).toHaveText(/split|vot/i)
  // The whole list steps back.
  await expect(page.getByRole('heading', { name: 'Everything here' })).toBeHidden()
  const section = found.locator('a[href*="#"]').first()
  const title = (await section.textContent())!
  await section.click()
  await expect(page).toHaveURL(/\/reaching-consensus#[\w-]+$/)
  await expect(page.getByRole('heading', { name: title })).toBeInViewport()
  expect(wrong).toEqual([])
})

test('an address with a question answers it, and keeps the one asked last', async ({ page }) => {
  await page.goto('/search?q=quorum')
  await expect(page.locator(box)).toHaveValue('quorum')
  await expect(page.locator('[data-found] > li').first()).toBeVisible()
  await page.locator(box).fill('leader')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=leader$/)
  await expect(page.getByRole('status')).toContainText('“leader”')
  await page.reload()
  await expect(page.locator(box)).toHaveValue('leader')
  await expect(page.getByRole('status')).toContainText('“leader”')
})

test('what is not there is said, and markup in a question stays text', async ({ page }) => {
  const wrong = await watch(page)
  await page.goto(`/search?q=${encodeURIComponent('<zzqx>')}`)
  await expect(page.getByRole('status')).toHaveText('Nothing was found for “<zzqx>”.')
  await expect(page.locator('zzqx')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Everything here' })).toBeVisible()
  expect(wrong).toEqual([])
})

test('a word that stands nowhere is not found as a part of itself', async ({ page }) => {
  await page.goto('/search')
  const status = page.getByRole('status')
  for (const words of ['zzqqxx', 'quorum zzqqxx', 'thexq', '"votes zzqqxx"']) {
    await page.locator(box).fill(words)
    await expect(status).toHaveText(`Nothing was found for “${words}”.`)
    await expect(page.locator('[data-found]')).toHaveCount(0)
  }
  // Other forms of a word, its beginning while one types, and several of them.
  for (const words of ['voting', 'quor', 'Quorums,', 'split vote', '"split vote"']) {
    await page.locator(box).fill(words)
    await expect(status).toContainText(`for “${words}”`)
    await expect(status).toContainText(/^\d+ pages? /)
  }
})

test('a misspelt word offers the one that the site has, by pointer, by key and by address', async ({
  page,
}) => {
  const wrong = await watch(page)
  const asked: string[] = []
  page.on('request', (it) => asked.push(new URL(it.url()).pathname))
  await page.goto('/search?q=quorum')
  const status = page.getByRole('status')
  await expect(status).toContainText('“quorum”')
  expect(asked).not.toContain('/pagefind/words.json')
  for (const [typed, meant] of [
    ['consesus', 'consensus'],
    ['gosip', 'gossip'],
    ['slpit vote', 'split vote'],
  ] as const) {
    await page.locator(box).fill(typed)
    await expect(status).toHaveText(`Nothing was found for “${typed}”. Did you mean ${meant}?`)
    const offer = status.getByRole('link', { name: meant })
    await expect(offer).toHaveAttribute('href', `/search?q=${encodeURIComponent(meant)}`)
    if (typed === 'gosip') await offer.click()
    else await offer.press('Enter')
    await expect(page.locator(box)).toHaveValue(meant)
    await expect(page.locator(box)).toBeFocused()
    await expect(status).toContainText(new RegExp(`^\\d+ pages? for “${meant}”`))
  }
  expect(wrong).toEqual([])
})

test('where the index cannot be read, that is said, and everything is listed', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort())
  await page.goto('/search?q=quorum')
  await expect(page.getByRole('status')).toContainText('The index cannot be read here')
  await expect(page.getByRole('heading', { name: 'Everything here' })).toBeVisible()
})

test('nothing of the index is fetched before somebody asks', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (it) => asked.push(new URL(it.url()).pathname))
  await page.goto('/search')
  await readThrough(page)
  expect(asked.filter((it) => it.startsWith('/pagefind/'))).toEqual([])
})

test('the key / can be turned off, and stays off', async ({ page }) => {
  await page.goto('/search')
  const slash = page.getByRole('checkbox', { name: /The key/ })
  await slash.click()
  await expect(slash).not.toBeChecked()
  await page.goto('/about')
  await page.keyboard.press('/')
  await page.waitForTimeout(200)
  await expect(page).toHaveURL(/\/about$/)
  await page.goto('/search')
  await page.locator(box).focus()
  await expect(slash).not.toBeChecked()
  await slash.click()
  await page.goto('/about')
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/search$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form leads to the page itself, and every post is listed', async ({ page, request }) => {
    await page.goto('/search')
    await page.locator(box).fill('quorum')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\?q=quorum$/)
    const { posts } = await (await request.get('/api/posts.json')).json()
    expect(posts.length).toBeGreaterThan(3)
    for (const { slug } of posts)
      await expect(page.locator(`main h3 a[href="/${slug}"]`)).toBeVisible()
  })
})

test('only the search may run WebAssembly', async ({ request }) => {
  const policyOf = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy']
  expect(await policyOf('/search')).toContain("'wasm-unsafe-eval'")
  for (const path of ['/', '/about', '/reaching-consensus'])
    expect(await policyOf(path)).not.toContain('wasm')
})
