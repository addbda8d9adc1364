// Asks Pagefind's index, which the build lays beside the pages, and says what it found as data.

/** A run of words of an excerpt; `meant` are those that were searched for. */
export type Run = { readonly text: string; readonly meant: boolean }
export type Part = {
  readonly title: string
  readonly href: string
  readonly excerpt: readonly Run[]
}
/** One page that was found, and the sections of it that say most. */
export type Found = Part & { readonly parts: readonly Part[] }

type Said = { readonly url: string; readonly excerpt: string }
type Page = Said & {
  readonly meta: { readonly title?: string }
  readonly sub_results: readonly (Said & {
    readonly title: string
    readonly locations: readonly number[]
  })[]
}
type Result = { readonly data: () => Promise<Page> }
type Pagefind = {
  readonly options: (options: object) => Promise<void>
  /** Answers null where a later question has been asked meanwhile. */
  readonly debouncedSearch: (
    words: string,
    options: object,
    ms: number,
  ) => Promise<{ readonly results: readonly Result[] } | null>
}

const entities: { readonly [entity: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (it) => entities[it]!)

/** Pagefind marks words with `<mark>`, and writes the rest escaped: both become text again. */
export const runsOf = (excerpt: string): Run[] =>
  excerpt
    .split(/<\/?mark>/)
    .map((text, i) => ({ text: plain(text), meant: i % 2 === 1 }))
    .filter(({ text }) => text !== '')

/** How many sections of a page are shown, and how long a typist rests before one asks. */
const sections = 3
const pause = 120

const foundOf = ({ url, excerpt, meta, sub_results }: Page): Found => ({
  title: plain(meta.title ?? url),
  href: url,
  excerpt: runsOf(excerpt),
  parts: sub_results
    .filter((it) => it.url.includes('#') && it.url !== url)
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, sections)
    .map((it) => ({ title: plain(it.title), href: it.url, excerpt: runsOf(it.excerpt) })),
})

let index: Promise<Pagefind> | undefined
/** Under the policy no worker of Pagefind's own may start; a site of this size needs none. */
const open = async (base: string): Promise<Pagefind> => {
  const pagefind: Pagefind = await import(
    /* turbopackIgnore: true */ /* webpackIgnore: true */ `${base}/pagefind/pagefind.js`
  )
  const looks = { excerptLength: 24, excerptEllipsis: '…' }
  await pagefind.options({ baseUrl: `${base}/`, noWorker: true, ...looks })
  return pagefind
}

export type Answer = {
  readonly count: number
  /** The next so many of them. */
  readonly more: (size: number) => Promise<readonly Found[]>
}

/**
 * What is found for some words; undefined where a later question was asked meanwhile. Rejects where
 * there is no index: in development, or offline.
 */
export async function find(base: string, words: string): Promise<Answer | undefined> {
  index ??= open(base)
  index.catch(() => {
    index = undefined
  })
  const answer = await (await index).debouncedSearch(words, {}, pause)
  if (!answer) return undefined
  let next = 0
  const more = async (size: number) => {
    const results = answer.results.slice(next, next + size)
    next += results.length
    return (await Promise.all(results.map((it) => it.data()))).map(foundOf)
  }
  return { count: answer.results.length, more }
}
