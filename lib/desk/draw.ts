// Draws the pages: the words of posts, around them frames by Next, and of both what is published.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faultsOf, tag, walk, whole } from '@/components/islands/adapter.js'
import { listPosts, type Post, readOutline } from '@/lib/posts'
import { writeWhole } from '@/lib/posts/store'
import { drawn } from './drawn'
import {
  frameAt,
  frameOfFigures,
  frames,
  kept,
  madeOf,
  remembering,
  take,
  withoutFiles,
} from './frames'
import { withPolicy } from './headers'
import { main, node, Refusal, root } from './run'
import { addressOf } from './serve'

/** Has Next draw the frames that would be others than before; it is slow to begin. */
async function drawFrames(posts: readonly Post[]) {
  const outlines = await Promise.all(posts.map(({ slug }) => readOutline(slug)))
  const made = madeOf(outlines.map((it) => it!))
  const known = kept(made)
  if (known.size === made.size) return
  const [list, OUT] = [join(root, '.cache/kept.json'), '.cache/next']
  writeWhole(list, JSON.stringify([...known]))
  rmSync(join(root, OUT), { recursive: true, force: true })
  await remembering(made, async () => {
    await node('next/dist/bin/next', ['build'], { env: { KEPT: list, OUT } })
    withoutFiles(join(root, OUT))
    take(join(root, OUT), made)
  })
}

type Page = { readonly path: string; readonly html: string }

/** The page of each figure that stands alone: its title is the heading of what was drawn of it. */
function* alone(live: string, posts: readonly Post[]): Iterable<Page> {
  const frame = frameAt(frameOfFigures)
  for (const { slug, figures } of posts)
    for (const id of figures) {
      const words = drawn(`${slug}.${id}`)
      const [, heading = id] = /<h1[^>]*>([^<]*)<\/h1>/.exec(words) ?? []
      const html = whole(
        frame.replaceAll('{heading}', () => heading),
        () => words,
        live,
      )
      yield { path: `embed/${slug}/${id}.html`, html }
    }
}

/** The pages of a frame, whole: one, or one for each figure. */
function* pagesOf(path: string, live: string, posts: readonly Post[]): Iterable<Page> {
  if (path === frameOfFigures) yield* alone(live, posts)
  else yield { path, html: whole(frameAt(path), drawn, live) }
}

/** Writes to `out` every page, and what Next exported beside them. */
function fill(out: string, posts: readonly Post[]) {
  const live = tag(frames(), process.env.BASE_PATH ?? '')
  const faults: string[] = []
  const publish = ({ path, html }: Page) => {
    faults.push(...faultsOf(html).map((says) => `${path}: ${says}`))
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), withPolicy(html, addressOf(path)))
  }
  for (const path of walk(frames()))
    if (!path.endsWith('.html')) cpSync(join(frames(), path), join(out, path))
    else for (const page of pagesOf(path, live, posts)) publish(page)
  if (faults.length > 0) throw new Refusal(`The pages cannot be published:\n${faults.join('\n')}`)
}

/** Draws all pages into the folder that OUT names, below the project. */
export async function drawPages() {
  const posts = await listPosts()
  await drawFrames(posts)
  fill(join(root, process.env.OUT!), posts)
}

if (process.argv[1]?.endsWith('draw.ts')) main(drawPages)
