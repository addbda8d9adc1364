// Compiles every body that changed, and runs it once with a cast that draws nothing.

import { availableParallelism } from 'node:os'
import path from 'node:path'
import { bundle, codeKey } from '../compile/bundle'
import { components } from '../components'
import { batchesOf, onThreads } from '../crew'
import { evaluate } from '../evaluate'
import type { Fault } from '../fault'
import { postFile } from '../folder'
import type { LintedFolder } from '../lint/all'
import type { Known } from '../lint/reading'
import { Table } from '../store'

/** Some posts of a project. */
export type Batch = {
  readonly root: string
  readonly slugs: readonly string[]
  readonly known: Known
}
/** What is wrong with the body of a post. */
type Wrong = { readonly slug: string; readonly says: string }

const draw = () => null
const runtime = { jsx: draw, jsxs: draw, Fragment: draw }
const cast = Object.fromEntries(Object.keys(components).map((name) => [name, draw]))

const wrongWith = async (root: string, slug: string, known: Known): Promise<Wrong[]> => {
  try {
    evaluate(await bundle(root, slug, known), runtime)({ components: cast })
    return []
  } catch (thrown) {
    return [{ slug, says: (thrown as Error).message.replace(/^\S+:1:1 (MDX: )?/, '') }]
  }
}

/** Compiles a batch; esbuild is a program of its own, so a few at a time keep it busy. */
export const checkBatch = async ({ root, slugs, known }: Batch): Promise<Wrong[]> =>
  (await Promise.all(slugs.map((slug) => wrongWith(root, slug, known)))).flat()

/** A thread takes a moment to load the compiler: fewer posts than this are done by then. */
const many = 150
const atOnce = 8

/** Faults of bodies that do not compile or cannot be run; what was sound is remembered. */
export const checkBodies = async (
  root: string,
  { known, source }: LintedFolder,
  slugs: readonly string[],
  cores = availableParallelism(),
): Promise<Fault[]> => {
  const table = new Table<boolean>(path.join(root, '.cache', 'sound.json'))
  const fresh: string[] = []
  for (const slug of slugs) {
    const key = codeKey(root, slug, known)
    if (key !== undefined && table.knows(key)) table.put(key, true)
    else fresh.push(slug)
  }
  const wrong = await checkFresh(root, fresh, known, cores)
  const broken = new Set(wrong.map(({ slug }) => slug))
  for (const slug of fresh) {
    const key = broken.has(slug) ? undefined : codeKey(root, slug, known)
    if (key !== undefined) table.put(key, true)
  }
  table.save()
  return wrong.map(({ slug, says }) =>
    source(postFile(slug)).fault({ line: 1, column: 1 }, `MDX: ${says}`),
  )
}

const checkFresh = async (
  root: string,
  slugs: readonly string[],
  known: Known,
  cores: number,
): Promise<Wrong[]> => {
  const batches = batchesOf(slugs, atOnce).map((some): Batch => ({ root, slugs: some, known }))
  const wrong: Wrong[][] = []
  if (slugs.length < many || cores < 2)
    for (const batch of batches) wrong.push(await checkBatch(batch))
  else {
    const module = new URL('../body-worker.ts', import.meta.url)
    wrong.push(...(await onThreads<Batch, Wrong[]>(module, batches, { cores })))
  }
  return wrong.flat()
}
