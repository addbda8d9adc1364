// What only all posts together can show: identities, instants, series and addresses.

import type { Fault } from '../fault'
import { instantOf, minuteAfter } from '../instant'
import type { Linted } from '../linted'
import { dateKeyOf, dateOf, updatedOf } from '../post'
import { reserved } from '../routes'
import { slugShape } from '../slug'
import type { Source } from '../source'

export type SourceOf = (file: string) => Source

/** Reports the second and later posts that claim the same thing. */
const shared = (
  posts: readonly Linted[],
  source: SourceOf,
  claimsOf: (post: Linted) => readonly (readonly [path: string, value: string])[],
  says: (value: string, other: Linted, path: string) => string,
): Fault[] => {
  const owners = new Map<string, Linted>()
  return posts.flatMap((post) =>
    claimsOf(post).flatMap(([path, value]) => {
      const owner = owners.get(value)
      if (!owner) owners.set(value, post)
      const place = post.places[path] ?? post.places[`key:${path}`] ?? { line: 1, column: 1 }
      return owner && owner !== post
        ? [source(post.file).fault(place, says(value, owner, path))]
        : []
    }),
  )
}

const idsOf = ({ meta }: Linted) => (meta ? ([['id', meta.id]] as const) : [])
/** As a list shows them: it tells two that differ in their capitals alone no better apart. */
const titlesOf = ({ meta }: Linted) =>
  meta ? ([['title', meta.title.toLowerCase()]] as const) : []
const partsOf = ({ meta }: Linted) =>
  meta?.series ? ([['part', `${meta.series} ${meta.part}`]] as const) : []
/** The instants that feeds have of a post, each with the key that says it. */
export const instantsOf = ({ meta }: Linted) => {
  if (!meta) return []
  const [date, updated] = [dateOf(meta), updatedOf(meta)]
  return [
    [dateKeyOf(meta), date] as const,
    ...(updated === date ? [] : [['updated', updated] as const]),
  ]
}
const redirectsOf = ({ meta }: Linted) =>
  (meta?.redirects ?? []).map((slug, i) => [`redirects.${i}`, slug] as const)

/** The next minute at which nothing else was published. */
const free = (posts: readonly Linted[], instant: string): string => {
  const taken = new Set(posts.flatMap(instantsOf).map(([, at]) => at))
  let next = minuteAfter(instant)
  while (taken.has(instantOf(next))) next = minuteAfter(next)
  return next
}

const slugFaults = ({ slug, file }: Linted, source: SourceOf): Fault[] => {
  const says = !slugShape.test(slug)
    ? `slug: a folder's name is its address: small letters, digits and hyphens, not ${slug}`
    : reserved.includes(slug)
      ? `slug: /${slug} is a page of the site; name the folder otherwise`
      : undefined
  return says ? [source(file).fault({ line: 1, column: 1 }, says)] : []
}

const redirectFaults = (posts: readonly Linted[], source: SourceOf): Fault[] => {
  const slugs = new Set(posts.map((it) => it.slug))
  return posts.flatMap((post) =>
    redirectsOf(post).flatMap(([path, slug]) => {
      const taken = slugs.has(slug) ? 'a post' : reserved.includes(slug) ? 'a page' : undefined
      if (!taken) return []
      return [source(post.file).fault(post.places[path]!, `redirects: /${slug} is ${taken}`)]
    }),
  )
}

/** Faults between posts; a post whose front matter is broken takes no part. */
export const lintAcross = (posts: readonly Linted[], source: SourceOf): Fault[] => [
  ...posts.flatMap((it) => slugFaults(it, source)),
  ...shared(posts, source, idsOf, (id, { slug }) => `id: ${slug} has it already: ${id}`),
  ...shared(
    posts,
    source,
    titlesOf,
    (_title, { slug }) => `title: ${slug} has it, too, and a list would show them alike`,
  ),
  ...shared(
    posts,
    source,
    instantsOf,
    (at, { slug }, path) =>
      `${path}: ${slug} has this instant; the next free one is ${free(posts, at)}`,
  ),
  ...shared(
    posts,
    source,
    partsOf,
    (part, { slug }) => `part: ${slug} is part ${part.split(' ')[1]}`,
  ),
  ...shared(posts, source, redirectsOf, (old, { slug }) => `redirects: /${old} leads to ${slug}`),
  ...redirectFaults(posts, source),
]
