// A second copy of a built site whose islands run on another engine: only they are made anew.

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, tag } from '@/components/islands/adapter.js'
import { root } from './run'

const old = /<script type="module" src="[^"]*\/_islands\/loader-[^>]*><\/script><\/head>/

/** Copies `from` to `to` with islands on the engine that ISLANDS names. Answers `to`. */
export async function copyWithIslands(from: string, to: string) {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
  rmSync(join(to, '_islands'), { recursive: true })
  await bundle(root, to, '')
  const fresh = tag(to, '')
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    // What was compressed beside it says the old.
    if (/\.html\.(gz|br)$/.test(path)) rmSync(path)
    if (!path.endsWith('.html')) continue
    writeFileSync(path, readFileSync(path, 'utf8').replace(old, fresh))
  }
  return to
}

if (process.argv[1]?.endsWith('engines.ts'))
  await copyWithIslands(join(root, '.cache/local'), join(root, '.cache/react'))
