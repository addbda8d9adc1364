// What the page of a post must be told of the publication: words, answers, and sums.

import { glossary } from '@/content/glossary'
import { predict } from './predictions'
import { summed } from './samples'
import { slugOf } from './slug'

/** Each word of the glossary with what it says, and the address of its entry. */
const termsAt = (base: string) =>
  Object.fromEntries(
    Object.entries(glossary).map(([word, { says }]) => [
      word,
      { says, href: `${base}/glossary#${slugOf(word)}` },
    ]),
  )

/** Of a post, on a site below the path `base` ('' at the root of its address). */
export const pageContext = (slug: string, base: string) => ({
  ...{ slug, base, terms: termsAt(base), predict, summary: summed },
})
