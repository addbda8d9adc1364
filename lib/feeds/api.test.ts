// The JSON API as a program meets it: pages, addresses, and the schema that it promises.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Post } from '@/lib/posts'
import { apiSize } from '@/lib/posts/routes'
import { type ApiPost, type FigureEntry, listFiles, postFiles } from './api'
import type { Entry } from './entry'
import { llmsText } from './llms'
import { apiSchema } from './schema'

const address = 'https://example.org'
const publisher = { name: 'A name', address }

const post = (n: number): Post => ({
  slug: `post-${n}`,
  id: `tag:example.org,2026:post-${n}`,
  title: `Post [${n}]`,
  summary: 'In short.',
  date: '2026-01-01T09:00:00.000Z',
  updated: '2026-01-02T09:00:00.000Z',
  changes: [{ day: '2026-01-02T09:00:00.000Z', says: 'A number was wrong.' }],
  tags: ['time'],
  kind: 'article',
  status: 'published',
  redirects: [],
  lang: 'en-GB',
  minutes: 3,
  figures: ['vote'],
  claims: 1,
})
const entry = (it: Post): Entry => ({
  id: it.id,
  url: `${address}/${it.slug}`,
  title: it.title,
  summary: it.summary,
  html: '<p>Words.</p>',
  published: it.date,
  updated: it.updated,
  tags: [{ name: 'time', title: 'Time' }],
  image: `${address}/pictures/${it.slug}/card.png`,
  language: it.lang,
})
const figure: FigureEntry = {
  id: 'vote',
  number: 1,
  title: 'A ballot',
  caption: 'Three votes.',
  url: `${address}/post-1?at=30#vote`,
  at: 30,
  words: 'n1 asks.',
  picture: { url: `${address}/vote.png`, width: 1440, height: 810, alt: 'n1 asks.' },
  scenario: { protocol: 'ballot', nodes: 5, script: [[10, { ask: { node: 1 } }]] },
  facts: { passed: true, votes: [1, 2, 3], leader: null },
  runs: [
    { facts: { passed: true }, transcript: [{ at: 10, node: 1, text: 'n1 asks', count: 1 }] },
    { label: 'Without n2', facts: {}, transcript: [] },
  ],
}
const posts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ post: post(i + 1), entry: entry(post(i + 1)) }))
const whole: ApiPost = { ...posts(1)[0]!, markdown: '# Post\n', figures: [figure] }
const read = (files: readonly (readonly [string, string])[]) =>
  files.map(([path, text]) => [path, JSON.parse(text)] as const)

const ajv = new Ajv2020({ formats: { uri: true, 'date-time': true }, keywords: ['version'] })
const valid = ajv.compile(apiSchema(`${address}/api/schema.json`))

test('every document is what the schema says', () => {
  for (const [path, document] of read([
    ...listFiles(posts(3), publisher, 2),
    ...postFiles(whole, publisher),
  ])) {
    valid(document)
    expect(valid.errors, path).toBeNull()
    expect(document.version, path).toBe(1)
  }
})

test('a document with a field too many, too few or of another kind is refused', () => {
  const [, document] = read(postFiles(whole, publisher))[1]!
  const { facts, ...without } = document
  for (const wrong of [
    { ...document, more: 1 },
    without,
    { ...document, at: 'soon' },
    { ...document, version: 2 },
    { ...document, runs: [{ facts, transcript: [{ at: -1, node: 0, text: '', count: 0 }] }] },
  ])
    expect(valid(wrong)).toBe(false)
})

test('after two hundred posts the list goes on at next', () => {
  const pages = read(listFiles(posts(401), publisher, apiSize))
  expect(pages.map(([path]) => path)).toEqual([
    '/api/posts.json',
    '/api/posts-2.json',
    '/api/posts-3.json',
  ])
  expect(pages.map(([, { next }]) => next)).toEqual([
    `${address}/api/posts-2.json`,
    `${address}/api/posts-3.json`,
    undefined,
  ])
  expect(pages.map(([, { posts: some }]) => some.length)).toEqual([200, 200, 1])
  expect(read(listFiles(posts(200), publisher, apiSize))[0]![1].next).toBeUndefined()
  expect(listFiles([], publisher, apiSize)).toHaveLength(1)
})

test('a list leads to each post, a post to each figure, a figure back to its post', () => {
  const [, list] = read(listFiles(posts(1), publisher, apiSize))[0]!
  const files = new Map(read(postFiles(whole, publisher)))
  const at = (url: string) => files.get(url.replace(address, ''))
  const one = at(list.posts[0].json)
  expect(list.posts[0]).not.toHaveProperty('html')
  expect([one.html, one.markdown]).toEqual(['<p>Words.</p>', '# Post\n'])
  const [shown] = one.figures
  expect([shown.runs, shown.facts]).toEqual([undefined, undefined])
  expect(at(shown.json)).toMatchObject({ post: one.url, facts: { votes: [1, 2, 3] } })
})

test('llms.txt has the course in its order, then the rest, each as its twin', () => {
  const part = (n: number, of: number): Post => ({ ...post(n), series: 'course', part: of })
  const site = { name: 'A name', summary: 'What\nit is.', address }
  const other = { ...post(4), series: 'another', part: 1 }
  for (const order of [
    [other, part(2, 2), part(1, 1)],
    [part(2, 2), part(1, 1), other],
  ])
    expect(llmsText(order, site)).toMatch(/post-4\.md.*post-1\.md.*post-2\.md/s)
  const text = llmsText([post(3), part(2, 2), part(1, 1)], site)
  expect(text.startsWith('# A name\n\n> What it is.\n')).toBe(true)
  const twins = [...text.matchAll(/^- \[(.*)\]\((\S+\.md)\): In short\.$/gm)]
  expect(twins.map(([, name, url]) => [name, url])).toEqual([
    ['Part 1: Post \\[1\\]', `${address}/post-1.md`],
    ['Part 2: Post \\[2\\]', `${address}/post-2.md`],
    ['Post \\[3\\]', `${address}/post-3.md`],
  ])
})
