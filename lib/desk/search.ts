// The index that /search asks: Pagefind's, made of the exported pages.

import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as pagefind from 'pagefind'
import { glossary } from '@/content/glossary'
import { site } from '@/content/site'
import { slugOf } from '@/lib/posts/slug'

/** Pages beside the posts that say something. */
const standing = ['about', 'feeds']
/** What of a page is not its text: drawings, code, what happens in a run, sentences on hover. */
const drawn = ['[data-island]', 'svg', 'details', 'pre', '[role=tooltip]']
const aside = [...drawn, 'nav', 'footer', 'button']
/** Pagefind brings ready-made parts in many styles; the page has its own. */
const wanted = /^(pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_\w+)$/

/** The slugs of all posts, from the API that lies in the same folder. */
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
const words = Object.entries(glossary).map(([word, { says, also = [] }]) => ({
  url: `/glossary#${slugOf(word)}`,
  content: `${word}: ${says}${also.length > 0 ? ` Also: ${also.join(', ')}.` : ''}`,
  language: site.language.toLowerCase(),
  meta: { title: `${word} (glossary)` },
}))

/** Writes `pagefind/` into an exported folder. Addresses in it are without the base path. */
export async function writeSearch(folder: string) {
  const { index } = sound(
    await pagefind.createIndex({ rootSelector: 'main', excludeSelectors: aside }),
  )
  try {
    for (const name of [...standing, ...slugsIn(folder)]) {
      const file = join(folder, `${name}.html`)
      if (!existsSync(file)) continue
      sound(await index!.addHTMLFile({ url: `/${name}`, content: readFileSync(file, 'utf8') }))
    }
    for (const word of words) sound(await index!.addCustomRecord(word))
    const out = join(folder, 'pagefind')
    await rm(out, { recursive: true, force: true })
    for (const { path, content } of sound(await index!.getFiles()).files) {
      if (!wanted.test(path.split('/').at(-1)!)) continue
      await mkdir(dirname(join(out, path)), { recursive: true })
      await writeFile(join(out, path), content)
    }
  } finally {
    await pagefind.close()
  }
}
