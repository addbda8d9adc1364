// Atom (RFC 4287), with the links of paged and archived feeds (RFC 5005).

import { type Entry, newestOf, type Place, type Publication } from './entry'
import { document, element, text } from './xml'

const entryOf = (entry: Entry) => [
  `<entry xml:lang="${entry.language}">`,
  text('id', entry.id),
  text('title', entry.title),
  element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
  text('published', entry.published),
  text('updated', entry.updated),
  text('summary', entry.summary),
  ...entry.tags.map(({ name, title }) => element('category', { term: name, label: title })),
  text('content', entry.html, { type: 'html', 'xml:base': entry.url }),
  '</entry>',
]

const archiveLinks = ({ self, current, previous, next }: Place) => {
  const link = (rel: string, href: string | undefined) =>
    href ? [element('link', { rel, type: 'application/atom+xml', href })] : []
  return [
    ...link('self', self),
    ...link('current', current),
    ...link('prev-archive', previous),
    ...link('next-archive', next),
  ]
}

/** An Atom document: entries as they are given, newest first. */
export const atom = (
  feed: Publication,
  entries: readonly Entry[],
  place: Place,
  isArchive = false,
) =>
  document([
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"' +
      ` xml:lang="${feed.language}">`,
    ...(isArchive ? ['<fh:archive/>'] : []),
    text('id', feed.id),
    text('title', feed.title),
    text('subtitle', feed.subtitle),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    ...archiveLinks(place),
    text('updated', newestOf(entries)),
    element('author', {}, text('name', feed.author)),
    text('icon', feed.icon),
    ...entries.flatMap(entryOf),
    '</feed>',
  ])
