// Links: every address inside the site leads somewhere, and every anchor is there.

import { site as own } from '@/content/site'
import type { Fault } from '../fault'
import { instantOf } from '../instant'
import type { Link, Linted } from '../linted'
import { statusOf } from '../post'
import { anchors, isFeed, isOfAll, pages } from '../routes'
import { slugOf } from '../slug'
import type { SourceOf } from './across'
import type { Known } from './reading'

export type Site = {
  readonly posts: ReadonlyMap<string, Linted>
  /** Old slugs and where they lead. */
  readonly moved: ReadonlyMap<string, string>
  readonly known: Known
  /** From when on readers have a post: '' if they have it now, and a draft never. */
  readonly seenFrom: (post: Linted) => string
  /** The posts that readers find at an instant; asked for by many links. */
  readonly shownAt: (instant: string) => readonly Linted[]
}

/** All that a link may lead to at a moment, ms since 1970. */
export const siteOf = (posts: readonly Linted[], known: Known, now: number): Site => {
  const shown = new Map<string, readonly Linted[]>()
  const seenFrom = ({ meta }: Linted) => {
    const status = meta ? statusOf(meta, now) : 'published'
    return status === 'draft' ? '9999' : status === 'scheduled' ? instantOf(meta!.publish!) : ''
  }
  const shownAt = (instant: string) => {
    const found = shown.get(instant) ?? posts.filter((it) => seenFrom(it) <= instant)
    shown.set(instant, found)
    return found
  }
  return {
    seenFrom,
    posts: new Map(posts.map((it) => [it.slug, it])),
    moved: new Map(posts.flatMap((it) => (it.meta?.redirects ?? []).map((old) => [old, it.slug]))),
    known,
    shownAt,
  }
}

type Wrong = { says: string; word?: string; known?: Iterable<string> }

const anchorsOf = ({ body }: Linted) =>
  body && [...body.headings.map((it) => it.id), ...body.figures.map((it) => it.id)]

const anchorFault = (anchor: string, anchors: readonly string[] | undefined): Wrong | undefined =>
  !anchor || !anchors || anchors.includes(anchor)
    ? undefined
    : { says: `link: there is no #${anchor} there`, word: anchor, known: anchors }

/** A name with a top (as ASCII writes it), this machine, or a number, written as one. */
const isHost = (host: string, url: string) =>
  /\.[a-z][a-z0-9-]*$|^localhost$/.test(host) ||
  (/^[\d.]+$|^\[[\da-f:.]+\]$/.test(host) && url.includes(host))

const outsideFault = (url: string): Wrong | undefined => {
  if (/^mailto:\S+@\S+$/.test(url)) return undefined
  // A URL forgives a slash that is missing; a reader of the source does not see it.
  const parsed = URL.canParse(url) && /^\w+:\/\//.test(url) ? new URL(url) : undefined
  return parsed && /^https?:$/.test(parsed.protocol) && isHost(parsed.hostname, url)
    ? undefined
    : { says: `link: ${url} is no address` }
}

const here = new URL(own.address).host

/** An address copied out of a browser: this site's own, or that of somebody who develops it. */
const copiedFault = (url: string, site: Site): Wrong | undefined => {
  if (!URL.canParse(url)) return undefined
  const { host, hostname, pathname, search, hash } = new URL(url)
  const [, first = ''] = pathname.split('/')
  const isPage = site.posts.has(first) || pages.includes(first)
  if (host !== here && !(/^(localhost|127\.0\.0\.1)$/.test(hostname) && isPage)) return undefined
  return { says: `link: inside the site it is written ${pathname}${search}${hash}` }
}

const postFault = (from: Linted, slug: string, anchor: string, site: Site): Wrong | undefined => {
  const post = site.posts.get(slug)
  if (post) {
    if (site.seenFrom(from) < site.seenFrom(post))
      return {
        says: `link: ${slug} is ${post.meta?.draft ? 'a draft' : 'not published before this'}`,
      }
    return anchorFault(anchor, anchorsOf(post))
  }
  const now = site.moved.get(slug)
  if (now) return { says: `link: /${slug} has moved to /${now}` }
  return {
    says: `link: there is no page /${slug}`,
    word: slug,
    known: [...site.posts.keys(), ...pages],
  }
}

