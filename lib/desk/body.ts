// Draws the body of a post and its single figures as HTML, for the pages that Next draws around
// them. It would write, read and write again each element for a client that no page here has.

import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { prerender } from 'react-dom/static'
import { Alone } from '@/components/editions/alone'
import { pageBody } from '@/components/editions/page'
import { strip } from '@/components/islands/adapter.js'
import { site } from '@/content/site'
import { type Document, evaluate, pageContext, readDocument, summed } from '@/lib/posts'
import { Refusal } from '@/lib/posts/edit/refusal'
import { postFile } from '@/lib/posts/folder'
import { writeWhole } from '@/lib/posts/store'
import { drawnFile } from './drawn'
import { base } from './files/place'

/** React waits for what is asked of a film; what throws is told with the post it is in. */
async function markup(slug: string, draw: () => ReactNode): Promise<string> {
  try {
    const faults: unknown[] = []
    const { prelude } = await prerender(draw(), { onError: (fault) => void faults.push(fault) })
    const html = await new Response(prelude).text()
    if (faults.length > 0) throw faults[0]
    return strip(html)
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
  writeWhole(drawnFile(slug), await markup(slug, () => body(document)))
  const from = { title: document.meta.title, href: `${base}/${slug}`, site: site.name }
  for (const { id, of } of document.figures) {
    const summary = await summed(of)
    const html = await markup(slug, () => createElement(Alone, { of, id, from, summary }))
    writeWhole(drawnFile(`${slug}.${id}`), html)
  }
}

/** Draws some posts, and answers what is wrong with them. */
export async function drawSome(slugs: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const slug of slugs)
    await drawPost(slug).catch((fault: Error) => void wrong.push(fault.message))
  return wrong
}
