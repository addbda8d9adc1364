// The body of a post on its page; in development a mistake is shown, and the last good body stays.

import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { base } from '@/app/address'
import { developing } from '@/app/content'
import { terms } from '@/app/terms'
import { flatBlocks } from '@/components/editions/flat-blocks'
import { inlineNotes } from '@/components/editions/notes'
import { isCode, pageEdition } from '@/components/editions/page'
import { setQuotes } from '@/components/editions/quotes'
import {
  type Document,
  evaluate,
  isSurvey,
  predict,
  readDocument,
  type Subject,
  sumUp,
} from '@/lib/posts'
import { readJson } from '@/lib/posts/store'
import type { AnyScenario } from '@/lib/sim/scenario'

/** Survives the reload of modules that an edit causes. */
const kept = globalThis as typeof globalThis & { goodBodies?: Map<string, Read> }

/** A post with its body as elements. */
export type Read = { readonly document: Document; readonly tree: ReactNode }
type Fault = { readonly fault?: string }

/** The checks have seen to it that a question is about a run. */
const ask = (of: Subject, fact: string, choices: readonly string[]) =>
  predict(of as AnyScenario, fact, choices)

const summary = async (of: Subject) => (isSurvey(of) ? sumUp(of) : undefined)

const drawn = (document: Document): ReactNode => {
  const { slug } = document.meta
  const components = pageEdition({ slug, base, terms: terms(), predict: ask, summary })
  const tree = evaluate<ReactNode>(document.code, runtime)({ components })
  return flatBlocks(inlineNotes(setQuotes(tree, isCode)))
}

/**
 * Undefined where there is no such post. A build throws its faults; development hands them over,
 * beside the last body that was good, if there was one.
 */
export async function readBody(slug: string): Promise<(Partial<Read> & Fault) | undefined> {
  kept.goodBodies ??= new Map()
  let document: Document | undefined
  try {
    document = await readDocument(slug)
    if (!document) return undefined
    const read = { document, tree: drawn(document) }
    kept.goodBodies.set(slug, read)
    const fault = falseIn(slug)
    return { ...read, ...(fault && { fault }) }
  } catch (thrown) {
    if (!developing) throw thrown
    const fault = (thrown as Error).message
    // What cannot be read has been told by lib/desk/dev.ts; not console.error, which Next would
    // show as an issue of its own.
    if (document) process.stderr.write(`${fault}\n`)
    return { ...kept.goodBodies.get(slug), fault }
  }
}

/** In development: what a post claims and is not so, as lib/desk/dev.ts last found it. */
const falseIn = (slug: string): string | undefined =>
  developing ? readJson<Record<string, string>>('.cache/held.json')?.[slug] : undefined

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