/** `/tags/time`, or a feed below it. */
const tagFault = (from: Linted, [tag = '', file, ...more]: string[], site: Site) => {
  if (!site.known.tags.includes(tag))
    return { says: `link: there is no tag ${tag}`, word: tag, known: site.known.tags }
  // Of a post with broken front matter nobody knows what it is filed under.
  const isFiled = ({ meta }: Linted) => !meta || meta.tags?.includes(tag)
  const filed = site.shownAt(site.seenFrom(from)).filter(isFiled).length
  if (filed === 0) return { says: `link: nothing is filed under ${tag}, so it has no page` }
  return more.length > 0 || (file !== undefined && !isFeed(file, filed))
    ? { says: `link: there is no page /tags/${[tag, file, ...more].join('/')}` }
    : undefined
}

/** `/api/posts/one.json` or `/api/figures/one/vote.json`. */
const apiFault = (from: Linted, path: string, site: Site): Wrong | undefined => {
  const says = `link: there is no ${path}`
  const file = /^\/api\/(?:posts\/([^/]+)|figures\/([^/]+)\/([^/]+))\.json$/.exec(path)
  const [slug, id] = [file?.[1] ?? file?.[2], file?.[3]]
  if (slug === undefined) return { says }
  const post = site.posts.get(slug)
  if (!post) return { says, word: slug, known: site.posts.keys() }
  const ids = post.body?.figures.map((it) => it.id)
  const none = id !== undefined && ids && !ids.includes(id)
  return postFault(from, slug, '', site) ?? (none ? { says, word: id, known: ids } : undefined)
}

const insideFault = (from: Linted, url: string, site: Site): Wrong | undefined => {
  const [address = '', anchor = ''] = url.split('#')
  const path = address.split('?')[0]!
  if (path === '') return anchorFault(anchor, anchorsOf(from))
  if (isOfAll(path, site.shownAt(site.seenFrom(from)).length)) return undefined
  if (path.endsWith('/')) return { says: `link: ${path} without its last slash` }
  if (path.endsWith('.html')) return { says: `link: ${path} without its .html` }
  const [, first = '', second, ...more] = path.split('/')
  if (first === 'glossary' && !second) return anchorFault(anchor, site.known.terms.map(slugOf))
  if (pages.includes(first) && !second) return anchorFault(anchor, anchors[first])
  if (first === 'tags' && second) return tagFault(from, [second, ...more], site)
  if (first === 'api') return apiFault(from, path, site)
  if (second) return { says: `link: there is no page ${path}` }
  const twin = first.replace(/\.md$/, '')
  return postFault(from, site.posts.has(twin) ? twin : first, anchor, site)
}

const faultOf = (from: Linted, { url }: Link, site: Site): Wrong | undefined => {
  if (url === '' || url === '#') return { says: 'link: it leads nowhere: [words](address)' }
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(url) ?? []
  if (scheme && scheme !== scheme.toLowerCase())
    return { says: `link: ${scheme} is written small: ${scheme.toLowerCase()}` }
  if (scheme) return copiedFault(url, site) ?? outsideFault(url)
  if (url.startsWith('//')) return { says: `link: ${url}: write https:` }
  if (url.startsWith('/') || url.startsWith('#')) return insideFault(from, url, site)
  return { says: `link: begin with / (inside the site), # (this post) or https:, not ${url}` }
}

/** All links of a post that lead nowhere. */
export const lintLinks = (post: Linted, site: Site, source: SourceOf): Fault[] =>
  (post.body?.links ?? []).flatMap((link) => {
    const wrong = faultOf(post, link, site)
    return wrong ? [source(post.file).fault(link.span, wrong.says, wrong.word, wrong.known)] : []
  })
