// What happens to pages after Next: its runtime and payload go, and the islands come.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, posix, relative } from 'node:path'
import { build } from 'esbuild'
import { together } from './together.js'

const preact = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': './components/islands/engine.ts',
  'react-dom': './components/islands/engine.ts',
  react: './components/islands/engine.ts',
}

/** In a head: what is said first, and what a page is found by last. */
const kinds = [
  /^<meta charset|^<meta name="viewport"/i,
  /^<title/,
  /^<link(?=[^>]*\brel="preload")/,
  /^<link(?=[^>]*\brel="stylesheet")/,
  /^<script/,
  /^<meta/,
  /^<link/,
]
const inHead = /<(title|script)\b[^>]*>[\s\S]*?<\/\1>|<(?:meta|link)\b[^>]*>/g

/**
 * A head in one order. Next puts the title and what belongs to it wherever it is ready, before or
 * after what the layout says; the same page must be the same bytes.
 */
export const sortHead = (/** @type {string} */ html) =>
  html.replace(/<head>([\s\S]*?)<\/head>/, (_, head) => {
    const all = [...head.matchAll(inHead)].map(([tag]) => tag)
    const rest = head.replace(inHead, '')
    const rank = (/** @type {string} */ tag) => kinds.findIndex((kind) => kind.test(tag))
    const sorted = all.map((tag, i) => ({ tag, by: rank(tag) * 1000 + i }))
    sorted.sort((a, b) => a.by - b.by)
    return `<head>${sorted.map(({ tag }) => tag).join('')}${rest}</head>`
  })

/** A page without what only Next's client would use. Data blocks (JSON-LD) stay. */
export const strip = (/** @type {string} */ html) =>
  html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (all, attributes) =>
      /\btype="application\/|\bsrc="[^"]*\/theme\.js"/.test(attributes) ? all : '',
    )
    .replace(/<link(?=[^>]*\brel="(?:module)?preload")(?=[^>]*\bas="script")[^>]*>/g, '')
    .replace(/<link(?=[^>]*\brel="preconnect")(?=[^>]*\bhref="\/")[^>]*>/g, '')
    .replace('<div hidden=""><!--$--><!--/$--></div>', '')
    // Never the empty comment: it keeps two text nodes apart, and hydration counts them.
    .replace(/<!--\/?\$-->/g, '')
    // Inside a drawing HTML knows the short way to end what is empty.
    .replace(/<(path|rect|circle|line|ellipse|text)\b([^<>]*)><\/\1>/g, '<$1$2/>')
    // Utilities are written over several lines.
    .replace(/ class="\s*([^"]*?)\s*"/g, (_, all) => ` class="${all.replace(/\s+/g, ' ')}"`)
    // What an island is given is JSON, full of double quotes; its single ones are escaped.
    .replace(
      / data-props="([^"]*)"/g,
      (_, json) => ` data-props='${json.replaceAll('&quot;', '"')}'`,
    )

