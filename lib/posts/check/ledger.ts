// The ledger: every id and address ever published. A post may move; nothing that was read goes.

import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Fault } from '../fault'
import { postFile } from '../folder'
import { nowOf } from '../instant'
import type { Linted } from '../linted'
import { dateOf, statusOf } from '../post'
import { readSource, Source } from '../source'
import { writeWhole } from '../store'

export const ledgerFile = 'content/ledger.tsv'
const head = 'id\tpublished\taddresses, the first one first'

export type Entry = {
  readonly id: string
  readonly published: string
  /** Slugs, the first one first. */
  readonly slugs: readonly string[]
  readonly line: number
}

/** The ledger as it stands; empty where there is none yet. */
export const readLedger = (root: string): { source: Source; entries: Entry[] } => {
  const there = existsSync(/*turbopackIgnore: true*/ path.join(root, ledgerFile))
  const source = there ? readSource(root, ledgerFile) : new Source(ledgerFile, '')
  const entries = source.lines.flatMap((text, i) => {
    const [id, published, addresses] = text.split('\t')
    if (!id || i === 0) return []
    const slugs = (addresses ?? '').split(' ').map((it) => it.replace(/^\//, ''))
    return [{ id, published: published ?? '', slugs, line: i + 1 }]
  })
  return { source, entries }
}

type Due = { readonly id: string; readonly slug: string; readonly published: string }

/** Scheduled posts are in it before they appear, so that a nightly build needs nobody. */
const due = (posts: readonly Linted[]): Due[] =>
  posts.flatMap(({ slug, meta }) =>
    meta && !meta.draft ? [{ id: meta.id, slug, published: dateOf(meta) }] : [],
  )

const faultsOf = (posts: readonly Linted[], { source, entries }: ReturnType<typeof readLedger>) => {
  const live = new Map(due(posts).map((it) => [it.id, it]))
  const leads = new Set(posts.flatMap((it) => [it.slug, ...(it.meta?.redirects ?? [])]))
  const at = ({ line }: Entry, says: string): Fault =>
    source.fault({ line, column: 1, length: 200 }, says)
  return entries.flatMap((entry) => {
    const post = live.get(entry.id)
    if (!post) return [at(entry, 'ledger: this was published, and no post has its id any more')]
    const lost = entry.slugs.filter((slug) => !leads.has(slug))
    const wrong = lost.map((slug) =>
      at(
        entry,
        `ledger: /${slug} was published and leads nowhere; add it to redirects of ${post.slug}`,
      ),
    )
    return post.published === entry.published
      ? wrong
      : [
          ...wrong,
          at(entry, `ledger: ${post.slug} was published ${entry.published}; date never changes`),
        ]
  })
}

/**
 * A new post takes its place behind those that subscribers have: before them it would change an
 * archive, and whoever asks for what is newer would never hear of it.
 */
const lateFaults = (root: string, posts: readonly Linted[], entries: readonly Entry[]): Fault[] => {
  const now = new Date(nowOf()).toISOString()
  const known = new Set(entries.map(({ id }) => id))
  const heard = entries.map(({ published }) => published).filter((it) => it <= now)
  const last = heard.sort().at(-1) ?? ''
  return due(posts).flatMap(({ id, slug, published }) => {
    if (known.has(id) || published >= last) return []
    const source = readSource(root, postFile(slug))
    const line = source.lines.findIndex((it) => it.startsWith('date:')) + 1
    const says = `date: subscribers have a post of ${last}, and a new one is dated after it`
    const more = `or enter it in ${ledgerFile} yourself: then an archive of the feed changes`
    return [{ ...source.fault({ line: Math.max(1, line), column: 1, length: 4 }, says), more }]
  })
}

/** A new post that readers have at once does not bear a date that is still to come. */
const earlyFaults = (
  root: string,
  posts: readonly Linted[],
  entries: readonly Entry[],
): Fault[] => {
  const now = nowOf()
  const known = new Set(entries.map(({ id }) => id))
  return posts.flatMap(({ slug, meta, places }) => {
    if (!meta || known.has(meta.id) || statusOf(meta, now) !== 'published') return []
    if (Date.parse(dateOf(meta)) <= now) return []
    const says = 'date: is to come; add publish: with the same instant, or draft: true'
    return [readSource(root, postFile(slug)).fault(places.date!, says)]
  })
}

/** What the ledger must say once these posts are in it: old lines as they are, new ones below. */
const written = (posts: readonly Linted[], entries: readonly Entry[]): string => {
  const all = new Map(entries.map((it) => [it.id, { ...it, slugs: [...it.slugs] }]))
  for (const { id, slug, published } of due(posts)) {
    const entry = all.get(id) ?? { id, published, slugs: [], line: 0 }
    if (!entry.slugs.includes(slug)) entry.slugs.push(slug)
    all.set(id, entry)
  }
  const lines = [...all.values()].map(({ id, published, slugs }) =>
    [id, published, slugs.map((slug) => `/${slug}`).join(' ')].join('\t'),
  )
  return `${[head, ...lines].join('\n')}\n`
}

/** What is wrong between the posts and the ledger, and the ledger as it should be. */
export const checkLedger = (root: string, posts: readonly Linted[]) => {
  const ledger = readLedger(root)
  const text = written(posts, ledger.entries)
  // A post whose front matter cannot be read is not gone.
  const whole = posts.every((it) => it.meta)
  const { entries } = ledger
  const faults = whole
    ? [
        ...faultsOf(posts, ledger),
        ...lateFaults(root, posts, entries),
        ...earlyFaults(root, posts, entries),
      ]
    : []
  return { faults, text, isNew: whole && text !== ledger.source.text }
}

/** Appends what is new. */
export const writeLedger = (root: string, text: string) =>
  writeWhole(path.join(root, ledgerFile), text, { flush: true })
