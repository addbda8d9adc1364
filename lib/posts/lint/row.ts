// One mistake of an author, what is shown for it, and the post that is right in all else.

import { ballot, type Files, post } from '../fixture'

/** One mistake; the post is right in all else. */
export type Row = {
  /** Lines of front matter that are changed, added, or (being empty) left out. */
  readonly lines?: { readonly [key: string]: string }
  readonly body?: string
  /** `line:column`, the sentence, and after `~` what may be meant. */
  readonly shown: string
}

const head = "import vote from './vote'\n\n"
const figure = '\n\n<Figure of={vote}>A ballot.</Figure>\n'

/** The files of a post with this mistake; its words begin on line 9. */
export const filesOf = (slug: string, { lines = {}, body = 'Words.' }: Row): Files => ({
  [`${slug}/vote.ts`]: ballot,
  [`${slug}/post.mdx`]: post(slug, head + body + figure, lines),
})
