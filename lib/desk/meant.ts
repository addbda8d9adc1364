// What is about to be published is what was meant: of this address, and no draft among it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFolders, postFile } from '@/lib/posts/folder'
import { nowOf } from '@/lib/posts/instant'
import { readFrontMatter } from '@/lib/posts/lint/front-matter'
import { statusOf } from '@/lib/posts/post'
import { readSource } from '@/lib/posts/source'
import { Refusal, root } from './run'

/** Files that name the address of every post: whoever wrote them wrote all the others. */
const lists = ['sitemap.xml', 'api/posts.json', 'feed.json']

/** Full addresses in them that belong to the site, to be told from those in a post's words. */
const addressesIn = (text: string) =>
  [...text.matchAll(/(?:<loc>|"(?:url|home_page_url|feed_url)": ?")([^<"]+)/g)].map(
    ([, it = '']) => it,
  )

const isOf = (address: string) => (url: string) => url === address || url.startsWith(`${address}/`)

/** The posts that nobody is to have yet, at the moment of this build. */
const unseen = (at: string, now: number) =>
  listFolders(at).flatMap(({ slug, files }) => {
    if (!files.includes('post.mdx')) return []
    const { meta } = readFrontMatter(readSource(at, postFile(slug)))
    return meta && statusOf(meta, now) !== 'published' ? [slug] : []
  })

/**
 * Refuses an export in `folder` that belongs to another address than `address`, or holds a draft:
 * something else has written into it meanwhile.
 */
export function meant(folder: string, address: string, now = nowOf(), at = root) {
  const strange = lists.flatMap((name) => {
    const file = join(folder, name)
    const found = existsSync(file) ? addressesIn(readFileSync(file, 'utf8')) : []
    const other = found.find((url) => !isOf(address)(url))
    return other ? [`${name} names ${other}, and this site is at ${address}`] : []
  })
  const drafts = unseen(at, now).flatMap((slug) => {
    const file = [`${slug}.html`, `${slug}.md`].find((name) => existsSync(join(folder, name)))
    return file ? [`${file} is of a post that is not published yet`] : []
  })
  const faults = [...strange, ...drafts]
  if (faults.length > 0)
    throw new Refusal(
      `This is not what was to be published, and stays where it is:\n${faults.join('\n')}`,
    )
}
