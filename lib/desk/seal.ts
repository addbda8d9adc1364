// The last touch to an export: files for hosts, compression, true times.

import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { walk } from '@/components/islands/adapter.js'
import { eachOf } from '@/lib/posts/crew'
import { headersFile } from './headers'
import { nginxMaps, nginxServer } from './nginx'
import { Press } from './press'
import { redirectsIn } from './redirects'
import { addressOf } from './serve'

const worthIt = /\.(html|css|js|json|xml|svg|txt|md)$/

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

type Settings = {
  /** The path that all lies below. */
  readonly base?: string
  /** A folder of all that lies beside the pages. */
  readonly files?: string
  /** Each resolves when more has come into the export: the pages, and what is made of them. */
  readonly coming?: readonly Promise<unknown>[]
}

/**
 * Makes an export in `folder` ready to be served or copied to a host; what is still being made is
 * taken when it has come. `pressed` is where compressed files are kept from one time to the next.
 */
export async function seal(folder: string, pressed: string, settings: Settings = {}) {
  const { base = '', files = folder, coming = [] } = settings
  if (files !== folder) cpSync(files, folder, { recursive: true })
  writeFileSync(join(folder, '_headers'), headersFile(base))
  mkdirSync(join(folder, '_nginx'), { recursive: true })
  writeFileSync(join(folder, '_nginx/http.conf'), nginxMaps())
  writeFileSync(join(folder, '_nginx/server.conf'), nginxServer(redirectsIn(folder), base))
  const times = timesIn(folder)
  const press = new Press(pressed)
  const taken = new Set<string>()
  const take = (paths: readonly string[]) => {
    const fresh = paths.filter((path) => !taken.has(path) && !isPressed(path))
    for (const path of fresh) taken.add(path)
    return eachOf(fresh, atOnce, (path) =>
      sealFile(folder, path, (bytes) => timeOf(path, bytes, times, base), press),
    )
  }
  const later = coming.map(async (it) => {
    await it
    await take(walk(folder))
  })
  await allOf([take(walk(files)), ...later])
  press.forget()
}

/** Ends when all have ended, as the first that failed did: none goes on writing. */
const allOf = async (all: readonly Promise<void>[]) => {
  for (const it of await Promise.allSettled(all)) if (it.status === 'rejected') throw it.reason
}

/** What lies beside a file in its compressed forms. */
const isPressed = (path: string) => /\.(gz|br)$/.test(path)

/** Node compresses on threads of its own, of which there are four. */
const atOnce = 4

async function sealFile(
  folder: string,
  path: string,
  timeOf: (bytes: Buffer) => number,
  press: Press,
) {
  const file = join(folder, path)
  const bytes = readFileSync(file)
  const time = timeOf(bytes)
  if (worthIt.test(path)) await press.beside(file, bytes, time)
  utimesSync(file, time, time)
}
