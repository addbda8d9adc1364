// The words of a post in the element that holds them.

import type { ReactNode } from 'react'

/**
 * Elements; or, in a build, the name under which HTML of them has been drawn, which comes into the
 * page when Next has drawn what is around it (components/islands/adapter.js).
 */
export type Words = { readonly children: ReactNode } | { readonly drawn: string }

/** What the element that holds these words is given, after everything else. */
export const holding = (words: Words) => ('drawn' in words ? { 'data-words': words.drawn } : words)
