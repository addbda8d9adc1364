// The content as it stands: looked at once while a site is built, and anew when it has changed.

import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { listFolders } from './folder'
import type { FrontMatter } from './front-matter'
import { type LintedFolder, lintAll } from './lint/all'

export const building = () => process.env.NODE_ENV === 'production'

type Kept = { readonly key: string; readonly folder: Promise<LintedFolder> }
const kept = new Map<string, Kept>()

/** The time of the last change of a file's data or name, which nothing can set back. */
const changed = (file: string) => {
  const { ctimeMs, size } =
    statSync(/*turbopackIgnore: true*/ file, { throwIfNoEntry: false }) ?? {}
  return `${ctimeMs} ${size}`
}

/** A text that is another one as soon as anything in the content folder is. */
const keyOf = (root: string): string => {
  if (building()) return 'built'
  // Pages in development are drawn when the watcher has written a new stamp, and else are asked
  // for many times over.
  if (process.env.NEXT_RUNTIME)
    try {
      return readFileSync(/*turbopackIgnore: true*/ path.join(root, '.cache/stamp.json'), 'utf8')
    } catch {}
  const lists = ['tags.ts', 'glossary.ts'].map((it) => changed(path.join(root, 'content', it)))
  const files = listFolders(root).flatMap(({ slug, files: names }) =>
    names.map((name) => `${slug}/${name} ${changed(path.join(root, 'content', slug, name))}`),
  )
  return [...lists, ...files].join('\\n')
}

/** All posts as the linter knows them, from memory if nothing has changed. */
export const folderOf = (root: string): Promise<LintedFolder> => {
  const key = keyOf(root)
  const known = kept.get(root)
  if (known?.key === key) return known.folder
  const folder = lintAll(root)
  kept.set(root, { key, folder })
  return folder
}

type Fronts = ReadonlyMap<string, FrontMatter>
const inOrder = (front: object | undefined) =>
  JSON.stringify(Object.entries(front ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))

const fronts = new WeakMap<LintedFolder, Fronts>()

const described = async (root: string, { posts }: LintedFolder): Promise<Fronts> => {
  const linted = new Map(posts.flatMap(({ slug, meta }) => (meta ? [[slug, meta] as const] : [])))
  if (!building() || root !== process.cwd()) return linted
  const all = (await import('./described')).described()
  for (const [slug, meta] of linted)
    if (inOrder(all.get(slug)) !== inOrder(meta))
      throw new Error(`content/${slug}/post.mdx: .contentlayer is older; run npm run check first`)
  return all
}

/** Front matter as contentlayer has it when a site is built, and as the linter has it else. */
export const frontsOf = async (root: string, folder: LintedFolder): Promise<Fronts> => {
  const known = fronts.get(folder) ?? (await described(root, folder))
  fronts.set(folder, known)
  return known
}
