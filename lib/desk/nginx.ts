// nginx's configuration, from the same table of headers and list of redirects as our own server.

import { expressionOf, rules } from './headers'
import { type Redirect, redirectLocations } from './redirects'

const variable = (name: string) => `$po_${name.toLowerCase().replaceAll('-', '_')}`

/** nginx has found `/search.html` for `/search` by the time it looks at a map. */
const fileOf = (match: string) =>
  /[*.]/.test(match) ? expressionOf(match) : expressionOf(match).replace(/\$$/, '(\\.html)?$')

/** One map: the value of a header by path; the last rule that matches wins. */
const mapOf = (name: string) => {
  const values = rules.filter(({ headers }) => name in headers).reverse()
  const everywhere = values.find(({ match }) => match === '/*')?.headers[name] ?? ''
  const lines = values
    .filter(({ match }) => match !== '/*')
    .map(({ match, headers }) => `  "~${fileOf(match)}" "${headers[name]}";`)
  return [`map $uri ${variable(name)} {`, `  default "${everywhere}";`, ...lines, '}'].join('\n')
}

const sent = () => {
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)))
  return [...names].filter((name) => name !== 'Content-Type').sort()
}

/** Types by the ends of names; a `types` of its own takes the place of nginx's. */
const types = `types {
  text/html html; text/css css; text/javascript js; text/plain txt; text/markdown md;
  application/json json; text/xml xml; font/woff2 woff2;
  image/svg+xml svg; image/png png; image/jpeg jpg jpeg; image/gif gif; image/webp webp;
}`

/** Types by whole paths, the last rule that matches first. */
const typed = () =>
  rules
    .filter(({ match, headers }) => headers['Content-Type'] && match !== '/*.md')
    .reverse()
    .map(({ match, headers }) => {
      const type = headers['Content-Type']
      return `location ~ "${expressionOf(match)}" { default_type "${type}"; types {} }`
    })

/** What belongs in `http { … }`. */
export const nginxMaps = () =>
  ['# Include this in http { … }.', ...sent().map(mapOf), ''].join('\n')

/** One address for a page that there is: without .html, index and a slash at its end. */
const onlyAddress = (base: string) => {
  const lead = base ? `^(?:${base}(?=/))?+/` : '^/'
  const more = '(?:/index(?:\\.html)?/?|/|\\.html)'
  return [
    `if ($request_uri ~ "${lead}index(?:\\.html)?/?(\\?.*)?$") { return 301 ${base}/$1; }`,
    'set $po_page "";',
    'set $po_query "";',
    `if ($request_uri ~ "${lead}([^/?][^?]*?)${more}(\\?.*)?$") {`,
    '  set $po_page /$1;',
    '  set $po_query $2;',
    '}',
    ...['$po_page.html', '$po_page'].map(
      (file) => `if (-f $document_root${file}) { return 301 ${base}$po_page$po_query; }`,
    ),
  ]
}

/** Below a path, what follows knows an address without it, whether a proxy took it off or not. */
const shortened = (base: string) => [`rewrite ^${base}$ /;`, `rewrite ^${base}(/.*)$ $1;`]

/**
 * What belongs in `server { … }`, whose `root` is the folder that was built. `base` is the path
 * that the site lies under, and old addresses are as `_redirects` has them.
 */
export const nginxServer = (redirects: readonly Redirect[], base = '') =>
  [
    '# Include this in server { … }, whose root is the folder above this one.',
    'absolute_redirect off;',
    'gzip_static on;',
    'gzip_vary on;',
    '# brotli_static on; where nginx has that module',
    'etag on;',
    'error_page 404 /404.html;',
    ...(base ? shortened(base) : []),
    'if ($request_method !~ ^(GET|HEAD)$) { return 405; }',
    'location ~ ^/_(headers|redirects|nginx) { return 404; }',
    'location ~ \\.(gz|br)$ { return 404; }',
    ...redirectLocations(redirects.map(([from, to]) => [from.slice(base.length), to])),
    ...onlyAddress(base),
    'location = / { try_files /index.html =404; }',
    'location / { try_files $uri $uri.html =404; }',
    'charset utf-8;',
    'charset_types text/css text/javascript text/plain text/markdown application/json',
    '  text/xml image/svg+xml;',
    types,
    ...typed(),
    ...sent().map((name) => `add_header ${name} ${variable(name)} always;`),
    '',
  ].join('\n')
