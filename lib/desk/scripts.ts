// Scripts that are files beside the pages: the theme's, and in development the workers.

import { join } from 'node:path'
import { build } from 'esbuild'
import { recipe, workersIn } from '@/components/islands/adapter.js'
import { root } from './run'

/** Writes `theme.js`, which blocks every page and so has at most 300 bytes. */
export async function writeTheme(folder: string) {
  const entryPoints = [join(root, 'components/islands/theme.ts')]
  const plain = { format: 'iife', splitting: false, entryNames: '[name]' } as const
  await build({ ...recipe(root, folder), ...plain, entryPoints })
}

/** Writes the workers to `_islands/<name>.js`, where development looks for them. */
export async function writeWorkers(folder: string) {
  const entryPoints = Object.fromEntries(workersIn(root).map(({ name, file }) => [name, file]))
  if (Object.keys(entryPoints).length === 0) return
  const outdir = join(folder, '_islands')
  await build({ ...recipe(root, outdir), entryNames: '[name]', entryPoints })
}
