// Links: every address inside the site leads somewhere, and every anchor is there.

import type { Fault } from '../fault'
import { instantOf } from '../instant'
import type { Link, Linted } from '../linted'
import { others, pages } from '../routes'
import { slugOf } from '../slug'
import type { SourceOf } from './across'
import type { Known } from './reading'

export type Site = {
  readonly posts: ReadonlyMap<string, Linted>
  /** Old slugs and where they lead. */
  readonly moved: ReadonlyMap<string, string>
  readonly known: Known
}

/** All that a link may lead to. */
export const siteOf = (posts: readonly Linted[], known: Known): Site => ({
  posts: new Map(posts.map((it) => [it.slug, it])),
  moved: new Map(posts.flatMap((it) => (it.meta?.redirects ?? []).map((old) => [old, it.slug]))),
  known,
})

type Wrong = { says: string; word?: string; known?: Iterable<string> }

const anchorsOf = ({ body }: Linted) =>
  body && [...body.headings.map((it) => it.id), ...body.figures.map((it) => it.id)]

const anchorFault = (anchor: string, anchors: readonly string[] | undefined): Wrong | undefined =>
  !anchor || !anchors || anchors.includes(anchor)
    ? undefined
    : { says: `link: there is no #${anchor} there`, word: anchor, known: anchors }

const outsideFault = (url: string): Wrong | undefined => {
  if (/^mailto:\S+@\S+$/.test(url)) return undefined
  // A URL forgives a slash that is missing; a reader of the source does not see it.
  const parsed = URL.canParse(url) && /^\w+:\/\//.test(url) ? new URL(url) : undefined
  return parsed &&
    /^https?:$/.test(parsed.protocol) &&
    /\.[a-z]+$|^localhost$/.test(parsed.hostname)
    ? undefined
    : { says: `link: ${url} is no address` }
}

/** From when on the public can see a post; a draft never. */
const seenFrom = ({ meta }: Linted) =>
  meta?.draft ? '9999' : meta?.publish ? instantOf(meta.publish) : ''

const postFault = (from: Linted, slug: string, anchor: string, site: Site): Wrong | undefined => {
  const post = site.posts.get(slug)
  if (post) {
    if (seenFrom(from) < seenFrom(post))
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

const insideFault = (from: Linted, url: string, site: Site): Wrong | undefined => {
  const [address = '', anchor = ''] = url.split('#')
  const path = address.split('?')[0]!
  if (path === '') return anchorFault(anchor, anchorsOf(from))
  if (path === '/' || others.test(path)) return undefined
  if (path.endsWith('/')) return { says: `link: ${path} without its last slash` }
  const [, first = '', second] = path.split('/')
  if (first === 'glossary' && !second) return anchorFault(anchor, site.known.terms.map(slugOf))
  if (pages.includes(first) && !second) return undefined
  if (first === 'tags' && second)
    return site.known.tags.includes(second)
      ? undefined
      : { says: `link: there is no tag ${second}`, word: second, known: site.known.tags }
  if (second) return { says: `link: there is no page ${path}` }
  const twin = first.replace(/\.md$/, '')
  return postFault(from, site.posts.has(twin) ? twin : first, anchor, site)
}

const faultOf = (from: Linted, { url }: Link, site: Site): Wrong | undefined => {
  if (url === '') return { says: 'link: it leads nowhere: [words](address)' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return outsideFault(url)
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
