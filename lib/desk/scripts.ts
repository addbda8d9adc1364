// What pages need beside their own code: the theme's script and the workers.

import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { recipe, workersIn } from '@/components/islands/adapter.js'
import { writeWhole } from '@/lib/posts/store'
import { root } from './run'

/** Writes each file whole; answers which. */
async function write(options: BuildOptions): Promise<string[]> {
  const { outputFiles } = await build({ ...options, write: false })
  for (const { path, contents } of outputFiles) writeWhole(path, contents)
  return outputFiles.map(({ path }) => path)
}

/** Writes `theme.js`, which blocks every page and so has at most 300 bytes. */
export async function writeTheme(folder: string) {
  const entryPoints = [join(root, 'components/islands/theme.ts')]
  // Not wrapped: it is the only script of its kind in a page, and every byte of it blocks.
  // As a module would be, for want of bytes: it is alone on the page with its three names.
  const plain = { format: 'esm', splitting: false, entryNames: '[name]' } as const
  return write({ ...recipe(root, folder), ...plain, entryPoints })
}

/** Writes the workers to `_islands/<name>.js`, where development looks for them. */
export async function writeWorkers(folder: string) {
  const entryPoints = Object.fromEntries(workersIn(root).map(({ name, file }) => [name, file]))
  if (Object.keys(entryPoints).length === 0) return []
  const outdir = join(folder, '_islands')
  return write({ ...recipe(root, outdir), entryNames: '[name]', entryPoints })
}
