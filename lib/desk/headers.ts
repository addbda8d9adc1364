// The one source of headers: what a server of ours sends, and what other hosts are told to send.

export type Headers = { readonly [name: string]: string }
/** A path, or one with a single `*` in it; later rules win over earlier ones. */
export type Rule = { readonly match: string; readonly headers: Headers }

type Needs = { readonly framedBy?: "'none'" | '*'; readonly wasm?: boolean }

/** The Content-Security-Policy of a page. Trusted Types: `own` is components/islands/trust.ts. */
export const policy = ({ framedBy = "'none'", wasm = false }: Needs = {}) =>
  [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
    "require-trusted-types-for 'script'",
    'trusted-types own',
  ].join('; ')

const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' }
/**
 * Pictures keep their addresses and may be drawn anew; the hash that feeds add behind `?v=` is none
 * that a rule by path can see. An hour, then whoever has one asks whether it is still the same.
 */
const anHour = { 'Cache-Control': 'public, max-age=3600, must-revalidate' }
const open = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
const feed = (type: string) => ({ 'Content-Type': `${type}; charset=utf-8`, ...open })

export const rules: readonly Rule[] = [
  {
    match: '/*',
    headers: {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Content-Security-Policy': policy(),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), usb=()',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Strict-Transport-Security': 'max-age=31536000',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  {
    match: '/embed/*',
    headers: {
      'Content-Security-Policy': policy({ framedBy: '*' }),
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  },
  { match: '/search', headers: { 'Content-Security-Policy': policy({ wasm: true }) } },
  { match: '/_next/static/*', headers: forever },
  { match: '/_islands/*', headers: forever },
  { match: '/pagefind/fragment/*', headers: forever },
  { match: '/pagefind/index/*', headers: forever },
  { match: '/pictures/*', headers: { ...open, ...anHour } },
  // Feeds name it.
  { match: '/icon.svg', headers: open },
  { match: '/api/*', headers: open },
  // Archives, and the feeds of subjects; those that are RSS are told apart below.
  { match: '/archive-*.xml', headers: feed('application/atom+xml') },
  { match: '/archive-*.json', headers: feed('application/feed+json') },
  { match: '/tags/*.xml', headers: feed('application/atom+xml') },
  { match: '/tags/*.json', headers: feed('application/feed+json') },
  { match: '/*atom.xml', headers: feed('application/atom+xml') },
  { match: '/*rss.xml', headers: feed('application/rss+xml') },
  { match: '/*feed.json', headers: feed('application/feed+json') },
  { match: '/*.md', headers: feed('text/markdown') },
  { match: '/*.txt', headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
]

/** A rule's pattern as an expression, for our server and for nginx. */
export const expressionOf = (match: string) =>
  `^${match.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`

const compiled = rules.map(
  ({ match, headers }) => [new RegExp(expressionOf(match)), headers] as const,
)

/** Everything that goes with a path such as `/reaching-consensus`. */
export const headersFor = (path: string): Headers =>
  Object.assign({}, ...compiled.filter(([is]) => is.test(path)).map(([, headers]) => headers))

/** The policy for hosts that send no headers; a frame's may not stand in a page. */
export const metaPolicy = (path: string) =>
  (headersFor(path)['Content-Security-Policy'] ?? '').replace(/frame-ancestors [^;]*; /, '')

/** The page at this address with that policy in it, before anything it could forbid. */
export const withPolicy = (html: string, address: string) => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(address)}"/>`
  return html.replace(/<head>(<meta charset="utf-8"\/>)?/i, (head) => `${head}${meta}`)
}

/**
 * `_headers`, as Cloudflare Pages reads it: rules add up, so what changes is taken off first.
 * `base` is the path that the site lies under.
 */
export const headersFile = (base = '') =>
  rules
    .map(({ match, headers }, i) => {
      const earlier = new Set(rules.slice(0, i).flatMap((rule) => Object.keys(rule.headers)))
      const off = Object.keys(headers).filter((name) => earlier.has(name))
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
      return [base + match, ...off.map((name) => `  ! ${name}`), ...lines].join('\n')
    })
    .join('\n\n')
    .concat('\n')
