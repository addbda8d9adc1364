// The front matter of all posts as contentlayer wrote it; the only place that imports it.

import { allPosts } from 'contentlayer/generated'
import type { FrontMatter } from './front-matter'

/** Front matter by slug. */
export const described = (): ReadonlyMap<string, FrontMatter> =>
  new Map(
    allPosts.map(({ _id, _raw, type, slug, body, ...front }) => [
      slug as string,
      front as unknown as FrontMatter,
    ]),
  )
