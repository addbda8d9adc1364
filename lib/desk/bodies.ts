// Draws the bodies of posts and their single figures as HTML, for the pages that Next draws around
// them. It would write, read and write again each element for a client that no page here has.

import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { prerender } from 'react-dom/static'
import { Alone } from '@/components/editions/alone'
import { pageBody } from '@/components/editions/page'
import { site } from '@/content/site'
import { type Document, evaluate, pageContext, readDocument, summed } from '@/lib/posts'
import { batchesOf, onThreads } from '@/lib/posts/crew'
import { Refusal } from '@/lib/posts/edit/refusal'
import { postFile } from '@/lib/posts/folder'
import { writeWhole } from '@/lib/posts/store'
import { base } from './files/place'
import { root } from './run'

const folder = join(root, '.cache/drawn')

/** React waits for what is asked of a film; what throws is told with the post it is in. */
async function markup(slug: string, draw: () => ReactNode): Promise<string> {
  try {
    const faults: unknown[] = []
    const { prelude } = await prerender(draw(), { onError: (fault) => void faults.push(fault) })
    const html = await new Response(prelude).text()
    if (faults.length > 0) throw faults[0]
    return html
  } catch (thrown) {
    throw new Refusal(`${postFile(slug)}: page: ${(thrown as Error).message}`)
  }
}

const body = ({ code, meta: { slug } }: Document) =>
  pageBody(pageContext(slug, base), (components) =>
    evaluate<ReactNode>(code, runtime)({ components }),
  )

/** Draws all of one post. Throws what its author should read. */
async function drawPost(slug: string): Promise<void> {
  const document = (await readDocument(slug))!
  writeWhole(join(folder, `${slug}.html`), await markup(slug, () => body(document)))
  const from = { title: document.meta.title, href: `${base}/${slug}`, site: site.name }
  for (const { id, of } of document.figures) {
    const summary = await summed(of)
    const html = await markup(slug, () => createElement(Alone, { of, id, from, summary }))
    writeWhole(join(folder, `${slug}.${id}.html`), html)
  }
}

/** Draws some posts, and answers what is wrong with them. */
export async function drawSome(slugs: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const slug of slugs)
    await drawPost(slug).catch((fault: Error) => void wrong.push(fault.message))
  return wrong
}

/** A thread takes two seconds to begin: fewer posts than this are drawn by then. */
const many = 20
const atOnce = 8

/** Draws these posts on all cores. Throws with every fault that it met. */
export async function drawBodies(slugs: readonly string[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const cores = availableParallelism()
  const wrong =
    slugs.length < many || cores < 2
      ? [await drawSome(slugs)]
      : await onThreads<readonly string[], string[]>(
          new URL('./bodies-worker.ts', import.meta.url),
          batchesOf(slugs, atOnce),
          { cores },
        )
  if (wrong.flat().length > 0) throw new Refusal(wrong.flat().join('\n'))
}
