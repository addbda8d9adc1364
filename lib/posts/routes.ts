// The addresses of the site that are not posts: a slug may not take them, a link may name them.

/** Pages that stand by themselves. */
export const pages = ['about', 'feeds', 'glossary', 'search', 'stage']
/** First parts of addresses that lead to something else than a post. */
export const reserved = [
  ...pages,
  ...[
    '404',
    'api',
    'embed',
    'fonts',
    'icon',
    'index',
    'not-found',
    'older',
    'pictures',
    'post',
    'posts',
    'protocols',
  ],
  ...['studio', 'tags', 'theme', 'atom', 'rss', 'feed', 'llms', 'robots', 'sitemap', 'pagefind'],
]
/** The headings of pages that a link may name; of the other pages none is known. */
export const anchors: { readonly [page: string]: readonly string[] } = {
  about: ['what', 'figures', 'claims', 'terms'],
  feeds: ['subscribe', 'corrections', 'subjects', 'machines'],
}

/** How many posts a page of a list has; a feed and its archives likewise. */
export const pageSize = 20
/** How many posts one file of the API has. */
export const apiSize = 200
/** How many pages so many posts take: at least one. */
export const pagesFor = (posts: number, size: number) => Math.max(1, Math.ceil(posts / size))

/** Full archives only, and none while the feed itself has everything (lib/feeds/archive). */
const archivesFor = (posts: number) =>
  Math.min(Math.floor(posts / pageSize), pagesFor(posts, pageSize) - 1)

/** Whether a feed of so many posts has a file of this name. */
export const isFeed = (name: string, posts: number): boolean => {
  const archive = /^archive-([1-9]\d*)\.(?:xml|json)$/.exec(name)
  if (archive) return Number(archive[1]) <= archivesFor(posts)
  return ['atom.xml', 'rss.xml', 'feed.json'].includes(name)
}

const files = [
  ...['/', '/sitemap.xml', '/robots.txt', '/llms.txt', '/icon.svg'],
  ...['/api/schema.json', '/api/posts.json'],
]

/** Whether a site of so many posts has this address, which is of no one post or tag. */
export const isOfAll = (address: string, posts: number): boolean => {
  const [, older] = /^\/older\/([1-9]\d*)$/.exec(address) ?? []
  if (older) return Number(older) <= pagesFor(posts, pageSize)
  const [, page] = /^\/api\/posts-([2-9]|[1-9]\d+)\.json$/.exec(address) ?? []
  if (page) return Number(page) <= pagesFor(posts, apiSize)
  return files.includes(address) || isFeed(address.slice(1), posts)
}
