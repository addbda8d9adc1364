// One table of headers: what our server sends, what other hosts are told, and what pages carry.

import { expect, it } from 'vitest'
import { headersFile, headersFor, metaPolicy, rules } from './headers'
import { nginxMaps, nginxServer } from './nginx'

const policyOf = (path: string) => headersFor(path)['Content-Security-Policy'] ?? ''

it('allows nothing unsafe, and one Trusted Types policy', () => {
  for (const path of ['/', '/reaching-consensus', '/embed/a/b', '/404']) {
    expect(policyOf(path)).not.toContain('unsafe')
    expect(policyOf(path)).toMatch(/^default-src 'none'; .*trusted-types own$/)
  }
})

it('lets only embedded figures be framed, and only the search run WebAssembly', () => {
  expect(policyOf('/embed/a/b')).toContain('frame-ancestors *;')
  expect(policyOf('/a')).toContain("frame-ancestors 'none';")
  expect(policyOf('/search')).toContain("'wasm-unsafe-eval'")
  expect(policyOf('/searching')).not.toContain('wasm')
})

it('leaves out of a page what only a header may say', () => {
  expect(metaPolicy('/a')).not.toContain('frame-ancestors')
  expect(`${metaPolicy('/a')}`).toContain("require-trusted-types-for 'script'; trusted-types own")
})

it('takes off what an earlier rule of _headers gave before it gives another', () => {
  const [, embed = ''] = headersFile().split('\n\n')
  const lines = embed.split('\n').map((line) => line.trim())
  expect(lines[0]).toBe('/embed/*')
  const off = lines.indexOf('! Content-Security-Policy')
  expect(off).toBeGreaterThan(0)
  expect(lines.findIndex((line) => line.startsWith('Content-Security-Policy:'))).toBeGreaterThan(
    off,
  )
  expect(
    headersFile()
      .split('\n')
      .every((line) => line.length < 2000),
  ).toBe(true)
})

it('tells nginx the same: one map per header, the last rule of the table first', () => {
  const maps = nginxMaps()
  const server = nginxServer([
    ['/old', '/new'],
    ['/pictures/old/*', '/pictures/new/*'],
  ])
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)))
  names.delete('Content-Type')
  expect([...maps.matchAll(/^map \$uri/gm)]).toHaveLength(names.size)
  expect([...server.matchAll(/^add_header /gm)]).toHaveLength(names.size)
  expect(server).toContain('location = /old { return 301 /new; }')
  expect(server).toContain(
    'location ~ ^/pictures/old/([\\w./-]+)$ { return 301 /pictures/new/$1; }',
  )
  expect(maps).toContain('"~^/search(\\.html)?$"')
})

it('lets readers of feeds on other sites show the icon that feeds name', () => {
  expect(headersFor('/icon.svg')['Cross-Origin-Resource-Policy']).toBe('cross-origin')
})

it('has pictures kept for an hour, and for ever only what is named by its hash', () => {
  const kept = (path: string) => headersFor(path)['Cache-Control'] ?? ''
  for (const path of ['/pictures/a/vote.png', '/pictures/card.png', '/pictures/a/map.svg'])
    expect(kept(path)).toBe('public, max-age=3600, must-revalidate')
  expect(kept('/_islands/loader-ABC.js')).toContain('immutable')
  expect(kept('/a')).toBe('public, max-age=0, must-revalidate')
  // Other hosts are told the same, and readers of feeds may still show them.
  const [rule = ''] = headersFile().match(/^\/pictures\/\*\n(?: .*\n)+/m) ?? []
  expect(rule).toContain('  ! Cache-Control\n')
  expect(rule).toContain('  Cache-Control: public, max-age=3600, must-revalidate\n')
  expect(rule).toContain('  Cross-Origin-Resource-Policy: cross-origin\n')
  expect(nginxMaps()).toContain('"~^/pictures/.*$" "public, max-age=3600, must-revalidate";')
})

it('tells whoever keeps copies that compressed ones are not for everybody', () => {
  expect(nginxServer([])).toContain('gzip_vary on;')
})

it('knows the path that a site lies under', () => {
  const matches = headersFile('/box').match(/^\/\S+/gm) ?? []
  expect(matches).toHaveLength(rules.length)
  expect(matches.every((it) => it.startsWith('/box/'))).toBe(true)
  const server = nginxServer([['/box/old', '/box/new']], '/box')
  expect(server).toContain('location = /old { return 301 /box/new; }')
})

it('gives archives and the feeds of subjects the types of feeds', () => {
  const type = (path: string) => headersFor(path)['Content-Type']
  for (const path of [
    '/atom.xml',
    '/archive-1.xml',
    '/tags/time/atom.xml',
    '/tags/time/archive-2.xml',
  ])
    expect(type(path), path).toMatch(/^application\/atom\+xml/)
  for (const path of ['/feed.json', '/archive-1.json', '/tags/time/feed.json'])
    expect(type(path), path).toMatch(/^application\/feed\+json/)
  for (const path of ['/rss.xml', '/tags/time/rss.xml'])
    expect(type(path), path).toMatch(/^application\/rss\+xml/)
  expect(type('/api/posts.json')).toBeUndefined()
  // Its quotation marks are no letters of ASCII.
  expect(type('/llms.txt')).toBe('text/plain; charset=utf-8')
})
