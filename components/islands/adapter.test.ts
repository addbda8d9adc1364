// What the adapter takes out of a page, what it leaves, and what stops the build.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import {
  below,
  faultsOf,
  finish,
  isLeftover,
  recipe,
  sortHead,
  strip,
  whole,
  workersIn,
} from './adapter.js'

it('strips the scripts of Next and keeps data and the theme', () => {
  const page =
    '<head><script src="/_next/a.js" async=""></script><script src="/theme.js"></script>' +
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/b.js"/>' +
    '<link rel="preload" as="font" href="/fonts/text.woff2"/><link rel="preconnect" href="/"/>' +
    '<script type="application/ld+json">{"name":"x"}</script></head>' +
    '<body><div hidden=""><!--$--><!--/$--></div><p>n<!-- -->1</p><!--$--><i>a</i><!--/$-->' +
    '<script id="_R_">1</script><script>self.__next_f.push([1,"</p>"])</script></body>'
  expect(strip(page)).toBe(
    '<head><script src="/theme.js"></script>' +
      '<link rel="preload" as="font" href="/fonts/text.woff2"/>' +
      '<script type="application/ld+json">{"name":"x"}</script></head>' +
      '<body><p>n<!-- -->1</p><i>a</i></body>',
  )
})

it('has what a style sheet asks for below the path of the site', () => {
  const own = '@font-face{src:url(/fonts/a.woff2)}i{background:url("/log/_next/a.svg")}'
  const other = "i{background:url(data:,x) url(#a) url('//x.example/a')}"
  expect(below('/log', own + other)).toBe(
    `@font-face{src:url(/log/fonts/a.woff2)}i{background:url("/log/_next/a.svg")}${other}`,
  )
  expect(below('', own + other)).toBe(own + other)
  const asked = below('/log', readFileSync('app/globals.css', 'utf8')).match(/url\([^)]*/g) ?? []
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((it) => !it.startsWith('url("/log/fonts/'))).toEqual([])
})

it('gives a head one order, whenever its parts were ready', () => {
  const [charset, viewport] = ['<meta charSet="utf-8"/>', '<meta name="viewport" content="x"/>']
  const layout = '<link rel="preload" as="font" href="/a"/><script src="/theme.js"></script>'
  const own =
    '<title>A &amp; b</title><meta name="description" content="x"/><link rel="canonical"/>'
  const early = `<head>${charset}${viewport}${own}${layout}</head><body><title>x</title></body>`
  const late = `<head>${charset}${viewport}${layout}${own}</head><body><title>x</title></body>`
  expect(sortHead(early)).toBe(sortHead(late))
  // Nothing is lost on the way, and nothing is done twice.
  expect([...sortHead(early)].sort()).toEqual([...early].sort())
  expect(sortHead(sortHead(late))).toBe(sortHead(late))
})

it('names what may not be published', () => {
  expect(faultsOf('<p class="a">style is a word, and so is __next</p>')).toEqual([])
  expect(faultsOf('<p style="color:red">')).toHaveLength(1)
  expect(faultsOf('<template id="B:0"></template><style>p{}</style>')).toHaveLength(2)
})

it('removes payload and runtime, and no text file that is wanted', () => {
  const all = new Set(['a.html', 'a.txt', 'robots.txt', 'llms.txt', '404.html'])
  const gone = (path: string) => isLeftover(path, all)
  const payload = ['a.txt', 'a/__next._tree.txt', '_not-found.html', '_not-found/__next._full.txt']
  const runtime = ['_next/static/chunks/a.js', '_next/static/x/_buildManifest.js', '404/index.txt']
  expect([...payload, ...runtime].filter((path) => !gone(path))).toEqual([])
  const kept = ['robots.txt', 'llms.txt', '404.html', '_next/static/chunks/a.css', 'theme.js']
  expect(kept.filter(gone)).toEqual([])
})

it('loads little more than 1 kB at rest, and a theme of at most 300 bytes', async () => {
  const root = process.cwd()
  const options = { ...recipe(root, `${root}/.cache/sizes`), write: false as const }
  const loader = ['components/islands/loader.ts']
  const { outputFiles } = await build({ ...options, entryPoints: loader })
  const script = outputFiles.find(({ path }) => /loader-\w+\.js$/.test(path))
  expect(gzipSync(script?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(1100)
  const theme = { ...options, splitting: false }
  const blocking = await build({ ...theme, entryPoints: ['components/islands/theme.ts'] })
  expect(blocking.outputFiles[0]?.contents.length).toBeLessThanOrEqual(300)
})

it('finds workers by their names', () => {
  const named = workersIn(process.cwd()).map(({ name, file }) => file.endsWith(`${name}.worker.ts`))
  expect(named).not.toContain(false)
})

it('publishes style sheets that ask below the path of the site', async () => {
  const out = mkdtempSync(join(tmpdir(), 'adapter-'))
  writeFileSync(join(out, 'one.css'), 'i{src:url(/fonts/a.woff2)}')
  await finish(process.cwd(), out, '/log')
  expect(readFileSync(join(out, 'one.css'), 'utf8')).toBe('i{src:url(/log/fonts/a.woff2)}')
  rmSync(out, { recursive: true })
})

it('puts what was drawn into its place, as it is, and wakes a page that can', () => {
  const frame =
    '<head></head><div class="body" data-words="one"></div>' +
    '<main id="text" data-words="one.run"></main>'
  const drawn = (name: string) => `<p data-name="${name}">$& costs $1</p>`
  const still = whole(frame, drawn, '<script></script></head>')
  expect(still).toBe(
    '<head></head><div class="body"><p data-name="one">$& costs $1</p></div>' +
      '<main id="text"><p data-name="one.run">$& costs $1</p></main>',
  )
  expect(faultsOf(still)).toEqual([])
  expect(faultsOf(frame)).toEqual(['a place without its words'])
  const live = whole(frame, () => '<div data-island="player"></div>', '<script></script></head>')
  expect(live).toMatch(/^<head><script><\/script><\/head>/)
})

/** Finishes an export in a thread of its own, which fails where it needs more memory than this. */
const finishWithin = (out: string, megabytes: number) => {
  const adapter = pathToFileURL('components/islands/adapter.js').href
  const script = `import(${JSON.stringify(adapter)}).then(({ finish }) =>
    finish(${JSON.stringify(process.cwd())}, ${JSON.stringify(out)}))`
  const resourceLimits = { maxOldGenerationSizeMb: megabytes }
  return new Promise<void>((resolve, reject) => {
    const worker = new Worker(script, { eval: true, resourceLimits })
    worker.on('error', reject).on('exit', () => resolve())
  })
}

it('finishes pages that together need more memory than there is, one after another', async () => {
  const out = mkdtempSync(join(tmpdir(), 'adapter-'))
  const chunks = join(out, '_next/static/chunks')
  mkdirSync(chunks, { recursive: true })
  for (const name of ['first', 'last', 'none']) writeFileSync(join(chunks, `${name}.css`), 'p{}')
  const [words, pages] = ['words '.repeat(2 ** 18), 80]
  const head = (i: number) => {
    const name = { 0: 'first', [pages - 1]: 'last' }[i]
    return name ? `<link rel="stylesheet" href="/_next/static/chunks/${name}.css"/>` : ''
  }
  for (let i = 0; i < pages; i++)
    writeFileSync(join(out, `${i}.html`), `<head>${head(i)}</head><body>${words}</body>`)
  await finishWithin(out, 48)
  // What the first page names and what the last one names stay; what none names is gone.
  expect(readdirSync(chunks).sort()).toEqual(['first.css', 'last.css'])
  rmSync(out, { recursive: true })
})
