// Has contentlayer write what posts are called: in a child, since it ends the process it is in.

import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Linted } from './linted'
import { digest, sourceHash } from './source'
import { readJson, writeWhole } from './store'

const execute = promisify(execFile)

/**
 * What contentlayer runs on. Loaded before contentlayer turns tracing on, it keeps no trace of its
 * steps, which grows with their number: of 4,000 posts it was more than half of the time.
 */
const runtime = '@effect-ts/system/_mjs/Effect/runtime.mjs'

/**
 * Writes `.contentlayer/generated` unless it is there and no front matter has changed since. The
 * posts must have been linted without a fault. Throws with what contentlayer said if it fails.
 */
export const describePosts = async (root: string, posts: readonly Linted[]): Promise<void> => {
  const folder = path.join(root, '.contentlayer')
  const mark = path.join(folder, 'made-from.json')
  const all = posts.map(({ slug, meta }) => [slug, meta])
  const key = digest(sourceHash('lib/posts/contentlayer.config.ts'), JSON.stringify(all))
  if (existsSync(path.join(folder, 'generated')) && readJson(mark) === key) return
  // Its cache goes by the time of a file, which a checkout does not keep.
  for (const old of ['.cache', 'generated', 'made-from.json'])
    rmSync(path.join(folder, old), { recursive: true, force: true })
  const packages = path.join(root, 'node_modules')
  const first = pathToFileURL(path.join(packages, runtime)).href
  const cli = path.join(packages, 'contentlayer2', 'bin', 'cli.cjs')
  const args = ['--import', first, cli, 'build', '-c', 'lib/posts/contentlayer.config.ts']
  // It takes PWD for the folder it is in.
  const env = {
    ...process.env,
    PWD: root,
    NEXT_TELEMETRY_DISABLED: '1',
    CONTENTLAYER_TELEMETRY_DISABLED: '1',
  }
  try {
    await execute(process.execPath, args, { cwd: root, env })
  } catch (thrown) {
    const { stdout = '', stderr = '' } = thrown as { stdout?: string; stderr?: string }
    throw new Error(`contentlayer: ${stdout}${stderr}`, { cause: thrown })
  }
  writeWhole(mark, JSON.stringify(key))
}
