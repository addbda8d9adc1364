// The index that /search asks: Pagefind's, made of the exported pages.

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as pagefind from 'pagefind'
import { glossary } from '@/content/glossary'
import { site } from '@/content/site'
import { eachOf } from '@/lib/posts/crew'
import { slugOf } from '@/lib/posts/slug'
import { writeWhole } from '@/lib/posts/store'
import { main, words } from './run'

/** Pages beside the posts that say something. */
const standing = ['about', 'feeds']
/** What of a page is not its text: drawings, code, what happens in a run, sentences on hover. */
const drawn = ['[data-island]', 'svg', 'details', 'pre', '[role=tooltip]']
const aside = [...drawn, 'nav', 'footer', 'button']
/** Pagefind brings ready-made parts in many styles; the page has its own. */
const wanted = /^(pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_\w+)$/

/** The slugs of all posts, from the API that lies in a folder. */
const slugsIn = (folder: string): string[] => {
  const slugs: string[] = []
  for (let page = 1; ; page++) {
    const file = join(folder, 'api', page === 1 ? 'posts.json' : `posts-${page}.json`)
    if (!existsSync(file)) return slugs
    const { posts } = JSON.parse(readFileSync(file, 'utf8')) as { posts: { slug: string }[] }
    slugs.push(...posts.map(({ slug }) => slug))
  }
}

const sound = <T extends { readonly errors: readonly string[] }>(answer: T): T => {
  if (answer.errors.length > 0) throw new Error(`pagefind: ${answer.errors.join('; ')}`)
  return answer
}

/** Each word of the glossary by itself, at its own place in the page. */
const entries = Object.entries(glossary).map(([word, { says, also = [] }]) => ({
  url: `/glossary#${slugOf(word)}`,
  content: `${word}: ${says}${also.length > 0 ? ` Also: ${also.join(', ')}.` : ''}`,
  language: site.language.toLowerCase(),
  meta: { title: `${word} (glossary)` },
}))

/** What a part of the index says, as Pagefind keeps it: packed, with a mark before the JSON. */
type Part = { readonly content: string; readonly meta: { readonly title?: string } }
const partOf = (packed: Uint8Array): Part =>
  JSON.parse(
    gunzipSync(packed)
      .toString()
      .replace(/^pagefind_dcd/, ''),
  )

/** So many words are offered to whoever has misspelt one: others are hardly ever meant. */
const most = 5000

/** The words of the site, those that stand there most often first. */
const wordsIn = (parts: readonly Part[]): string[] => {
  const counts = new Map<string, number>()
  for (const { content, meta } of parts)
    for (const [word] of `${meta.title} ${content}`.toLowerCase().matchAll(/\p{L}{4,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([one, often], [other, more]) => more - often || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word)
}

/** Pages handed over before the answers to the first: the index is made in a process of its own. */
const atOnce = 8

/**
 * Writes `pagefind/` into a folder of pages, as a whole; `files` is where the API lies. Addresses
 * in it are without the base path.
 */
export async function writeSearch(folder: string, files = folder) {
  const { index } = sound(
    await pagefind.createIndex({ rootSelector: 'main', excludeSelectors: aside }),
  )
  try {
    const pages = [...standing, ...slugsIn(files)]
    await eachOf(pages, atOnce, async (name) => {
      const file = join(folder, `${name}.html`)
      if (!existsSync(file)) return
      // Of a figure no word is kept, and most of a page is figures.
      const content = readFileSync(file, 'utf8').replace(/<svg.*?<\/svg>/gs, '')
      sound(await index!.addHTMLFile({ url: `/${name}`, content }))
    })
    for (const entry of entries) sound(await index!.addCustomRecord(entry))
    const fresh = `${folder}-pagefind`
    rmSync(fresh, { recursive: true, force: true })
    const made = sound(await index!.getFiles()).files
    for (const { path, content } of made)
      if (wanted.test(path.split('/').at(-1)!)) writeWhole(join(fresh, path), content)
    const parts = made.filter(({ path }) => path.endsWith('.pf_fragment'))
    const known = wordsIn(parts.map(({ content }) => partOf(content)))
    writeWhole(join(fresh, 'words.json'), JSON.stringify(known))
    rmSync(join(folder, 'pagefind'), { recursive: true, force: true })
    renameSync(fresh, join(folder, 'pagefind'))
  } finally {
    await pagefind.close()
  }
}

if (process.argv[1]?.endsWith('search.ts')) main(() => writeSearch(words()[0]!, words()[1]))
