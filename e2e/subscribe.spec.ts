// What subscribers and programs get: Markdown, llms.txt and the JSON API, as they are promised.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { files, pages, project, textOf } from './site'

const execute = promisify(execFile)

/** The address that the tested build believes to have. */
const believed = 'http://localhost:3000'
const json = (file: string) => JSON.parse(textOf(file))
const documents = files.filter((it) => /^api\/.*\.json$/.test(it) && it !== 'api/schema.json')
const lists = documents.filter((it) => /^api\/posts(-\d+)?\.json$/.test(it))
type Listed = {
  id: string
  slug: string
  title: string
  json: string
  twin: string
  figures: string[]
}
const posts: Listed[] = lists.flatMap((it) => json(it).posts)
/** A small page at an old address. */
const isMoved = (page: string) => textOf(page).includes('http-equiv="refresh"')
/** The file that an address of the build leads to. */
const fileAt = (address: string) => new URL(address).pathname.slice(1)

test('every document of the API is what its schema says', async ({ request }) => {
  const schema = await (await request.get('/api/schema.json')).json()
  const ajv = new Ajv2020({ formats: { uri: true, 'date-time': true }, keywords: ['version'] })
  const valid = ajv.compile(schema)
  expect(documents.length).toBeGreaterThan(posts.length)
  for (const file of documents) {
    valid(json(file))
    expect(valid.errors, file).toBeNull()
  }
})

test('every address in the API leads to a file of the site', () => {
  const named = new Set(
    documents.flatMap((file) => {
      const text = textOf(file)
      return [...text.matchAll(/"(?:url|json|twin|image|home|next|post)": "(http[^"]*)"/g)]
    }),
  )
  expect(named.size).toBeGreaterThan(posts.length)
  for (const [, address = ''] of named) {
    const { pathname, origin } = new URL(address)
    expect(origin).toBe(believed)
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    expect(files.includes(file) || files.includes(`${file}.html`), address).toBe(true)
  }
})

test('a page of another origin may read the API, feeds, pictures and Markdown', async ({
  request,
}) => {
  const types: [string, RegExp][] = [
    ['/api/posts.json', /^application\/json/],
    [`/${fileAt(posts[0]!.json)}`, /^application\/json/],
    [`/${fileAt(posts[0]!.twin)}`, /^text\/markdown; charset=utf-8/],
    ['/atom.xml', /^application\/atom\+xml/],
    ['/feed.json', /^application\/feed\+json/],
    ['/pictures/card.png', /^image\/png/],
  ]
  for (const [path, type] of types) {
    const headers = (await request.get(path)).headers()
    expect(headers['access-control-allow-origin'], path).toBe('*')
    expect(headers['cross-origin-resource-policy'], path).toBe('cross-origin')
    expect(headers['content-type'], path).toMatch(type)
  }
})

test('every page leads readers of feeds to the feed, Atom first', () => {
  for (const page of pages.filter((it) => !/^(embed|404)/.test(it) && !isMoved(it))) {
    const links = textOf(page).match(/<link rel="alternate"[^>]*>/g) ?? []
    const types = links.map((it) => /type="([^"]*)"/.exec(it)?.[1])
    expect([types[0], new Set(types).has('application/feed+json')], page).toEqual([
      'application/atom+xml',
      true,
    ])
    expect(links.join(), page).toContain(`href="${believed}/atom.xml"`)
    const [, tag] = /^tags\/([^/]+)\.html$/.exec(page) ?? []
    if (tag) expect(links[0]).toContain(`href="${believed}/tags/${tag}/atom.xml"`)
  }
})

test('an unchanged document is not sent twice', async ({ request }) => {
  for (const path of ['/api/posts.json', '/atom.xml', `/${fileAt(posts[0]!.twin)}`]) {
    const { etag = '', 'last-modified': changed } = (await request.get(path)).headers()
    expect(Date.parse(changed ?? ''), path).toBeLessThanOrEqual(Date.now())
    const again = await request.get(path, { headers: { 'if-none-match': etag } })
    expect(again.status(), path).toBe(304)
  }
})

test('a twin begins with its title, and tells every figure line by line', () => {
  for (const { title, twin, slug, figures } of posts) {
    const text = textOf(fileAt(twin))
    expect(text.split('\n')[0]).toBe(`# ${title}`)
    let lines = 0
    for (const id of figures) {
      const figure = json(`api/figures/${slug}/${id}.json`)
      expect(text).toContain(`**Figure ${figure.number}. ${figure.title}.**`)
      expect(text).toContain(`[Run this figure on the site](${figure.url})`)
      for (const run of figure.runs) lines += run.transcript.length
    }
    expect(text.match(/^\| [\d.]+ (ms|s|min|h)\b/gm)?.length ?? 0, slug).toBe(lines)
    // What JSX alone understands is in none of it.
    expect(text).not.toMatch(/^import |<(Figure|Claim|At|Term|Note|Rule|Predict|Formula)\b/m)
    expect(textOf(`${slug}.html`)).toContain(`type="text/markdown" href="${twin}"`)
  }
})

test('every address that was ever published leads to its post', async ({ request }) => {
  const lines = readFileSync(join(project, 'content/ledger.tsv'), 'utf8').trim().split('\n')
  const entries = lines.slice(1).map((line) => line.split('\t'))
  for (const { id, slug } of posts) {
    const [, , addresses = ''] = entries.find(([known]) => known === id) ?? []
    expect(addresses, id).not.toBe('')
    for (const address of addresses.split(' ')) {
      const answer = await request.get(address)
      expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, `/${slug}`])
    }
  }
})

test('llms.txt names every piece once, as its twin', () => {
  const twins = [...textOf('llms.txt').matchAll(/\]\((\S+\.md)\)/g)].map(([, url]) => url)
  expect(twins.sort()).toEqual(posts.map(({ twin }) => twin).sort())
})

test('the client in the README lists all posts and prints what a figure comes to', async ({
  baseURL,
}) => {
  const readme = readFileSync(join(project, 'README.md'), 'utf8')
  const [, client = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  expect(client.split('\n').length).toBeLessThanOrEqual(31)
  // The build's own address is not the one that the test serves it at.
  const moved = `const real = fetch
    globalThis.fetch = (url) => real(String(url).replace('${believed}', '${baseURL}'))`
  const started = `data:text/javascript,${encodeURIComponent(moved)}`
  const code = `data:text/javascript,${encodeURIComponent(client)}`
  const run = `process.argv[2] = '${believed}'; await import(${JSON.stringify(code)})`
  const args = ['--import', started, '--input-type=module', '--eval', run]
  const nowhere = ['--input-type=module', '--eval', run.replace(believed, 'http://localhost:9')]
  await expect(execute(process.execPath, nowhere)).rejects.toMatchObject({
    stderr: 'no answer: http://localhost:9/api/posts.json\n',
  })
  const { stdout } = await execute(process.execPath, args)
  for (const { title } of posts) expect(stdout).toContain(title)
  const { slug, figures } = posts.find((it) => it.figures.length > 0)!
  const figure = json(`api/figures/${slug}/${figures[0]}.json`)
  // A survey or a study has no moment of its own.
  const when = figure.at === undefined ? '' : `, at ${figure.at} ms`
  expect(stdout).toContain(`\n${figure.title}${when}\n`)
  for (const [name, value] of Object.entries(figure.facts))
    expect(stdout).toContain(`  ${name}: ${JSON.stringify(value)}\n`)
})
