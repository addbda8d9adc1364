// What every page says of itself, which a page's own words would replace: the feeds, and the site.

import { site } from '@/content/site'
import { absolute } from './address'

type Named = { readonly url: string; readonly title?: string }
type Types = { [type: string]: Named[] | string }

const atom = 'application/atom+xml'

/** The feeds of everything; readers of feeds take the first. */
export const feeds: Types = {
  [atom]: [{ url: absolute('/atom.xml'), title: site.name }],
  'application/rss+xml': [{ url: absolute('/rss.xml'), title: site.name }],
  'application/feed+json': [{ url: absolute('/feed.json'), title: site.name }],
}

/**
 * The alternates of the page at `path`, with what else there is of it by type. A page's own replace
 * those of the layout, so each page says them all.
 */
export const alternatesOf = (path: string, more: Types = {}) => ({
  canonical: absolute(path),
  types: { ...feeds, ...more },
})

/** Of what a page is a part, for whoever shows a card of it. */
export const everywhere = { siteName: site.name, locale: site.language.replace('-', '_') }

/** The feed of one tag, and then that of everything. */
export const tagFeeds = (tag: string, title: string): Types => ({
  [atom]: [{ url: absolute(`/tags/${tag}/atom.xml`), title }, ...(feeds[atom] as Named[])],
})
