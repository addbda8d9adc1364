// The words of a post in the element that holds them.

import type { ReactNode } from 'react'

/** As elements, or as the HTML that has been drawn of them. */
export type Words = { readonly children: ReactNode } | { readonly html: string }

/** What the element that holds these words is given. */
export const holding = (words: Words) =>
  'html' in words ? { dangerouslySetInnerHTML: { __html: words.html } } : words
