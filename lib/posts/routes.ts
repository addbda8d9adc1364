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
/** Files and families of addresses that a link may name as they are. */
export const others =
  /^\/(?:(?:atom|rss|sitemap)(?:-[\w-]+)?\.xml|feed\.json|llms\.txt|api\/[\w/-]+\.json|older\/\d+)$/
