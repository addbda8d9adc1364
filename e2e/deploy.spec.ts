// A real nginx with the configuration that the build wrote answers what our own server answers.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { redirectsFile, redirectsOf } from '@/lib/desk/redirects'
import { seal } from '@/lib/desk/seal'
import { findNginx, startNginx } from './nginx'
import { addressOf, files, folder, project, watch } from './site'

test.describe.configure({ mode: 'serial' })

let nginx: Awaited<ReturnType<typeof startNginx>> | undefined
let program: string | undefined

test.beforeAll(async () => {
  test.setTimeout(180_000)
  program = await findNginx()
  if (program) nginx = await startNginx(program, folder, 'nginx')
})
test.afterAll(() => nginx?.stop())
test.beforeEach(() => {
  test.skip(!program, 'there is no nginx here, and none could be installed')
})

const compared = [
  ...['content-security-policy', 'cache-control', 'access-control-allow-origin'],
  ...['cross-origin-resource-policy', 'cross-origin-opener-policy', 'permissions-policy'],
  ...['referrer-policy', 'strict-transport-security', 'x-content-type-options'],
]

/** What a server says of a path: the same words, however it spaces them. */
const said = async (origin: string, path: string) => {
  const answer = await fetch(origin + path, { redirect: 'manual' })
  const type = answer.headers.get('content-type')?.split(';')[0]
  const headers = compared.map((name) => [name, answer.headers.get(name)])
  const location = answer.headers.get('location')
  return { status: answer.status, location, type, headers: Object.fromEntries(headers) }
}

test('its configuration is taken without a warning', () => {
  expect(nginx?.warnings).toEqual([])
})

test('every file is answered as our server answers it', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const open = files.filter((it) => !/\.(gz|br)$|^_(headers|redirects|nginx)/.test(it))
  for (const file of open) {
    const path = addressOf(file)
    const [ours, theirs] = await Promise.all([said(baseURL!, path), said(nginx!.url, path)])
    // For what has no type of its own the two may say different nothings.
    if (!ours.type) theirs.type = ours.type
    expect(theirs, path).toEqual(ours)
  }
})

test('a page has one address, and what is not there is not there', async ({ baseURL }) => {
  const paths = [
    ...['/about/', '/about.html', '/about.html?at=3', '/index.html', '/index', '/tags/consensus/'],
    ...['/nothing', '/_headers', '/_nginx/http.conf', '/about.html.gz', '/pictures', '/tags'],
    ...['/tags/', '/tags/index.html', '/nothing/', '/nothing.html', '/about/index?at=3'],
    ...['/atom.xml/', '/tags/consensus/index'],
    ...['//evil.example/index.html', '//evil.example/x.html'],
  ]
  for (const path of paths) {
    const [ours, theirs] = await Promise.all([said(baseURL!, path), said(nginx!.url, path)])
    // A redirect's own few words are each server's.
    if (ours.location) theirs.type = ours.type
    expect(theirs, path).toEqual(ours)
  }
})

test('a post travels compressed, and not at all to who has it', async () => {
  const ask = (headers: Record<string, string>) => fetch(`${nginx!.url}/about`, { headers })
  const first = await ask({ 'accept-encoding': 'gzip' })
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(await first.text()).toContain('</html>')
  const etag = first.headers.get('etag') ?? ''
  expect((await ask({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(304)
  const changed = first.headers.get('last-modified') ?? ''
  expect(Date.parse(changed)).toBeLessThanOrEqual(Date.now())
  expect((await ask({ 'if-modified-since': changed })).status).toBe(304)
})

test('a reader finds pages, a figure and the search in order', async ({ page }) => {
  const wrong = await watch(page)
  await page.goto(`${nginx!.url}/reaching-consensus`)
  const island = page.locator('[data-island]').first()
  await island.scrollIntoViewIfNeeded()
  await island.locator('button, [tabindex], input').first().focus()
  await expect(island).toHaveAttribute('data-awake', 'yes')
  await page.goto(`${nginx!.url}/search?q=quorum`)
  await expect(page.locator('[data-found] > li').first()).toBeVisible()
  expect(wrong).toEqual([])
})

/** A small site in which /before has become /about; it lies at `base`. */
const moving = async (name: string, base = '') => {
  const at = join(project, '.cache', name)
  rmSync(at, { recursive: true, force: true })
  mkdirSync(at, { recursive: true })
  for (const file of ['index.html', '404.html', 'about.html', 'search.html', 'robots.txt'])
    cpSync(join(folder, file), join(at, file))
  writeFileSync(join(at, 'before.html'), '<html><head></head><body>This has moved.</body></html>')
  const moved = redirectsOf([{ slug: 'about', redirects: ['before'] }], base)
  writeFileSync(join(at, '_redirects'), redirectsFile(moved))
  await seal(at, `${at}-pressed`, { base })
  return startNginx(program!, at, `${name}-nginx`)
}

test('old addresses lead on, whatever lay at them', async () => {
  const other = await moving('moved')
  try {
    const to = async (path: string) => (await said(other.url, path)).location
    expect(await to('/before')).toBe('/about')
    expect(await to('/before.md')).toBe('/about.md')
    expect(await to('/pictures/before/a-figure.png')).toBe('/pictures/about/a-figure.png')
    expect(await to('/embed/before/a-figure')).toBe('/embed/about/a-figure')
    expect(await to('/pictures/before/x%0d%0aset-cookie:a=b')).toBeNull()
    const followed = await fetch(`${other.url}/before.html?at=3`)
    expect([followed.status, followed.url]).toEqual([200, `${other.url}/about`])
  } finally {
    other.stop()
  }
})

test('a site below a path is one there, and to a proxy that takes the path off', async () => {
  const other = await moving('below', '/box')
  try {
    for (const path of ['/box', '/box/', '/box/about', '/about'])
      expect((await said(other.url, path)).status, path).toBe(200)
    const { headers } = await said(other.url, '/box/search')
    expect(headers['content-security-policy']).toContain('wasm-unsafe-eval')
    const to = async (path: string) => (await said(other.url, path)).location
    expect(await to('/box/about/')).toBe('/box/about')
    expect(await to('/about.html?at=3')).toBe('/box/about?at=3')
    expect(await to('/box/index.html')).toBe('/box/')
    expect(await to('/box/before')).toBe('/box/about')
    expect(await to('/box/pictures/before/a.png')).toBe('/box/pictures/about/a.png')
    const missing = await fetch(`${other.url}/box/nothing`)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('This message was lost')
  } finally {
    other.stop()
  }
})
