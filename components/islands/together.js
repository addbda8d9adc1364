// Fewer files for a figure that wakes: small modules that many parts share travel in one.

import { readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { build } from 'esbuild'

/** @typedef {import('esbuild').Metafile['inputs']} Inputs */

/** All that a file imports at once, itself with it; what esbuild itself adds is no file. */
const closure = (
  /** @type {Inputs} */ inputs,
  /** @type {string} */ file,
  /** @type {Set<string>} */ seen = new Set(),
) => {
  if (seen.has(file) || !inputs[file] || file.startsWith('<')) return seen
  seen.add(file)
  for (const { kind, path } of inputs[file].imports)
    if (kind === 'import-statement') closure(inputs, path, seen)
  return seen
}

/** Who fetches what when it is wanted. */
const fetchesIn = (/** @type {Inputs} */ inputs) =>
  Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.flatMap(({ kind, path }) => (kind === 'dynamic-import' ? [{ from, path }] : [])),
  )

/** The entries that share a file with `leader`; only what `counts`. */
export const sharers = (
  /** @type {Inputs} */ inputs,
  /** @type {string} */ leader,
  /** @type {(file: string) => boolean} */ counts = () => true,
) => {
  const mine = new Set([...closure(inputs, leader)].filter(counts))
  const entries = new Set(fetchesIn(inputs).map(({ path }) => path))
  entries.delete(leader)
  return new Set(
    [...entries].filter((path) => [...closure(inputs, path)].some((file) => mine.has(file))),
  )
}

/** The entries that only `leader`, and what follows it, fetches: where they run, it is there. */
export const followers = (/** @type {Inputs} */ inputs, /** @type {string} */ leader) => {
  const fetches = fetchesIn(inputs)
  const following = new Set(fetches.map(({ path }) => path))
  following.delete(leader)
  const within = (/** @type {Iterable<string>} */ roots) =>
    new Set([...roots].flatMap((path) => [...closure(inputs, path)]))
  for (let size = 0; size !== following.size; ) {
    size = following.size
    const known = within([leader, ...following])
    const others = fetches.filter(({ path }) => path !== leader && !following.has(path))
    const elsewhere = within(others.map(({ path }) => path))
    for (const { from, path } of fetches)
      if (!known.has(from) || elsewhere.has(from)) following.delete(path)
  }
  return following
}

/** The entries that share with a leader one of these files. */
const sharing =
  (/** @type {RegExp} */ files) => (/** @type {Inputs} */ inputs, /** @type {string} */ leader) =>
    sharers(inputs, leader, (file) => files.test(file))

/** Whoever draws a node or a message as the cluster does; its links stand elsewhere too. */
const drawers = sharing(/pictures\/cluster\/(?!links)/)

/** Whoever draws along an axis of time. */
const timed = sharing(/pictures\/(playhead|time-)/)

/** Whoever draws a page of lanes, or keeps one. */
const laned = sharing(/pictures\/lanes\//)

/** Whoever follows, or has to do with runs at all: the kernel travels with the player. */
const runners = (/** @type {Inputs} */ inputs, /** @type {string} */ leader) =>
  new Set([...followers(inputs, leader), ...sharing(/lib\/sim\/run\.ts/)(inputs, leader)])

const hues = ['components/pictures/hue.ts', 'components/pictures/cluster/links.ts']

/**
 * What is there before the rest, in this order. esbuild cuts a bundle by which entries reach a
 * file: what twenty pictures and sheets share in twenty ways would travel in as many files, each
 * compressed alone. So an entry that comes after one of these is said to need the whole of it.
 */
const before = [
  { leader: 'components/islands/hydrate.ts', after: followers },
  { leader: 'components/islands/shared.ts', after: sharers },
  // Most pictures of runs need the rest of it.
  { leader: 'components/figure/player.tsx', after: runners, brings: hues },
  { leader: 'components/pictures/cluster/draw.tsx', after: drawers },
  { leader: 'components/pictures/playhead.tsx', after: timed },
  { leader: 'components/figure/kept.tsx', after: laned },
]

/** esbuild's plugin, for a build with these options. */
export const together = async (/** @type {import('esbuild').BuildOptions} */ options) => {
  const entryPoints = [...options.entryPoints, ...before.map(({ leader }) => leader)]
  const { metafile } = await build({ ...options, entryPoints, write: false, metafile: true })
  const root = options.absWorkingDir ?? '.'
  const all = before.map(({ leader, after }) => ({ leader, after: after(metafile.inputs, leader) }))
  return {
    name: 'together',
    setup(/** @type {import('esbuild').PluginBuild} */ { onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const file = relative(root, path).replaceAll('\\', '/')
        const there = [
          ...all.filter(({ after }) => after.has(file)).map(({ leader }) => leader),
          ...(before.find(({ leader }) => leader === file)?.brings ?? []),
        ]
        if (there.length === 0) return undefined
        const imports = there.map((path) => `import ${JSON.stringify(join(root, path))}`)
        const contents = [readFileSync(path, 'utf8'), ...imports].join('\n')
        return { contents, loader: extname(path) === '.tsx' ? 'tsx' : 'ts' }
      })
    },
  }
}
