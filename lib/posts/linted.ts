// What the linter learns from one post: plain data, remembered under the hash of its file.

import type { Json } from '@/lib/sim/protocol'
import type { Fault } from './fault'
import type { FrontMatter } from './front-matter'
import type { Span } from './source'

export type Heading = { readonly id: string; readonly depth: number; readonly text: string }
/** A line `import name from './file'`; `file` is the figure's id. */
export type Import = { readonly name: string; readonly file: string; readonly span: Span }
export type FigureUse = {
  /** The name of the data file. */
  readonly id: string
  readonly number: number
  /** `line:column` of the component. */
  readonly place: string
  readonly caption: string
}

/** A value that a fact must have. */
export type Expected =
  | Json
  | { readonly above: number }
  | { readonly below: number }
  | { readonly about: readonly [value: number, tolerance: number] }
export type Claim = {
  readonly figure: string
  readonly place: string
  readonly span: Span
  readonly that: { readonly [fact: string]: Expected }
  /** Where each fact of `that` stands. */
  readonly spans: { readonly [fact: string]: Span }
  readonly at?: number
  readonly from?: number
  readonly to?: number
  readonly never?: boolean
  /** The label of a lever that has been used, or the second film: other runs of the same figure. */
  readonly lever?: string
  readonly against?: boolean
  readonly words: string
}
/**
 * A moment that the words name, which must lie within the film; `claimed` by a claim, which says
 * itself what is wrong with it.
 */
export type MomentUse = {
  readonly figure: string
  readonly time: number
  readonly span: Span
  readonly claimed?: boolean
}
export type FactUse = { readonly figure: string; readonly fact: string; readonly span: Span }
/** A question before the run goes on: the fact that answers it must be one of the choices. */
export type PredictionUse = FactUse & {
  readonly choices: readonly string[]
  /** The moment at which the figure is held, ms. */
  readonly at: number
  readonly atSpan: Span
}
export type Link = { readonly url: string; readonly span: Span }
export type Image = { readonly src: string; readonly span: Span }
/** A rule of a protocol, and where each of the two names stands. */
export type RuleUse = {
  readonly of: string
  readonly name: string
  readonly spans: { readonly of: Span; readonly name: Span }
}

export type Body = {
  readonly headings: readonly Heading[]
  readonly imports: readonly Import[]
  readonly figures: readonly FigureUse[]
  readonly claims: readonly Claim[]
  readonly moments: readonly MomentUse[]
  readonly factUses: readonly FactUse[]
  readonly predictions: readonly PredictionUse[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  readonly terms: readonly { readonly word: string; readonly span: Span }[]
  /** The first use of each word of the glossary in the text, outside any Term. */
  readonly uses: readonly { readonly word: string; readonly span: Span }[]
  readonly rules: readonly RuleUse[]
  readonly wordCount: number
}

export type Linted = {
  readonly slug: string
  readonly file: string
  readonly faults: readonly Fault[]
  /** Left out where the front matter is broken. */
  readonly meta?: FrontMatter
  readonly places: { readonly [path: string]: Span }
  /** Left out where the body cannot be parsed. */
  readonly body?: Body
}
