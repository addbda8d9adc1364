// `npm start`: builds the site for this machine's address where anything changed, and serves it.

import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFolders, postFile } from '@/lib/posts/folder'
import { digest } from '@/lib/posts/source'
import { build } from './build'
import { hashOf } from './made-of'
import { flag, main, portGiven, refuseWords, root, words } from './run'
import { serve, tryPort } from './serve'
import { soundSite } from './site-line'

const help = `npm start [-- --port 3000] [--host]

Builds the site for this machine's address where anything has changed, and serves it.

  --port  another port than 3000
  --host  for others on the network too`

const sources = ['app', 'components', 'content', 'lib', 'next.config.js', 'package-lock.json']

/** The scheduled posts that are out by now; a build asks each post's front matter more closely. */
const out = (now: number) =>
  listFolders(root).flatMap(({ slug, files }) => {
    if (!files.includes('post.mdx')) return []
    const text = readFileSync(join(root, postFile(slug)), 'utf8')
    const publish = /^publish:\s*["']?([^\s"']+)/m.exec(text)?.[1]
    return publish && Date.parse(publish) <= now ? [slug] : []
  })

/** A hash of everything a build depends on. */
const digestOf = (site: string) => {
  const now = process.env.NOW ?? out(Date.now()).join(' ')
  return digest(hashOf(...sources), `${site} ${now} ${process.env.ISLANDS}`)
}

/**
 * Builds the site as `site` would serve it, in a folder beside `out/`, which stays what was built
 * for publication. Does nothing where that was done. Answers the folder.
 */
export async function local(site: string) {
  const to = '.cache/local'
  const stamp = join(root, '.cache/local.stamp')
  const now = digestOf(site)
  const done =
    existsSync(join(root, to)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
  if (done) return join(root, to)
  await build({ to, site })
  await mkdir(join(root, '.cache'), { recursive: true })
  await writeFile(stamp, now)
  return join(root, to)
}

if (process.argv[1]?.endsWith('start.ts'))
  main(async () => {
    refuseWords(words('port'), help)
    const [port, host] = [portGiven(), flag('host') === undefined ? '127.0.0.1' : '0.0.0.0']
    soundSite()
    await tryPort(port, host)
    const folder = await local(`http://localhost:${port}`)
    await serve(folder, port, host)
    console.log(`Partial Order is at http://localhost:${port}`)
  }, help)
