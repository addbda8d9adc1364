// Compiles every body that changed, and runs it once with a cast that draws nothing.

import { bundle } from '../compile/bundle'
import { components } from '../components'
import { evaluate } from '../evaluate'
import type { Fault } from '../fault'
import { postFile } from '../folder'
import type { LintedFolder } from '../lint/all'

const draw = () => null
const runtime = { jsx: draw, jsxs: draw, Fragment: draw }
const cast = Object.fromEntries(Object.keys(components).map((name) => [name, draw]))
/** esbuild works on all cores by itself; a few bodies at a time keep it busy. */
const atOnce = 8

const checkBody = async ({ known, source }: LintedFolder, root: string, slug: string) => {
  try {
    evaluate(await bundle(root, slug, known), runtime)({ components: cast })
    return []
  } catch (thrown) {
    const says = `MDX: ${(thrown as Error).message.replace(/^\S+:1:1 (MDX: )?/, '')}`
    return [source(postFile(slug)).fault({ line: 1, column: 1 }, says)]
  }
}

/** Faults of bodies that do not compile, or fail when they are run. */
export const checkBodies = async (
  root: string,
  folder: LintedFolder,
  slugs: readonly string[],
): Promise<Fault[]> => {
  const faults: Fault[] = []
  const queue = [...slugs]
  const work = async () => {
    for (let slug = queue.shift(); slug; slug = queue.shift())
      faults.push(...(await checkBody(folder, root, slug)))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return faults
}
