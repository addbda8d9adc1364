// A link inside the site leads to what is written of the posts that a reader finds beside it.

import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { ballot, clear, type Files, folderWith, post } from '../fixture'
import { folderOf } from '../folders'
import { lintAll } from './all'

afterAll(clear)
afterEach(() => vi.unstubAllEnvs())

const figure = "import vote from './vote'\n\n<Figure of={vote}>A ballot.</Figure>\n"
/** So many posts besides the one with the links. */
const others = (count: number, lines = {}): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const date = `2026-11-01T10:${String(i).padStart(2, '0')}Z`
      return [`post-${i}/post.mdx`, post(`post-${i}`, 'Words.\n', { date, ...lines })]
    }),
  )

const faultsOf = async (urls: readonly string[], lines = {}, files: Files = {}) => {
  const body = `${urls.map((it) => `See [there](${it}).`).join('\n\n')}\n\n`
  const one = post('one', figure.replace('\n\n', `\n\n${body}`), lines)
  const root = folderWith({ 'one/vote.ts': ballot, 'one/post.mdx': one, ...files })
  return (await lintAll(root)).faults.map(({ says, near }) => (near ? `${says} ~ ${near}` : says))
}

test('every page and file that is written may be named', async () => {
  const urls = [
    ...['/', '/older/1', '/about', '/about#claims', '/feeds#corrections', '/search', '/stage'],
    ...['/atom.xml', '/rss.xml', '/feed.json', '/sitemap.xml', '/robots.txt', '/llms.txt'],
    ...['/tags/time', '/tags/time/atom.xml', '/tags/time/rss.xml', '/tags/time/feed.json'],
    ...['/api/posts.json', '/api/schema.json', '/api/posts/one.json'],
    ...['/api/figures/one/vote.json', '/one.md', '/one?at=30#vote', '/icon.svg'],
  ]
  expect(await faultsOf(urls, { tags: '[time]' })).toEqual([])
})

test('what is not written is named', async () => {
  expect(
    await faultsOf(
      [
        ...['/older/99', '/older/0', '/api/nothing.json', '/api', '/api/posts/onne.json'],
        ...['/api/figures/one/voet.json', '/tags/time/nonsense', '/tags/time/atom.xml/more'],
        ...['/rss-x.xml', '/about#clams', '/archive-1.xml'],
      ],
      { tags: '[time]' },
    ),
  ).toEqual([
    'link: there is no page /older/99',
    'link: there is no page /older/0',
    'link: there is no /api/nothing.json',
    'link: there is no /api',
    'link: there is no /api/posts/onne.json ~ one',
    'link: there is no /api/figures/one/voet.json ~ vote',
    'link: there is no page /tags/time/nonsense',
    'link: there is no page /tags/time/atom.xml/more',
    'link: there is no page /rss-x.xml',
    'link: there is no #clams there ~ claims',
    'link: there is no page /archive-1.xml',
  ])
})

test('more than twenty posts make archives and a second page', async () => {
  const urls = ['/archive-1.xml', '/archive-1.json', '/older/2', '/tags/time/archive-1.xml']
  expect(await faultsOf(urls, { tags: '[time]' }, others(20, { tags: '[time]' }))).toEqual([])
  expect(await faultsOf(urls, { tags: '[time]' }, others(20))).toEqual([
    'link: there is no page /tags/time/archive-1.xml',
  ])
  expect(await faultsOf(urls.slice(0, 3), {}, others(20, { draft: 'true' }))).toHaveLength(3)
})

test('a tag has a page when a post that readers see is filed under it', async () => {
  const none = ['link: nothing is filed under time, so it has no page']
  expect(await faultsOf(['/tags/time'])).toEqual(none)
  expect(await faultsOf(['/tags/time'], {}, others(1, { tags: '[time]' }))).toEqual([])
  const draft = { tags: '[time]', draft: 'true' }
  expect(await faultsOf(['/tags/time'], {}, others(1, draft))).toEqual(none)
  expect(await faultsOf(['/tags/time'], { draft: 'true' }, others(1, draft))).toEqual([])
  // Of a post that cannot be read nobody knows what it is filed under.
  expect(await faultsOf(['/tags/time'], {}, others(1, { title: '"One' }))).toEqual([
    'front matter: the closing " is missing',
  ])
})

test('the API of a draft is not there for readers', async () => {
  const urls = ['/api/posts/post-0.json', '/post-0']
  expect(await faultsOf(urls, {}, others(1, { draft: 'true' }))).toEqual([
    'link: post-0 is a draft',
    'link: post-0 is a draft',
  ])
})

test('a scheduled post may be named from the instant at which it appears', async () => {
  const urls = ['/post-0', '/post-0.md', '/api/posts/post-0.json', '/tags/time']
  const publish = '2026-12-24T09:00Z'
  const scheduled = others(1, { publish, tags: '[time]' })
  vi.stubEnv('NOW', '2026-12-24T08:59:59Z')
  expect(await faultsOf(urls, {}, scheduled)).toEqual([
    'link: post-0 is not published before this',
    'link: post-0 is not published before this',
    'link: post-0 is not published before this',
    'link: nothing is filed under time, so it has no page',
  ])
  // Of a post that appears later still, it may be named before.
  expect(await faultsOf(urls, { publish: '2026-12-25T09:00Z' }, scheduled)).toEqual([])
  vi.stubEnv('NOW', publish)
  expect(await faultsOf(urls, {}, scheduled)).toEqual([])
})

test('what is remembered of a folder ends when a scheduled post appears', async () => {
  const root = folderWith({
    'one/post.mdx': post('one', 'See [there](/two).\n'),
    'two/post.mdx': post('two', 'Words.\n', { date: '2026-11-23', publish: '2026-12-24T09:00Z' }),
  })
  vi.stubEnv('NOW', '2026-12-24T08:59:59Z')
  const before = await folderOf(root)
  expect(before.faults).toHaveLength(1)
  expect(await folderOf(root)).toBe(before)
  vi.stubEnv('NOW', '2026-12-24T09:00Z')
  const after = await folderOf(root)
  expect(after.faults).toEqual([])
  expect(await folderOf(root)).toBe(after)
})
