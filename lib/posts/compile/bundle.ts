// Compiles one body to code (mdx-bundler), and remembers it under the hash of all it was made from.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'
import { bundleMDX } from 'mdx-bundler'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { postFile } from '../folder'
import type { Known } from '../lint/reading'
import { mayHoldLiterals, withoutLiterals } from '../literals'
import { digest, sourceHash } from '../source'
import { readJson, writeWhole } from '../store'
import { furnish } from './furnish'

type Entry = { readonly inputs: { readonly [file: string]: string }; readonly code: string }

/** The hash of a file, or '' where there is none. */
const hashOf = (file: string) => {
  try {
    return digest(readFileSync(/*turbopackIgnore: true*/ file))
  } catch {
    return ''
  }
}

let recipe: string | undefined
/** Everything that code depends on besides the content: this room, and the tools. */
const recipeOf = () => {
  recipe ??= digest(sourceHash('lib/posts'), toolsOf(path.join(process.cwd(), 'package.json')))
  return recipe
}
const toolsOf = (file: string) => {
  const { dependencies } = JSON.parse(readFileSync(/*turbopackIgnore: true*/ file, 'utf8'))
  return JSON.stringify(dependencies)
}

type Failure = { errors?: { text: string; location?: { line: number; column: number } }[] }
const says = (thrown: unknown, file: string) => {
  const [first] = (thrown as Failure).errors ?? []
  return `${file}:1:1 MDX: ${first?.text ?? (thrown as Error).message}`
}

/** Notes every file that a body is made from. */
const inputs = (root: string, read: Set<string>): Plugin => ({
  name: 'inputs',
  setup: (build) =>
    build.onEnd(({ metafile }) => {
      for (const name of Object.keys(metafile?.inputs ?? {}))
        if (!name.includes(':')) read.add(path.resolve(root, name))
    }),
})

const compile = async (root: string, slug: string, known: Known): Promise<Entry> => {
  const file = path.join(root, postFile(slug))
  const read = new Set([file])
  const furnishing = { root, slug, known, read: (name: string) => read.add(name) }
  const literals = mayHoldLiterals(readFileSync(/*turbopackIgnore: true*/ file, 'utf8'))
  const { code } = await bundleMDX({
    file,
    cwd: path.dirname(file),
    // The linter has read the front matter; here it is only skipped.
    grayMatterOptions: () => ({ engines: { yaml: () => ({}) } }),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [
        ...[remarkFrontmatter, remarkGfm, ...(literals ? [] : [withoutLiterals])],
        furnish(furnishing),
      ],
      remarkRehypeOptions: { clobberPrefix: '', footnoteLabel: 'Notes' },
      // Without this a table cell gets a style attribute, which the policy blocks.
      tableCellAlignToStyle: false,
    }),
    esbuildOptions: (options) => ({
      ...options,
      absWorkingDir: root,
      metafile: true,
      minify: false,
      target: 'es2022',
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [...options.plugins!, inputs(root, read)],
    }),
  })
  const names = [...read].sort()
  const hashes = names.map((it) => [path.relative(root, it), hashOf(it)])
  return { inputs: Object.fromEntries(hashes), code }
}

/** Where the code of a body is kept, and what is there, if it was made of what there is now. */
const keptOf = (root: string, slug: string, known: Known) => {
  const words = JSON.stringify([known.terms, known.forms])
  const key = digest(recipeOf(), words, slug, hashOf(path.join(root, postFile(slug))))
  const at = path.join(root, '.cache', 'bodies', `${key}.json`)
  const entry = readJson<Entry>(at)
  const fresh = (it: Entry) =>
    Object.entries(it.inputs).every(([name, was]) => hashOf(path.join(root, name)) === was)
  return { at, key, entry: entry && fresh(entry) ? entry : undefined }
}

/** A text that stands for the code of a body as it is now; undefined where there is none yet. */
export const codeKey = (root: string, slug: string, known: Known): string | undefined => {
  const { key, entry } = keptOf(root, slug, known)
  return entry && digest(key, entry.code)
}

const under = new Map<string, Promise<string>>()

/**
 * The code of a body; from the cache if neither it, nor anything it imports, nor the recipe has
 * changed. The post must have been linted; throws an Error that begins with the file's name.
 */
export const bundle = (root: string, slug: string, known: Known): Promise<string> => {
  const { at, entry } = keptOf(root, slug, known)
  if (entry) return Promise.resolve(entry.code)
  // Two pages may ask at the same time: the second waits for the first.
  const work = under.get(at) ?? make(root, slug, known, at)
  under.set(at, work)
  return work.finally(() => under.delete(at))
}

const make = async (root: string, slug: string, known: Known, at: string) => {
  try {
    const entry = await compile(root, slug, known)
    writeWhole(at, JSON.stringify(entry))
    return entry.code
  } catch (thrown) {
    throw new Error(says(thrown, postFile(slug)), { cause: thrown })
  }
}
