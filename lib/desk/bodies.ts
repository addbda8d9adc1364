// Draws the bodies of those posts whose words or figures would be others than before, on all cores.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Post } from '@/lib/posts'
import { batchesOf, onThreads } from '@/lib/posts/crew'
import { Refusal } from '@/lib/posts/edit/refusal'
import { digest } from '@/lib/posts/source'
import { drawnFile, drawnFolder } from './drawn'
import { hashOfPost, recipe } from './made-of'
import { type Made, note, noting, stillMade } from './notes'
import { root } from './run'

/** A thread takes half a second to begin: fewer posts than this are drawn by then. */
const many = 20
const atOnce = 8

/** Draws these posts on all cores. Throws with every fault that it met. */
async function drawAll(slugs: readonly string[]): Promise<void> {
  const cores = availableParallelism()
  const wrong =
    slugs.length < many || cores < 2
      ? [await (await import('./body')).drawSome(slugs)]
      : await onThreads<readonly string[], string[]>(
          new URL('./bodies-worker.ts', import.meta.url),
          batchesOf(slugs, atOnce),
          { cores },
        )
  if (wrong.flat().length > 0) throw new Refusal(wrong.flat().join('\n'))
}

const list = join(root, '.cache/drawn.json')
const keysOf = (posts: readonly Post[]): Made => {
  const sources = recipe()
  return new Map(posts.map((post) => [post.slug, digest(sources, hashOfPost(post))]))
}

/**
 * Draws the words of all posts that would be others than those that lie there. Throws with every
 * fault that it met.
 */
export async function drawBodies(posts: readonly Post[]): Promise<void> {
  const figures = new Map(posts.map((post) => [post.slug, post.figures]))
  const filesOf = (slug: string) =>
    [slug, ...figures.get(slug)!.map((id) => `${slug}.${id}`)].map(drawnFile)
  const keys = keysOf(posts)
  const kept = stillMade(list, keys)
  const wanted = posts.map(({ slug }) => slug).filter((slug) => !kept.has(slug))
  const known = [...keys].filter(([slug]) => kept.has(slug))
  note(list, known, filesOf)
  for (const name of existsSync(drawnFolder) ? readdirSync(drawnFolder) : [])
    if (!keys.has(name.split('.')[0]!)) rmSync(join(drawnFolder, name))
  if (wanted.length > 0) await noting(list, keys, filesOf, () => drawAll(wanted))
}
