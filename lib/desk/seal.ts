// The last touch to an export: policy in the head, files for hosts, compression, true times.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { headersFile, metaPolicy } from './headers'
import { nginxMaps, nginxServer } from './nginx'
import { Press } from './press'
import { redirectsIn } from './redirects'
import { addressOf } from './serve'

const worthIt = /\.(html|css|js|json|xml|svg|txt|md)$/

const walk = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

/** Hosts that send no headers get the policy from the page, before anything it could forbid. */
const withPolicy = (html: string, address: string) => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(address)}"/>`
  return html.replace(/<head>(<meta charset="utf-8"\/>)?/i, (head) => `${head}${meta}`)
}

/** When each page's content last changed, by its path: the sitemap knows. */
const timesIn = (folder: string) => {
  const file = join(folder, 'sitemap.xml')
  const xml = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const entries = xml.matchAll(/<loc>([^<]*)<\/loc>\s*<lastmod>([^<]*)<\/lastmod>/g)
  const times = new Map(
    [...entries].map(([, at = '', time = '']) => [new URL(at).pathname, Date.parse(time) / 1000]),
  )
  return { times, newest: [...times.values()].reduce((last, it) => Math.max(last, it), 0) }
}
type Times = ReturnType<typeof timesIn>

/** The page whose content a file is made of: a post's twin and pictures, a subject's feeds. */
const pageOf = (file: string) =>
  /^(?:pictures|api\/posts|api\/figures|embed)\/([\w-]+)/.exec(file)?.[1] ??
  /^(tags\/[\w-]+)\//.exec(file)?.[1] ??
  /^([\w-]+)\.md$/.exec(file)?.[1]

/** An archive of a feed holds what is old, and says itself how old. */
const ofArchive = (file: string, bytes: Buffer) => {
  if (!/(^|\/)archive-\d+\.(xml|json)$/.test(file)) return undefined
  const said = /(?:<updated>|"date_(?:published|modified)": ")([\dT:.-]+Z)/g
  const times = [...bytes.toString().matchAll(said)].map(([, at = '']) => Date.parse(at))
  return times.length > 0 ? Math.max(...times) / 1000 : undefined
}

/**
 * The time of the newest content in a file, in seconds. A page also depends on style and layout,
 * and hosts make their validator of time and size: within the hour before, its bytes choose.
 */
const timeOf = (file: string, bytes: Buffer, { times, newest }: Times, base: string) => {
  const time =
    ofArchive(file, bytes) ??
    times.get(base + addressOf(file)) ??
    times.get(`${base}/${pageOf(file)}`) ??
    newest
  if (!file.endsWith('.html')) return time
  return Math.max(0, time - (createHash('sha256').update(bytes).digest().readUInt32BE() % 3600))
}

/**
 * Makes an export in `folder` ready to be served or copied to a host. `pressed` is where compressed
 * files are kept from one time to the next.
 */
export async function seal(folder: string, pressed: string, base = '') {
  await writeFile(join(folder, '_headers'), headersFile(base))
  await mkdir(join(folder, '_nginx'), { recursive: true })
  await writeFile(join(folder, '_nginx/http.conf'), nginxMaps())
  await writeFile(join(folder, '_nginx/server.conf'), nginxServer(redirectsIn(folder), base))
  const times = timesIn(folder)
  const files = await walk(folder)
  const press = new Press(pressed)
  const work = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop())
      await sealFile(folder, file, (bytes) => timeOf(file, bytes, times, base), press)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await press.forget()
}

/** Node compresses on threads of its own, of which there are four. */
const atOnce = 4

async function sealFile(
  folder: string,
  file: string,
  timeOf: (bytes: Buffer) => number,
  press: Press,
) {
  const path = join(folder, file)
  let bytes = await readFile(path)
  if (file.endsWith('.html')) {
    bytes = Buffer.from(withPolicy(bytes.toString(), addressOf(file)))
    await writeFile(path, bytes)
  }
  const time = timeOf(bytes)
  const beside = worthIt.test(file) ? await press.beside(path, bytes) : []
  for (const name of [path, ...beside]) await utimes(name, time, time)
}
