// `npm run rename -- old-slug new-slug`: moves a post; links, redirect and id come along.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { changes } from '@/lib/posts/check/changes'
import { readLedger } from '@/lib/posts/check/ledger'
import { carryOut, type Deed } from '@/lib/posts/edit/deeds'
import { type Edit, edited } from '@/lib/posts/edit/edit'
import { withRedirects } from '@/lib/posts/edit/front'
import { free, known, vacant } from '@/lib/posts/edit/slugs'
import { describeFaults } from '@/lib/posts/fault'
import { type LintedFolder, lintAll } from '@/lib/posts/lint/all'
import type { Link, Linted } from '@/lib/posts/linted'
import { plain, type Source } from '@/lib/posts/source'
import { flag, main, Refusal, root } from './run'

const help = `npm run rename -- <old-slug> <new-slug> [--dry-run]

Moves content/<old-slug>, rewrites every link to it, and adds the old address to its redirects if
it was ever published. Its id stays what it was, so feeds know it again.

  --dry-run  shows what would change, and changes nothing`

/** The address in a link's source, after `](` or `]: `; not the same letters in its words. */
const addressEdit = (source: Source, { url, span }: Link, slug: string): Edit | undefined => {
  const { text, lines } = source
  const old = /^\/[^/?#.]+/.exec(url)?.[0]
  const line = lines.slice(0, span.line - 1).reduce((sum, it) => sum + it.length + 1, 0)
  const start = line + span.column - 1
  if (!old) return undefined
  for (let from = text.indexOf(old, start); from >= 0; from = text.indexOf(old, from + 1)) {
    const to = from + old.length
    const whole = !/[\w-]/.test(text[to] ?? '')
    if (whole && /\](?:\(|:)\s*<?$/.test(text.slice(start, from)))
      return { from, to, text: `/${slug}` }
  }
  return undefined
}

const leadsTo = (url: string, slug: string) =>
  url === `/${slug}` || [`/${slug}#`, `/${slug}?`, `/${slug}.md`].some((it) => url.startsWith(it))

/** Of a post that the ledger knows it knows all addresses; else any that is no draft may be out. */
const wasPublished = (at: string, { slug, meta }: Linted) => {
  const mine = readLedger(at).entries.filter(({ id }) => id === meta?.id)
  return mine.length > 0 ? mine.some(({ slugs }) => slugs.includes(slug)) : meta?.draft !== true
}

/** The file of each post that changes, where it stands now, with its new text. */
const textsOf = (at: string, folder: LintedFolder, old: string, slug: string) => {
  const texts = new Map<string, string>()
  for (const post of folder.posts) {
    const source = folder.source(post.file)
    const links = (post.body?.links ?? []).filter(({ url }) => leadsTo(url, old))
    const edits = links.flatMap((link) => addressEdit(source, link, slug) ?? [])
    if (edits.length < links.length)
      throw new Refusal(`${post.file}: a link to /${old} could not be found where it was read`)
    const raw = readFileSync(join(at, post.file), 'utf8')
    const mine = post.slug === old
    const redirects = (post.meta?.redirects ?? []).filter((it) => it !== slug)
    if (mine && wasPublished(at, post)) redirects.push(old)
    const front = mine ? withRedirects(plain(raw), redirects) : []
    if (edits.length + front.length > 0) texts.set(post.file, edited(raw, [...edits, ...front]))
  }
  return texts
}

const soundWith = (at: string, before: LintedFolder, old: string, slug: string) => async () => {
  const name = (file: string) => file.replace(`content/${old}/`, `content/${slug}/`)
  const was = new Set(before.faults.map(({ file, says }) => `${name(file)} ${says}`))
  const { faults } = await lintAll(at)
  const fresh = faults.filter(({ file, says }) => !was.has(`${file} ${says}`))
  if (fresh.length > 0)
    throw new Refusal(`nothing has been changed, since:\n${describeFaults(fresh)}`)
}

/** What a rename changes: texts by file (where they stand now), and the deeds that do it. */
export async function planRename(at: string, old: string, slug: string) {
  const folder = await lintAll(at)
  known(folder, old)
  free(folder, slug, old)
  vacant(at, slug)
  const mine = folder.bySlug.get(old)
  if (!mine?.meta)
    throw new Refusal(
      `content/${old}: mend its front matter first\n${describeFaults(mine?.faults ?? [])}`,
    )
  const unread = folder.posts.filter((it) => !it.body)
  if (unread.length > 0)
    throw new Refusal(`${unread[0]!.file} cannot be read, and may link to /${old}; mend it first`)
  const texts = textsOf(at, folder, old, slug)
  const deeds: Deed[] = [
    ...[...texts].map(([file, text]): Deed => ({ do: 'write', file, text })),
    { do: 'move', from: `content/${old}`, to: `content/${slug}` },
  ]
  return { folder, texts, deeds }
}

/** Renames a post. Throws a Refusal, or whatever failed; then nothing has changed. */
export async function rename(at: string, old: string, slug: string) {
  const { folder, deeds, texts } = await planRename(at, old, slug)
  await carryOut(at, deeds, soundWith(at, folder, old, slug))
  return texts
}

const shown = (at: string, texts: ReadonlyMap<string, string>) =>
  [...texts].map(([file, text]) => `${file}\n${changes(readPlain(at, file), plain(text), 0)}\n`)

const rooms = ['README.md', 'app', 'components', 'e2e', 'lib', 'content']

/** Files that name a post and are no posts: whoever renames it should look at them. */
export const mentions = (at: string, slug: string): string[] => {
  const named = new RegExp(`(?<![\\w-])${slug}(?![\\w-])`)
  const read = (path: string): string[] => {
    if (!existsSync(join(at, path))) return []
    if (statSync(join(at, path)).isDirectory())
      return readdirSync(join(at, path)).flatMap((name) => read(`${path}/${name}`))
    const text = /\.(tsx?|md)$/.test(path) && !path.endsWith('post.mdx')
    return text && named.test(readFileSync(join(at, path), 'utf8')) ? [path] : []
  }
  return rooms.flatMap(read)
}
const readPlain = (at: string, file: string) => plain(readFileSync(join(at, file), 'utf8'))

if (process.argv[1]?.endsWith('rename.ts'))
  main(async () => {
    const [old, slug, more] = process.argv.slice(2).filter((it) => !it.startsWith('--'))
    if (!old || !slug || more) throw new Refusal(help)
    const { texts } = await planRename(root, old, slug)
    const others = mentions(root, old)
    console.log([...shown(root, texts), `content/${old} → content/${slug}`].join('\n'))
    if (flag('dry-run') !== undefined) return
    await rename(root, old, slug)
    if (others.length > 0) console.log(`\nnamed here too:\n${others.join('\n')}`)
    console.log(`\nmoved; npm run check adds /${slug} to the ledger, which is then committed`)
  }, help)
