// `npm run build`: checks everything, writes every file of the site, and only then replaces out/.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { site as published } from '@/content/site'
import { nowOf } from '@/lib/posts/instant'
import { main, node, root } from './run'
import { writeStamp } from './scripts'
import { seal } from './seal'
import { writeSearch } from './search'
import { swap } from './swap'

const help = `npm run build

Checks the content, writes every file of the site, exports the pages and puts them into out/. If
anything fails, out/ stays as it was.

  NOW=2026-12-24T09:00Z  the site as it will be at that instant
  ISLANDS=react          live parts on React, not on Preact`

/** Where a build goes, and the address it believes to have: that of content/site.ts, if none. */
export type Target = { readonly to: string; readonly site?: string }

/** Builds the site. Whatever fails, `to` stays as it was; the faults have then been printed. */
export async function build({ to, site }: Target) {
  const fresh = '.cache/export'
  // A wrong NOW is said at once, and not after minutes.
  nowOf()
  const env = {
    NODE_ENV: 'production',
    NOW: process.env.NOW ?? `${new Date().toISOString().slice(0, 16)}Z`,
    OUT: fresh,
    BASE_PATH: site ? '' : published.basePath,
    ...(site && { SITE: site }),
  }
  await mkdir(join(root, '.cache'), { recursive: true })
  await writeStamp(0)
  await rm(join(root, fresh), { recursive: true, force: true })
  console.log(`Building for ${site ?? published.address}. The first time takes some minutes.`)
  console.log('1 of 4: every figure is run, and every claim held against it')
  await node('lib/desk/check.ts', ['--quiet'], { env })
  console.log('2 of 4: feeds, pictures, and all that is no page')
  await node('lib/desk/files.ts', [], { env })
  console.log('3 of 4: pages')
  await node('lib/desk/draw.ts', [], { env })
  console.log('4 of 4: the index of the search, headers and compression')
  await writeSearch(join(root, fresh))
  await seal(join(root, fresh), join(root, '.cache/pressed'), env.BASE_PATH)
  await swap(join(root, fresh), join(root, to))
}

if (process.argv[1]?.endsWith('build.ts')) main(() => build({ to: 'out' }), help)
