// A worker thread that runs TypeScript. Its module is bundled first: where tsx reads one module
// after another, threads ask threads about each import, and on two cores all of them wait.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build, type Plugin } from 'esbuild'
import { writeWhole } from './store'

/** A module that asks where it stands is told of its source, and not of the bundle. */
const placed: Plugin = {
  name: 'placed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]lib[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const at = JSON.stringify(pathToFileURL(path).href)
      return { contents: text.replaceAll('import.meta.url', at), loader: 'ts' }
    }),
}

/** Bundles a module of this project, with packages left as they are; answers where the code is. */
const bundled = async (module: URL): Promise<URL> => {
  const file = fileURLToPath(module)
  const root = fileURLToPath(new URL('../../', module))
  const { outputFiles } = await build({
    ...{ entryPoints: [file], absWorkingDir: root, plugins: [placed], write: false },
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm' },
    ...{ sourcemap: 'inline', sourcesContent: false },
  })
  const code = new URL(`../../.cache/threads/${basename(file, '.ts')}.mjs`, module)
  writeWhole(fileURLToPath(code), outputFiles[0]!.text)
  return code
}

/** Starts threads on a module: `await threadsOn(new URL('./x.ts', import.meta.url))`. */
export async function threadsOn(module: URL): Promise<(workerData?: unknown) => Worker> {
  const code = await bundled(module)
  return (workerData) =>
    new Worker(code, {
      workerData,
      // What the parent needs to read TypeScript is of no use here.
      execArgv: ['--enable-source-maps'],
      // What a thread makes is thrown away at once: with room for it, a fifth of the time is saved.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
}
