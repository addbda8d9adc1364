// The sitemap and robots.txt: every page, and when its content last changed, where that is known.

import { document, element, text } from './xml'

/** An absolute address, and the instant of its newest content, where its content has one. */
export type Address = { readonly url: string; readonly changed?: string }

/** A sitemap (sitemaps.org 0.9), in the order given. */
export const sitemap = (addresses: readonly Address[]) =>
  document([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map(({ url, changed }) =>
      element('url', {}, text('loc', url) + (changed ? text('lastmod', changed) : '')),
    ),
    '</urlset>',
  ])

/** Everybody may read everything. */
export const robots = (sitemapUrl: string) => `User-agent: *\nAllow: /\n\nSitemap: ${sitemapUrl}\n`
