// The body of a post on its page; in development a mistake is shown, and the last good body stays.

import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { base } from '@/app/address'
import { developing } from '@/app/content'
import type { Words } from '@/components/article/words'
import { pageBody } from '@/components/editions/page'
import {
  type Document,
  evaluate,
  type Outline,
  pageContext,
  readDocument,
  readOutline,
} from '@/lib/posts'
import { readJson } from '@/lib/posts/store'

/** Survives the reload of modules that an edit causes. */
const kept = globalThis as typeof globalThis & { goodBodies?: Map<string, Read> }

/** A post and its body as words of a page. */
export type Read = { readonly outline: Outline; readonly words: Words }
type Fault = { readonly fault?: string }

/** The body as elements: in development, where Next reloads what is edited. */
const wordsOf = ({ code, meta: { slug } }: Document): Words => ({
  children: pageBody(pageContext(slug, base), (components) =>
    evaluate<ReactNode>(code, runtime)({ components }),
  ),
})

/**
 * Undefined where there is no such post. A build throws its faults, and the words have been drawn
 * (lib/desk/bodies.ts); development hands its faults over, beside the last body that was good, if
 * there was one.
 */
export async function readBody(slug: string): Promise<(Partial<Read> & Fault) | undefined> {
  if (developing) return readAnew(slug)
  const outline = await readOutline(slug)
  return outline && { outline, words: { drawn: slug } }
}

async function readAnew(slug: string): Promise<(Partial<Read> & Fault) | undefined> {
  kept.goodBodies ??= new Map()
  let document: Document | undefined
  try {
    document = await readDocument(slug)
    if (!document) return undefined
    const read = { outline: document, words: wordsOf(document) }
    kept.goodBodies.set(slug, read)
    const fault = falseIn(slug)
    return { ...read, ...(fault && { fault }) }
  } catch (thrown) {
    const fault = (thrown as Error).message
    // What cannot be read has been told by lib/desk/dev.ts; not console.error, which Next would
    // show as an issue of its own.
    if (document) process.stderr.write(`${fault}\n`)
    return { ...kept.goodBodies.get(slug), fault }
  }
}

/** What a post claims and is not so, as lib/desk/dev.ts last found it. */
const falseIn = (slug: string): string | undefined =>
  readJson<Record<string, string>>('.cache/held.json')?.[slug]

/** What the author reads in the page: the same text as in the terminal. */
export function Faults({ text }: { text: string }) {
  return (
    <div role="alert" className="sticky top-0 z-20 border-b-2 border-vermilion bg-panel">
      <pre
        className="
          mx-auto max-w-page overflow-x-auto px-4 py-3 font-mono text-sm leading-normal sm:px-6
          lg:px-10"
      >
        {text}
      </pre>
    </div>
  )
}
