// A server of ours, asked over HTTP: addresses, validators, headers, and what it keeps to itself.

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { redirectsFile, redirectsOf } from './redirects'
import { seal } from './seal'
import { serve } from './serve'

const folder = mkdtempSync(join(tmpdir(), 'serve-'))
let server: Server
let base = ''

beforeAll(async () => {
  const page = (says: string) =>
    `<html><head><meta charSet="utf-8"/></head><body>${says}</body></html>`
  const put = (file: string, text: string) => writeFileSync(join(folder, file), text)
  mkdirSync(join(folder, 'tags'))
  mkdirSync(join(folder, '_islands'))
  put('index.html', page('home'))
  put('a.html', page('a '.repeat(1000)))
  put('tags/raft.html', page('raft'))
  put('404.html', page('nothing here'))
  put('atom.xml', '<feed/>')
  put('archive-1.xml', '<feed><updated>2026-02-03T04:05:06.000Z</updated></feed>')
  put('archive-1.json', '{ "date_published": "2026-02-01T09:00:00.000Z" }')
  put('_islands/loader-ABC.js', 'x')
  put('_redirects', redirectsFile(redirectsOf([{ slug: 'a', redirects: ['old'] }])))
  // For hosts that know no redirects, a page lies at the old address.
  put('old.html', page('it has moved'))
  const lastmod = '<lastmod>2026-11-22T09:00:00Z</lastmod>'
  put('sitemap.xml', `<urlset><url><loc>https://x.example/a</loc>${lastmod}</url></urlset>`)
  await seal(folder, join(folder, '.pressed'))
  server = await serve(folder, 0)
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { redirect: 'manual', headers, method })

it('gives every page one address', async () => {
  const to = async (path: string) => {
    const { status, headers } = await ask(path)
    return [status, headers.get('location')]
  }
  expect(await to('/a')).toEqual([200, null])
  expect(await to('/a/')).toEqual([301, '/a'])
  expect(await to('/a.html?at=3')).toEqual([301, '/a?at=3'])
  expect(await to('/tags/raft/')).toEqual([301, '/tags/raft'])
  expect(await to('/index.html')).toEqual([301, '/'])
  expect(await to('/old')).toEqual([301, '/a'])
  expect(await to('/old/')).toEqual([301, '/a'])
  expect(await to('/old.html?at=3')).toEqual([301, '/a?at=3'])
})

it('leads on from every old address of a post: twin, data, pictures and frames', async () => {
  const to = async (path: string) => (await ask(path)).headers.get('location')
  expect(await to('/old.md')).toBe('/a.md')
  expect(await to('/api/posts/old.json')).toBe('/api/posts/a.json')
  expect(await to('/api/figures/old/vote.json')).toBe('/api/figures/a/vote.json')
  expect(await to('/pictures/old/vote.png?v=12')).toBe('/pictures/a/vote.png?v=12')
  expect(await to('/embed/old/vote')).toBe('/embed/a/vote')
  expect((await ask('/older')).status).toBe(404)
})

it('answers 404 with a page, and never leads elsewhere', async () => {
  for (const path of ['/b', '//b.example/', '/tags/', '/_headers', '/a.html.gz', '/..%2f..%2fetc'])
    expect((await ask(path)).status, path).toBe(404)
  const missing = await ask('/b')
  expect(await missing.text()).toContain('nothing here')
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('compresses, and says what it was made of', async () => {
  const { headers } = await ask('/a', { 'accept-encoding': 'br' })
  expect(headers.get('content-encoding')).toBe('br')
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect((await ask('/a', { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBe(
    null,
  )
})

it('answers 304 to who has it already', async () => {
  const { headers } = await ask('/a')
  const etag = headers.get('etag') ?? ''
  const changed = headers.get('last-modified') ?? ''
  expect((await ask('/a', { 'if-none-match': `"x", ${etag}` })).status).toBe(304)
  expect((await ask('/a', { 'if-none-match': '"x"', 'if-modified-since': changed })).status).toBe(
    200,
  )
  expect((await ask('/a', { 'if-modified-since': changed })).status).toBe(304)
  expect((await ask('/a', { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status).toBe(
    200,
  )
})

it('dates a file by the newest content in it', async () => {
  const time = async (path: string) =>
    Date.parse((await ask(path)).headers.get('last-modified') ?? '')
  const published = Date.parse('2026-11-22T09:00:00Z')
  expect(await time('/atom.xml')).toBe(published)
  // What is in an archive does not change when something newer is published.
  expect(await time('/archive-1.xml')).toBe(Date.parse('2026-02-03T04:05:06Z'))
  expect(await time('/archive-1.json')).toBe(Date.parse('2026-02-01T09:00:00Z'))
  const page = published - (await time('/a'))
  expect(page).toBeGreaterThanOrEqual(0)
  expect(page).toBeLessThan(3_600_000)
})

it('makes the validator of the bytes, not of the time', async () => {
  const before = (await ask('/a')).headers.get('etag')
  utimesSync(join(folder, 'a.html'), 1, 1)
  const other = await serve(folder, 0)
  const { port } = other.address() as AddressInfo
  expect((await fetch(`http://127.0.0.1:${port}/a`)).headers.get('etag')).toBe(before)
  other.close()
})

it('sends the headers of the one table', async () => {
  const of = async (path: string, name: string) => (await ask(path)).headers.get(name)
  expect(await of('/_islands/loader-ABC.js', 'cache-control')).toContain('immutable')
  expect(await of('/a', 'cache-control')).toContain('must-revalidate')
  expect(await of('/atom.xml', 'content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await of('/atom.xml', 'cross-origin-resource-policy')).toBe('cross-origin')
  expect(await of('/a', 'x-content-type-options')).toBe('nosniff')
  expect((await ask('/a', {}, 'POST')).status).toBe(405)
})
