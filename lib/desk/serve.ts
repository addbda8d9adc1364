// Serves a built site: sirv, the headers of headers.ts, true validators and one address per page.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, relative } from 'node:path'
import sirv from 'sirv'
import { headersFor } from './headers'
import { movedTo, redirectsIn } from './redirects'

type Validators = { readonly etag: string; readonly changed: Date }

/** The address of a file: `/a` for a.html, `/` for index.html. */
export const addressOf = (file: string) =>
  `/${file}`.replace(/(^|\/)index\.html$|\.html$/, '$1') || '/'

/** Every file by its address, with a validator made of its bytes: a rebuild keeps what it can. */
const validatorsOf = (folder: string) => {
  const found = new Map<string, Validators>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const file = relative(folder, path).replaceAll('\\', '/')
    if (!entry.isFile() || /\.(gz|br)$/.test(file) || /^_(headers|redirects|nginx)/.test(file))
      continue
    const digest = createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16)
    const changed = new Date(Math.floor(statSync(path).mtimeMs / 1000) * 1000)
    // Weak, because all encodings of a file share it.
    found.set(addressOf(file), { etag: `W/"${digest}"`, changed })
  }
  return found
}

/** RFC 9110 §13.2.2: If-None-Match decides where it is sent, else If-Modified-Since. */
const isFresh = ({ headers }: IncomingMessage, { etag, changed }: Validators) => {
  const tags = headers['if-none-match']
  if (tags) return tags.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*')
  return Date.parse(headers['if-modified-since'] ?? '') >= changed.getTime()
}

const send = (response: ServerResponse, path: string, more: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries({ ...headersFor(path), ...more }))
    response.setHeader(name, value)
  return response
}

/** Answers requests for a folder that does not change meanwhile. */
export const handler = (folder: string) => {
  const files = validatorsOf(folder)
  const redirects = redirectsIn(folder)
  const missing = readFileSync(join(folder, '404.html'))
  const notFound = (response: ServerResponse) =>
    send(response, '/404', { 'Content-Type': 'text/html; charset=utf-8' })
      .writeHead(404)
      .end(missing)
  const site = sirv(folder, {
    gzip: true,
    brotli: true,
    extensions: ['html'],
    setHeaders: (response, path) => {
      const found = files.get(path)
      send(response, path, found && { ETag: found.etag })
    },
  })
  return (request: IncomingMessage, response: ServerResponse) => {
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, path, { Allow: 'GET, HEAD' }).writeHead(405).end()
    const plain = path.replace(/(\/index)?(\.html)?$/, '').replace(/\/$/, '') || '/'
    const moved = movedTo(redirects, path) ?? movedTo(redirects, plain)
    // Before the file itself: a page for hosts that know no redirects lies at its old address.
    const found = moved === undefined ? files.get(path) : undefined
    if (found && isFresh(request, found))
      return send(response, path, { ETag: found.etag }).writeHead(304).end()
    if (found) return site(request, response, () => void notFound(response))
    const to = moved ?? (files.has(plain) ? plain : undefined)
    if (!to) return notFound(response)
    const location = query === undefined ? to : `${to}?${query}`
    return send(response, path, { Location: location }).writeHead(301).end()
  }
}

/** Serves `folder` at a port of this machine; resolves once it answers. */
export const serve = (folder: string, port: number, host = '127.0.0.1'): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(handler(folder))
    server.on('error', reject).listen(port, host, () => resolve(server))
  })

/** Rejects where nothing may listen there, as `serve` would when everything has been built. */
export const tryPort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject).listen(port, host, () => probe.close(() => resolve()))
  })

// The browser tests start it by itself: folder, port.
if (process.argv[1]?.endsWith('serve.ts')) {
  const [folder = 'out', port = '3000'] = process.argv.slice(2)
  await serve(folder, Number(port))
}
