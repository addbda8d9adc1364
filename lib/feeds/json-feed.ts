// JSON Feed 1.1 (jsonfeed.org/version/1.1).

import type { Entry, Place, Publication } from './entry'

const itemOf = (entry: Entry) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  summary: entry.summary,
  content_html: entry.html,
  date_published: entry.published,
  ...(entry.updated !== entry.published && { date_modified: entry.updated }),
  image: entry.image,
  tags: entry.tags.map(({ title }) => title),
  language: entry.language,
})

/** A JSON Feed document: entries as they are given, newest first. */
export const jsonFeed = (feed: Publication, entries: readonly Entry[], { self, next }: Place) =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.subtitle,
      home_page_url: feed.home,
      feed_url: self,
      ...(next && { next_url: next }),
      icon: feed.icon,
      language: feed.language,
      authors: [{ name: feed.author, url: feed.home }],
      items: entries.map(itemOf),
    },
    null,
    1,
  )}\n`
