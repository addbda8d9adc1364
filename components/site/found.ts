// Asks Pagefind's index, which the build lays beside the pages, and says what it found as data.

import { nearest } from '@/lib/posts/nearest'

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
type Results = { readonly results: readonly Result[] }
export type Pagefind = {
  readonly options: (options: object) => Promise<void>
  readonly search: (words: string) => Promise<Results>
  /** Answers null where a later question has been asked meanwhile. */
  readonly debouncedSearch: (words: string, options: object, ms: number) => Promise<Results | null>
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

/** Letters and digits alone, without their marks: “naïve,” is naive. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Whether a word stands somewhere, in one of its forms or as the beginning of another. For what
 * stands nowhere Pagefind finds what begins with fewer and fewer of its letters: zebra is a page
 * with a z on it.
 */
const stands = async (pagefind: Pagefind, word: string): Promise<boolean> => {
  const exact = await pagefind.search(`"${word}"`)
  if (exact.results.length > 0) return true
  const [first] = (await pagefind.search(word)).results
  const marked = first ? runsOf((await first.data()).excerpt).filter(({ meant }) => meant) : []
  return marked.some(({ text }) => bare(text).includes(bare(word)))
}

/** The words of a question that stand nowhere; what stands in quotes is found exactly or not. */
export const absentOf = async (pagefind: Pagefind, words: string): Promise<string[]> => {
  const asked = words
    .replace(/"[^"]*"?/g, ' ')
    .split(' ')
    .filter((it) => bare(it) !== '')
  const there = await Promise.all(asked.map((word) => stands(pagefind, word)))
  return asked.filter((_, i) => !there[i])
}

/** The same question of words that the site has; undefined where nothing near is found either. */
export const meantBy = async (
  pagefind: Pagefind,
  words: string,
  absent: readonly string[],
  known: readonly string[],
): Promise<string | undefined> => {
  const near = new Map(absent.map((word) => [word, nearest(bare(word), known)]))
  if (absent.length === 0 || [...near.values()].includes(undefined)) return undefined
  const meant = words
    .split(' ')
    .map((word) => near.get(word) ?? word)
    .join(' ')
  const { results } = await pagefind.search(meant)
  return results.length > 0 ? meant : undefined
}

/** The words of the site, those that stand there most often first; or none. */
const wordsOf = (base: string): Promise<readonly string[]> =>
  fetch(`${base}/pagefind/words.json`).then(
    (answer) => (answer.ok ? answer.json() : []),
    () => [],
  )

export type Answer = {
  readonly count: number
  /** Where nothing was found: other words, near to those asked for, of which something is. */
  readonly meant?: string | undefined
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
  const pagefind = await index
  const answer = await pagefind.debouncedSearch(words, {}, pause)
  if (!answer) return undefined
  const absent = await absentOf(pagefind, words)
  const found = absent.length > 0 ? [] : answer.results
  const meant =
    absent.length > 0 ? await meantBy(pagefind, words, absent, await wordsOf(base)) : undefined
  let next = 0
  const more = async (size: number) => {
    const results = found.slice(next, next + size)
    next += results.length
    return (await Promise.all(results.map((it) => it.data()))).map(foundOf)
  }
  return { count: found.length, meant, more }
}
