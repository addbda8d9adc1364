// RSS 2.0 with the whole text (content:encoded) and a link to itself (atom:link).

import { type Entry, newestOf, type Place, type Publication } from './entry'
import { document, element, text } from './xml'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** An instant as RFC 822 writes it, in UTC: "Sun, 22 Nov 2026 09:00:00 GMT". */
export function rfc822(instant: string): string {
  const date = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${days[date.getUTCDay()]}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]}`
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${day} ${date.getUTCFullYear()} ${time} GMT`
}

const itemOf = (entry: Entry) => [
  '<item>',
  text('title', entry.title),
  text('link', entry.url),
  text('guid', entry.id, { isPermaLink: 'false' }),
  text('pubDate', rfc822(entry.published)),
  text('description', entry.summary),
  ...entry.tags.map(({ title }) => text('category', title)),
  text('content:encoded', entry.html),
  '</item>',
]

/** An RSS document: entries as they are given, newest first. */
export const rss = (feed: Publication, entries: readonly Entry[], { self }: Place) =>
  document([
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"' +
      ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>',
    text('title', feed.title),
    text('link', feed.home),
    text('description', feed.subtitle),
    text('language', feed.language.toLowerCase()),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    text('lastBuildDate', rfc822(newestOf(entries))),
    ...entries.flatMap(itemOf),
    '</channel></rss>',
  ])
