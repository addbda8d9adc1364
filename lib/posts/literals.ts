// GFM's bare addresses (www.x, https://x, a@b) are looked for only where there may be one: to try
// every letter of a text as the beginning of one takes half the time of reading it.

import type { Plugin } from 'unified'

/** Whether a text may hold a bare address. */
export const mayHoldLiterals = (text: string) => /www\.|:\/\/|@/i.test(text)

type Construct = { readonly name?: string }
type Constructs = { readonly [code: string]: Construct | readonly Construct[] }
type Extension = { readonly text?: Constructs }
type Compiler = { readonly enter?: { readonly literalAutolink?: unknown } }
type Nested = Compiler | readonly Nested[]

const others = (all: Constructs): Constructs =>
  Object.fromEntries(
    Object.entries(all).flatMap(([code, some]) => {
      const rest = [some].flat().filter(({ name }) => !name?.endsWith('Autolink'))
      return rest.length > 0 ? [[code, rest]] : []
    }),
  )

const without = (all: readonly Nested[]): Nested[] =>
  all.flatMap((it): Nested[] => {
    if (Array.isArray(it)) return [without(it)]
    return (it as Compiler).enter?.literalAutolink ? [] : [it]
  })

/** A remark plugin, to stand after remark-gfm: what that brought, but for bare addresses. */
export const withoutLiterals: Plugin = function () {
  const data = this.data() as {
    micromarkExtensions: Extension[]
    fromMarkdownExtensions: Nested[]
  }
  data.micromarkExtensions = data.micromarkExtensions.map((it) =>
    it.text ? { ...it, text: others(it.text) } : it,
  )
  data.fromMarkdownExtensions = without(data.fromMarkdownExtensions)
}
