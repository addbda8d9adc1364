// The index holds what a page says, and not what only a pointer brings up.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { writeSearch } from './search'

const folder = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = `<html lang="en-GB"><head><title>One</title></head><body><nav>Ways</nav><main>
<h1>One</h1><p>A group large enough is a <span class="term"><a href="/glossary#quorum">quorum</a>
<span role="tooltip">Enough nodes to decide.</span></span>.</p>
<pre><code>const secret = 1</code></pre></main></body></html>`

it('finds the words of a post where they stand, and each word of the glossary once', async () => {
  mkdirSync(join(folder, 'api'))
  writeFileSync(join(folder, 'api/posts.json'), JSON.stringify({ posts: [{ slug: 'one' }] }))
  writeFileSync(join(folder, 'one.html'), page)
  await writeSearch(folder)
  const kept = join(folder, 'pagefind/fragment')
  const texts = readdirSync(kept).map((name) =>
    gunzipSync(readFileSync(join(kept, name))).toString(),
  )
  const [post, ...others] = texts.filter((text) => text.includes('"/one"'))
  expect(others).toEqual([])
  expect(post).toContain('A group large enough is a quorum')
  for (const absent of ['Enough nodes to decide', 'secret', 'Ways'])
    expect(post).not.toContain(absent)
  expect(texts.filter((text) => text.includes('"/glossary#quorum"'))).toHaveLength(1)
  // What a misspelt word may have meant, the most frequent first.
  const words = JSON.parse(readFileSync(join(folder, 'pagefind/words.json'), 'utf8')) as string[]
  expect(words).toEqual(expect.arrayContaining(['quorum', 'enough', 'group']))
  expect(words.indexOf('quorum')).toBeLessThan(words.indexOf('group'))
  for (const absent of ['secret', 'ways', 'is']) expect(words).not.toContain(absent)
})
