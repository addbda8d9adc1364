// The glossary as pages link to it.

import { glossary } from '@/content/glossary'
import { slugOf } from './slug'

/** Each word with what it says, and the address of its entry on a site below the path `base`. */
export const glossaryAt = (base: string) =>
  Object.fromEntries(
    Object.entries(glossary).map(([word, { says }]) => [
      word,
      { says, href: `${base}/glossary#${slugOf(word)}` },
    ]),
  )
