// Posts as entries of a feed: the body rendered in the feed edition, and held to its profile.

import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { picturePath } from '@/components/editions/address'
import { feedEdition, type Pictured } from '@/components/editions/feed'
import { site } from '@/content/site'
import { tags } from '@/content/tags'
import type { Entry } from '@/lib/feeds/entry'
import { profileFaults } from '@/lib/feeds/profile'
import { type Document, evaluate, type Post } from '@/lib/posts'
import { Refusal } from '@/lib/posts/edit/refusal'
import { cardName } from '@/lib/posts/figure-name'
import { postFile } from '@/lib/posts/folder'
import { slugOf } from '@/lib/posts/slug'
import { imageOf } from './images'
import { address } from './place'

/** A tag as feeds name it. */
export const tagOf = (name: string) => ({
  name,
  title: tags[name as keyof typeof tags]?.title ?? name,
})

/** The whole text of a post for subscribers. Throws a sentence where it would not survive. */
export function feedHtml({ meta, code }: Document, figures: { [id: string]: Pictured }): string {
  const permalink = `${address}/${meta.slug}`
  const components = feedEdition({
    address,
    permalink,
    figures,
    termPath: (word) => `/glossary#${slugOf(word)}`,
    image: (src) => imageOf(meta.slug, src),
  })
  const refuse = (says: readonly string[]): never => {
    throw new Refusal(says.map((it) => `${postFile(meta.slug)}: feed: ${it}`).join('\n'))
  }
  const html = markupOf(() => evaluate<ReactNode>(code, runtime)({ components }), refuse)
  const faults = profileFaults(html)
  return faults.length > 0 ? refuse(faults) : html
}

/** What the linter has let through and React will not draw is still the author's to mend. */
const markupOf = (body: () => ReactNode, refuse: (says: readonly string[]) => never) => {
  try {
    return renderToStaticMarkup(body()).replaceAll(' loading="lazy"', '')
  } catch (thrown) {
    return refuse([(thrown as Error).message])
  }
}

/** An entry without its text: what lists know of a post. */
export const entryOf = (post: Post, html: string): Entry => ({
  id: post.id,
  url: `${address}/${post.slug}`,
  title: post.title,
  summary: post.summary,
  html,
  published: post.date,
  updated: post.updated,
  tags: post.tags.map(tagOf),
  image: address + picturePath(post.slug, cardName),
  language: post.lang || site.language,
})
