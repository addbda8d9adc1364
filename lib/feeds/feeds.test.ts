// Feeds as those who read them will meet them.

import { expect, test } from 'vitest'
import { pagesOf } from './archive'
import { atom } from './atom'
import type { Entry, Publication } from './entry'
import { jsonFeed } from './json-feed'
import { profileFaults } from './profile'
import { rfc822, rss } from './rss'
import { sitemap } from './sitemap'
import { escaped } from './xml'

const feed: Publication = {
  id: 'tag:example.org,2026:feed',
  title: 'A & B',
  subtitle: 'Under test',
  author: 'Somebody',
  language: 'en-GB',
  home: 'https://example.org/',
  icon: 'https://example.org/icon.svg',
}
const entry = (n: number): Entry => ({
  id: `tag:example.org,2026:post-${n}`,
  url: `https://example.org/post-${n}`,
  title: `Post ${n}`,
  summary: 'In short.',
  html: `<p>The <em>whole</em> text of ${n} &amp; more.</p>`,
  published: `2026-01-${String(n).padStart(2, '0')}T09:00:00Z`,
  updated: `2026-02-${String(n).padStart(2, '0')}T09:00:00Z`,
  tags: [{ name: 'time', title: 'Time' }],
  image: `https://example.org/pictures/post-${n}/card.png`,
  language: 'en-GB',
})
const newestFirst = (count: number) => Array.from({ length: count }, (_, i) => entry(count - i))

test('an Atom entry carries its text escaped once, its identity and both of its times', () => {
  const xml = atom(feed, newestFirst(2), { self: 'https://example.org/atom.xml' })
  expect(xml).toContain('<id>tag:example.org,2026:post-2</id>')
  expect(xml).toContain('&lt;p&gt;The &lt;em&gt;whole&lt;/em&gt; text of 2 &amp;amp; more.')
  expect(xml).toContain('<published>2026-01-02T09:00:00Z</published>')
  expect(xml).toContain('<title>A &amp; B</title>')
})

test('an Atom entry is wholly in its own language, title and summary too', () => {
  const feedIn = { self: 'https://example.org/atom.xml' }
  const xml = atom(feed, [{ ...entry(1), language: 'fr' }], feedIn)
  expect(xml).toContain('<entry xml:lang="fr">')
  expect(xml.match(/xml:lang/g)).toHaveLength(2)
})

test('the updated of a feed is that of its newest entry, whenever it is built', () => {
  const xml = atom(feed, newestFirst(9), { self: 'https://example.org/atom.xml' })
  const head = xml.slice(0, xml.indexOf('<entry '))
  expect(head).toContain('<updated>2026-02-09T09:00:00Z</updated>')
})

test('archives count from the oldest post, so that a new one changes none that is full', () => {
  const before = pagesOf(newestFirst(27), 5)
  const after = pagesOf(newestFirst(28), 5)
  expect(before.archives.length).toBe(5)
  expect(after.archives.slice(0, 5)).toEqual(before.archives)
  const seen = new Set([...before.current, ...before.archives.flat()].map(({ id }) => id))
  expect(seen.size).toBe(27)
  expect(before.current).toHaveLength(5)
  expect(pagesOf(newestFirst(4), 5).archives).toEqual([])
  expect(pagesOf(newestFirst(5), 5).archives).toEqual([])
})

test('no post falls between the document and its archives, for any number of posts', () => {
  for (let count = 1; count < 50; count++) {
    const { current, archives } = pagesOf(newestFirst(count), 7)
    const seen = new Set([...current, ...archives.flat()].map(({ id }) => id))
    expect(seen.size).toBe(count)
    for (const page of archives) expect(page).toHaveLength(7)
  }
})

test('an archive says that it is one, and which come before and after it', () => {
  const place = { self: 's', current: 'c', previous: 'p', next: 'n' }
  const xml = atom(feed, newestFirst(1), place, true)
  expect(xml).toContain('<fh:archive/>')
  for (const rel of ['current', 'prev-archive', 'next-archive']) expect(xml).toContain(`"${rel}"`)
})

test('RSS has the date as RFC 822 writes it, in UTC', () => {
  expect(rfc822('2026-11-22T09:00:00Z')).toBe('Sun, 22 Nov 2026 09:00:00 GMT')
  const xml = rss(feed, newestFirst(1), { self: 'https://example.org/rss.xml' })
  expect(xml).toContain('<guid isPermaLink="false">tag:example.org,2026:post-1</guid>')
  expect(xml).toContain('<content:encoded>&lt;p&gt;')
})

test('a JSON feed says when an entry changed only if it did', () => {
  const same = { ...entry(1), updated: entry(1).published }
  const { items, version } = JSON.parse(jsonFeed(feed, [entry(2), same], { self: 's' }))
  expect(version).toBe('https://jsonfeed.org/version/1.1')
  expect(items.map((item: object) => 'date_modified' in item)).toEqual([true, false])
})

test('characters that XML has not are refused by name', () => {
  expect(() => escaped('a\u0000b')).toThrow('U+0000')
  expect(() => escaped('a\ud800b')).toThrow('U+D800')
  expect(escaped('“𝛼” <&>')).toBe('“𝛼” &lt;&amp;&gt;')
})

test('the sitemap has each address with the time of its content', () => {
  const xml = sitemap([{ url: 'https://example.org/a&b', changed: '2026-01-01T00:00:00Z' }])
  expect(xml).toContain('<loc>https://example.org/a&amp;b</loc><lastmod>2026-01-01')
  expect(sitemap([{ url: 'https://example.org/' }])).not.toContain('lastmod')
})

test('the profile keeps what readers keep, and names the rest', () => {
  const good =
    '<figure id="x"><a href="https://e.org/p?at=640#x"><img src="https://e.org/x.png" alt="a > b"' +
    ' width="720" height="405"/></a><figcaption><p><strong>Figure 1.</strong></p></figcaption>' +
    '</figure>'
  expect(profileFaults(good.replace('a > b', 'a &gt; b'))).toEqual([])
  const wrong: [string, string][] = [
    ['<svg></svg>', '<svg> does not survive'],
    ['<p class="x">a</p>', 'class on <p>'],
    ['<a href="/x">a</a>', '/x is no absolute address'],
    ['<a href="#x">a</a>', '#x is no absolute address'],
    ['<a href="https://e.org/?utm_source=feed">a</a>', 'says who sent'],
    ['<img src="data:image/png;base64,AA" alt="">', 'no absolute address'],
    ['<p>1 < 2</p>', 'belongs to no tag'],
  ]
  for (const [html, says] of wrong) expect(profileFaults(html).join(' ')).toContain(says)
})