/** A style sheet whose addresses lie below the path of the site; Next sees to its own alone. */
export const below = (/** @type {string} */ base, /** @type {string} */ css) =>
  css.replace(/url\((["']?)(\/(?!\/)[^)"']*)/g, (all, quote, path) =>
    path.startsWith(`${base}/_next/`) ? all : `url(${quote}${base}${path}`,
  )

/**
 * A page with its words, which are `drawn` apart by their name (lib/desk/bodies.ts), and with the
 * tag that loads what wakes, where something can.
 */
export const whole = (
  /** @type {string} */ html,
  /** @type {(name: string) => string} */ drawn,
  /** @type {string} */ live,
) => {
  const page = html.replace(
    / data-words="([^"]*)"><\/(\w+)>/g,
    (_, name, element) => `>${drawn(name)}</${element}>`,
  )
  return page.includes(' data-island="') ? page.replace('</head>', live) : page
}

/** What may be in no page, with the sentence that stops the build. */
const forbidden = [
  ['<template id="B:', 'a Suspense boundary was left outside its place'],
  ['<!--$?-->', 'a Suspense boundary was left unfinished'],
  [' style="', 'an inline style, which the policy blocks'],
  ['<style', 'an inline style sheet, which the policy blocks'],
  ['__next_f', 'payload of Next'],
  [' data-words="', 'a place without its words'],
  [' onclick="', 'an inline handler, which the policy blocks'],
]

/** The sentences that say what is wrong with a whole page; none where it is right. */
export const faultsOf = (/** @type {string} */ html) =>
  forbidden.filter(([mark]) => html.includes(mark)).map(([, says]) => says)

/** Payload, runtime and leftovers among the paths of an export; `all` are all its paths. */
export const isLeftover = (/** @type {string} */ path, /** @type {Set<string>} */ all) =>
  /(^|\/)__next\.[^/]*\.txt$/.test(path) ||
  // robots.txt and llms.txt have no page of their name.
  (path.endsWith('.txt') && all.has(path.replace(/\.txt$/, '.html'))) ||
  /^_next\/static\/.*\.(js|json|map)$/.test(path) ||
  /^_not-found(\.|\/)/.test(path) ||
  /^404\//.test(path)

/** Paths of all files below a folder, in order. */
export const walk = (/** @type {string} */ folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

/** Of what Next made, only what a page or a style sheet names: page by page, there may be many. */
const dropUnused = (/** @type {string} */ out) => {
  const all = walk(out)
  const unnamed = new Set(all.filter((path) => path.startsWith('_next/')))
  for (const path of all.filter((path) => /\.(html|css)$/.test(path))) {
    const text = readFileSync(join(out, path), 'utf8')
    for (const file of unnamed) if (text.includes(basename(file))) unnamed.delete(file)
  }
  for (const file of unnamed) rmSync(join(out, file))
}

const dropEmpty = (/** @type {string} */ folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) dropEmpty(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

/** The workers among the components: `<name>.worker.ts`. */
export const workersIn = (/** @type {string} */ root) =>
  walk(join(root, 'components'))
    .filter((path) => path.endsWith('.worker.ts'))
    .map((path) => ({ name: basename(path, '.worker.ts'), file: join(root, 'components', path) }))

/**
 * esbuild's options for everything that runs in a reader's browser.
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export const recipe = (/** @type {string} */ root, /** @type {string} */ outdir) => ({
  absWorkingDir: root,
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  metafile: true,
  jsx: 'automatic',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: process.env.ISLANDS === 'react' ? {} : preact,
  logLevel: 'warning',
})

/** Names of the outputs, by the entry they were made of. */
const outputsOf = (metafile) =>
  Object.entries(metafile.outputs)
    .filter(([, output]) => output.entryPoint)
    .map(([path, { entryPoint }]) => [entryPoint, basename(path)])

/** Bundles the loader, the parts and the workers. */
export const bundle = async (root, out, base) => {
  const common = recipe(root, join(out, '_islands'))
  const files = workersIn(root)
  const addresses = {}
  if (files.length > 0) {
    const entryPoints = files.map(({ file }) => file)
    const { metafile } = await build({ ...common, entryPoints })
    for (const [entry, file] of outputsOf(metafile))
      addresses[basename(entry, '.worker.ts')] = `${base}/_islands/${file}`
  }
  const loader = 'components/islands/loader.ts'
  const define = { ...common.define, WORKERS: JSON.stringify(addresses) }
  const options = { ...common, define, entryPoints: [loader] }
  await build({ ...options, plugins: [await together(options)] })
}

/** The tag that loads the loader which lies in `out`, and the end of the head. */
export const tag = (/** @type {string} */ out, /** @type {string} */ base) => {
  const file = readdirSync(join(out, '_islands')).find((name) => /^loader-\w+\.js$/.test(name))
  const digest = createHash('sha384').update(readFileSync(join(out, '_islands', file)))
  const address = posix.join(base || '/', '_islands', file)
  const integrity = `sha384-${digest.digest('base64')}`
  return `<script type="module" src="${address}" integrity="${integrity}"></script></head>`
}

/** Turns Next's export in `out` into frames: pages as they are published, but for their words. */
export const finish = async (
  /** @type {string} */ root,
  /** @type {string} */ out,
  /** @type {string} */ base = '',
) => {
  const all = new Set(walk(out))
  for (const path of all) if (isLeftover(path, all)) rmSync(join(out, path))
  const change = (/** @type {RegExp} */ kind, /** @type {(text: string) => string} */ made) => {
    for (const path of walk(out).filter((it) => kind.test(it)))
      writeFileSync(join(out, path), made(readFileSync(join(out, path), 'utf8')))
  }
  change(/\.css$/, (css) => below(base, css))
  change(/\.html$/, (html) => sortHead(strip(html)))
  await bundle(root, out, base)
  dropUnused(out)
  dropEmpty(out)
}

export default {
  name: 'islands',
  async onBuildComplete({ projectDir, config }) {
    const out = join(projectDir, process.env.OUT ?? 'out')
    if (!existsSync(out)) throw new Error(`Next exported nothing to ${relative(projectDir, out)}`)
    await finish(projectDir, out, config.basePath)
  },
}
