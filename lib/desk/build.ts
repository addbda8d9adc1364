// `npm run build`: checks everything, writes every file of the site, and only then replaces out/.

import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { site as published } from '@/content/site'
import { nowOf } from '@/lib/posts/instant'
import { alone } from './alone'
import { meant } from './meant'
import { main, node, Refusal, refuseWords, root, words } from './run'
import { seal } from './seal'
import { soundSite } from './site-line'
import { swap } from './swap'

const help = `npm run build

Checks the content, writes every file of the site, exports the pages and puts them into out/. If
anything fails, out/ stays as it was.

  NOW=2026-12-24T09:00Z  the site as it will be at that instant
  ISLANDS=react          live parts on React, not on Preact`

/** Where a build goes, and the address it believes to have: that of content/site.ts, if none. */
export type Target = { readonly to: string; readonly site?: string }

/** What is wrong with the settings of a build is said at once, and not after minutes. */
const soundSettings = () => {
  nowOf()
  soundSite()
  const { ISLANDS } = process.env
  if (ISLANDS && !/^(preact|react)$/.test(ISLANDS))
    throw new Refusal(`ISLANDS is preact or react, not ${ISLANDS}`)
}

const fresh = '.cache/export'

/** Builds the site. Whatever fails, `to` stays as it was; the faults have then been printed. */
export async function build({ to, site }: Target) {
  soundSettings()
  const leave = alone()
  try {
    await writeSite(site)
    await swap(join(root, fresh), join(root, to))
  } finally {
    leave()
  }
}

/** Makes everything anew in `.cache/export`. */
async function writeSite(site: string | undefined) {
  const env = {
    NODE_ENV: 'production',
    NOW: process.env.NOW ?? `${new Date().toISOString().slice(0, 16)}Z`,
    OUT: fresh,
    BASE_PATH: site ? '' : published.basePath,
    ...(site && { SITE: site }),
  }
  const first = existsSync(join(root, '.cache/frames')) ? '' : ' The first time takes some minutes.'
  await rm(join(root, fresh), { recursive: true, force: true })
  console.log(`Building for ${site ?? published.address + published.basePath}.${first}`)
  console.log('1 of 4: every figure is run, and every claim held against it')
  await node('lib/desk/check.ts', ['--quiet'], { env })
  console.log('2 of 4: feeds, pictures, and the words of pages')
  await node('lib/desk/files.ts', ['--bodies'], { env })
  console.log('3 of 4: pages')
  const [folder, files] = [join(root, fresh), join(root, 'public')]
  const drawn = node('lib/desk/draw.ts', [], { env })
  const indexed = drawn.then(() => {
    console.log('4 of 4: the index of the search, headers and compression')
    return node('lib/desk/search.ts', [folder, files], { env })
  })
  const coming = [drawn, indexed]
  await seal(folder, join(root, '.cache/pressed'), { base: env.BASE_PATH, files, coming })
  meant(folder, site ?? published.address + published.basePath)
}

if (process.argv[1]?.endsWith('build.ts'))
  main(() => {
    refuseWords(words(), help)
    return build({ to: 'out' })
  }, help)
