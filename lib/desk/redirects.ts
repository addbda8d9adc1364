// Old addresses and where they lead: of pages, and of all that lies below a post's name.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses of the site. A `*` at the end stands for the same rest in both. */
export type Redirect = readonly [from: string, to: string]

/** What of a post has its name in its address, besides its page. */
const families = (slug: string) => [
  `/${slug}`,
  `/${slug}.md`,
  `/api/posts/${slug}.json`,
  `/api/figures/${slug}/*`,
  `/pictures/${slug}/*`,
  `/embed/${slug}/*`,
]

type Moved = { readonly slug: string; readonly redirects: readonly string[] }

/** All old addresses of these posts; `base` is the path that the site lies under. */
export const redirectsOf = (posts: readonly Moved[], base = ''): Redirect[] =>
  posts.flatMap(({ slug, redirects }) =>
    redirects.flatMap((old) => {
      const now = families(slug)
      return families(old).map((from, i) => [base + from, base + now[i]!] as const)
    }),
  )

/** `_redirects`, as Cloudflare Pages and Netlify read it. */
export const redirectsFile = (redirects: readonly Redirect[]) =>
  redirects.map(([from, to]) => `${from} ${to.replace(/\*$/, ':splat')} 301\n`).join('')

/** The lines of a folder's `_redirects`. */
export const redirectsIn = (folder: string): Redirect[] => {
  const file = join(folder, '_redirects')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return text.split('\n').flatMap((line) => {
    const [from, to] = line.trim().split(/\s+/)
    return from?.startsWith('/') && to ? [[from, to.replace(/:splat$/, '*')] as const] : []
  })
}

/** Where a path leads now; undefined where nothing has moved. */
export const movedTo = (redirects: readonly Redirect[], path: string): string | undefined => {
  for (const [from, to] of redirects) {
    if (path === from) return to
    const stem = from.endsWith('*') && from.slice(0, -1)
    if (stem && path.startsWith(stem)) return to.slice(0, -1) + path.slice(stem.length)
  }
  return undefined
}

const quoted = (path: string) => path.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** The same for nginx: locations of a server. It has decoded what it captures: letters only. */
export const redirectLocations = (redirects: readonly Redirect[]): string[] =>
  redirects.map(([from, to]) =>
    from.endsWith('*')
      ? `location ~ ^${quoted(from.slice(0, -1))}([\\w./-]+)$ { return 301 ${to.slice(0, -1)}$1; }`
      : `location = ${from} { return 301 ${to}; }`,
  )
