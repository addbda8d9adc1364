// One whole check: everything that is wrong, and what there is to tell.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { counted } from '@/components/pictures/names'
import { type Checked, type CheckedFigure, checkAll } from '@/lib/posts/check/all'
import { checkBodies } from '@/lib/posts/check/bodies'
import { writeLedger } from '@/lib/posts/check/ledger'
import { checkSpelling } from '@/lib/posts/check/spelling'
import { describePosts } from '@/lib/posts/describe'
import { known } from '@/lib/posts/edit/slugs'
import { editorFiles } from '@/lib/posts/editor'
import { type Fault, sorted } from '@/lib/posts/fault'
import { instantOf } from '@/lib/posts/instant'
import { writeWhole } from '@/lib/posts/store'
import { root } from '../run'
import type { Verdict } from './verdict'

const slugOf = (fault: Fault) => fault.file.split('/')[1] ?? ''

/** TypeScript's own faults; of files that are at fault already they would only be echoes. */
const typeFaults = (): Fault[] => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, '--noEmit', '--pretty', 'false', '-p', root],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return [...stdout.matchAll(/^(\S+?)\((\d+),(\d+)\): error (TS\d+: .*)$/gm)].map(
    ([, file = '', line, column, says = '']) => ({
      ...{ file, line: Number(line), column: Number(column), says },
    }),
  )
}

const claimsOf = ({ slug, id, claims, result }: CheckedFigure): string[] => [
  ...(claims.length > 0 ? [`\ncontent/${slug}/${id}.ts`] : []),
  ...claims.flatMap(({ place, words }, i) => {
    const falseIf = result.claims[i]?.falseIf ?? []
    const line = `  ${place} ${words.replace(/\s+/g, ' ').trim()}`
    return falseIf.length > 0 ? [line, `    false ${falseIf.join(' · ')}`] : [line]
  }),
]

/** What has been looked at, all or some. */
const summary = (posts: number, figures: Checked['figures']) => {
  const claims = figures.reduce((sum, it) => sum + it.claims.length, 0)
  const parts = [
    counted(posts, 'post'),
    counted(figures.length, 'figure'),
    counted(claims, 'claim'),
  ]
  return `\n${parts.join(', ')}`
}

/** When each post that is no draft appears or appeared, the first one first. */
const dueIn = ({ folder }: Checked) =>
  folder.posts
    .flatMap(({ slug, meta }) =>
      meta && !meta.draft ? [{ slug, at: instantOf(meta.publish ?? meta.date) }] : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1))

/** What editors complete a post from follows the lists of the publication. */
const writeEditorFiles = ({ folder }: Checked) =>
  Object.entries(editorFiles(folder.known)).flatMap(([file, text]) => {
    const path = join(root, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return []
    writeWhole(path, text)
    return [`${file}: written anew; commit it`]
  })

/** Checks all posts or some; `quiet` without types and spelling. */
export async function judge(quiet: boolean, slugs: readonly string[]): Promise<Verdict> {
  const checked = await checkAll(root, slugs)
  const { folder, figures } = checked
  for (const slug of slugs) known(folder, slug)
  const broken = new Set(checked.faults.map(slugOf))
  const sound = folder.posts.map((it) => it.slug).filter((slug) => !broken.has(slug))
  const wanted = (slug: string) => slugs.length === 0 || slugs.includes(slug)
  const bodies = await checkBodies(root, folder, sound.filter(wanted))
  const spelling = quiet ? [] : await checkSpelling(root, folder)
  const content = [...checked.faults, ...bodies, ...spelling]
  if (content.length === 0) await describePosts(root, folder.posts)
  const types = quiet || content.length > 0 ? [] : typeFaults()
  const fresh = content.length + types.length === 0 && !quiet ? checked.ledger : undefined
  if (fresh !== undefined && slugs.length === 0) writeLedger(root, fresh)
  const written = quiet ? [] : writeEditorFiles(checked)
  const listed = quiet ? [] : figures.flatMap(claimsOf)
  const looked = folder.posts.filter((it) => wanted(it.slug)).length
  return {
    faults: sorted([...content.filter((it) => wanted(slugOf(it))), ...types]),
    says: quiet ? [] : [...written, ...listed, summary(looked, figures)],
    due: dueIn(checked),
    ledgered: fresh !== undefined && slugs.length === 0,
  }
}
