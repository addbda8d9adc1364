// The content as it stands: looked at once while a site is built, and anew when it has changed.

import path from 'node:path'
import { listFolders } from './folder'
import type { FrontMatter } from './front-matter'
import { nowOf } from './instant'
import { type LintedFolder, lintAgain, lintAll } from './lint/all'
import { readSaves, type Saves, savedSince } from './saves'
import { changed } from './store'

export const building = () => process.env.NODE_ENV === 'production'

type Kept = {
  readonly key: string
  readonly saves?: Saves
  readonly folder: Promise<LintedFolder>
}
const kept = new Map<string, Kept>()

/** A text that is another one as soon as anything in the content folder is. */
const changesIn = (root: string): string => {
  const state = (...names: string[]) => changed(path.join(root, 'content', ...names))
  const files = listFolders(root).flatMap(({ slug, files: names }) =>
    names.map((name) => `${slug}/${name} ${state(slug, name)}`),
  )
  return [state('tags.ts'), state('glossary.ts'), ...files].join('\n')
}

/** What follows on `last`: as much of it as no save has touched, else everything anew. */
const lintAfter = async (root: string, last: Kept | undefined, saves: Saves | undefined) => {
  const slugs = last?.saves && saves && savedSince(last.saves, saves)
  // One that could not be read is no help.
  const folder = slugs && (await last?.folder.catch(() => undefined))
  return folder ? lintAgain(root, slugs, folder) : lintAll(root)
}

/** All posts as the linter knows them, from memory if nothing has changed or appeared. */
export const folderOf = async (root: string): Promise<LintedFolder> => {
  // Where saves are told (lib/desk/dev.ts), only they change what is asked for many times over.
  const saves = !building() && process.env.WATCHED ? readSaves(root) : undefined
  const key = building() ? 'built' : saves ? `${saves.stamp}` : changesIn(root)
  const known = kept.get(root)
  if (known?.key === key && nowOf() < (await known.folder).until) return known.folder
  const folder = lintAfter(root, known, saves)
  kept.set(root, { key, saves, folder })
  return folder
}

/** The folder as it was when somebody last looked. */
export const lastFolderOf = (root: string) => kept.get(root)?.folder

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
