// Makes a new post with a first figure, or a new figure of a post: wholly or not at all.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { fetchProtocol, protocols } from '@/lib/protocols'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { storyOf } from '../check/story'
import { dataText, exampleOf } from '../example'
import { describeFaults } from '../fault'
import { nameFault } from '../figure-name'
import { dataFile, postFile, transcriptFile } from '../folder'
import { frontMatter } from '../front-matter'
import { instantOf, minuteAfter } from '../instant'
import { instantsOf } from '../lint/across'
import { type LintedFolder, lintAll } from '../lint/all'
import { slugOf } from '../slug'
import { carryOut, type Deed } from './deeds'
import { withFigure } from './insert'
import { Refusal } from './refusal'
import { among, free, known, vacant } from './slugs'

/** Tags of posts begin with the publication's own authority, whatever its address is. */
const authority = 'tag:partial-order.example,2026:'

const idOf = (slug: string, { posts }: LintedFolder) => {
  const taken = new Set(posts.map(({ meta }) => meta?.id))
  let id = authority + slug
  for (let i = 2; taken.has(id); i++) id = `${authority}${slug}-${i}`
  return id
}

/** Today, which means 09:00 of it, or now where that is to come; the first minute nobody has. */
const dateOf = (now: number, { posts }: LintedFolder) => {
  const instant = new Date(now).toISOString()
  const day = instant.slice(0, 10)
  const taken = new Set(posts.flatMap(instantsOf).map(([, at]) => at))
  let date = instantOf(day) <= instant ? day : `${instant.slice(0, 16)}Z`
  while (taken.has(instantOf(date))) date = minuteAfter(instantOf(date))
  return date
}

const line = (key: string, value: string) =>
  `${key}: ${stringify(value, { lineWidth: 0 }).trim()}\n`

const frontOf = (title: string, slug: string, now: number, folder: LintedFolder, note: boolean) =>
  [
    '---\n',
    line('id', idOf(slug, folder)),
    line('title', title),
    `date: ${dateOf(now, folder)}\n`,
    'summary: What one knows after reading this, in 60 to 300 characters of plain text.\n',
    note ? 'kind: note\n' : '',
    'draft: true\n',
    '---\n',
  ].join('')

const protocolNamed = async (name: string) => {
  among('protocol', name, Object.keys(protocols))
  return (await fetchProtocol(name)) as AnyProtocol
}

/** The data file of a first figure, and what happens in it. */
const filesOf = (slug: string, name: string, protocol: AnyProtocol): Deed[] => {
  const scenario = exampleOf(protocol)
  const text = dataText(scenario, `${protocol.says}`.split('\n')[0]!)
  return [
    { do: 'write', file: dataFile(slug, name), text },
    { do: 'write', file: transcriptFile(slug, name), text: storyOf(protocol, scenario).text },
  ]
}

/** The folder must be as sound with the deeds as it was without them. */
const soundAs = (at: string, before: LintedFolder) => async () => {
  const known = new Set(before.faults.map(({ file, says }) => `${file} ${says}`))
  const { faults } = await lintAll(at)
  const fresh = faults.filter(({ file, says }) => !known.has(`${file} ${says}`))
  if (fresh.length > 0)
    throw new Refusal(`nothing has been changed, since:\n${describeFaults(fresh)}`)
}

export type Wish = { readonly protocol?: string; readonly note?: boolean; readonly now?: number }

/** Makes a post; answers its slug. Throws a Refusal, and then nothing has changed. */
export async function newPost(at: string, title: string, wish: Wish = {}): Promise<string> {
  const { protocol = 'raft', note = false, now = Date.now() } = wish
  const fits = frontMatter.shape.title.safeParse(title)
  if (!fits.success) throw new Refusal(`title: ${fits.error.issues[0]?.message}`)
  const folder = await lintAll(at)
  const slug = slugOf(title)
  if (!/[a-z0-9]/i.test(title.normalize('NFKD')))
    throw new Refusal('title: its letters a to z and digits are its address, and it has none')
  free(folder, slug)
  vacant(at, slug)
  const runs = await protocolNamed(protocol)
  const name = 'first-figure'
  const front = frontOf(title, slug, now, folder, note)
  const text = withFigure(`${front}\nThe first paragraph.\n`, name, captionOf(runs))
  const deeds: Deed[] = [{ do: 'write', file: postFile(slug), text }, ...filesOf(slug, name, runs)]
  await carryOut(at, deeds, soundAs(at, folder))
  return slug
}

const captionOf = ({ name }: AnyProtocol) => `What happens in this run of ${name}, in a sentence.`

/** Adds a figure to a post. Throws a Refusal, and then nothing has changed. */
export async function newFigure(at: string, slug: string, name: string, wish: Wish = {}) {
  const folder = await lintAll(at)
  known(folder, slug)
  const odd = nameFault(name)
  if (odd) throw new Refusal(odd)
  const { files } = folder.folders.find((it) => it.slug === slug)!
  const there = files.find((it) => it === `${name}.ts` || it === `${name}.txt`)
  if (there) throw new Refusal(`content/${slug}/${there} is there already`)
  if (!files.includes('post.mdx')) throw new Refusal(`content/${slug} has no post.mdx`)
  const protocol = await protocolNamed(wish.protocol ?? 'raft')
  const text = withFigure(
    readFileSync(path.join(/*turbopackIgnore: true*/ at, postFile(slug)), 'utf8'),
    name,
    captionOf(protocol),
  )
  const deeds: Deed[] = [
    ...filesOf(slug, name, protocol),
    { do: 'write', file: postFile(slug), text },
  ]
  await carryOut(at, deeds, soundAs(at, folder))
}
