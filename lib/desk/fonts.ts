// Cuts the typeface to what the site uses: woff2 for pages, plain TrueType for pictures.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import { writeWhole } from '@/lib/posts/store'

type Axes = Record<string, number | { min: number; max: number }>

/** One cut: which file of the package, which letters, and where on the axes. */
export type Cut = { name: string; from: string; letters: string; axes: Axes }

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const signs = '\u00a0–—‘’“”…·×−§'
const rareSigns = '±°©½¼µ¹²³'
const accents = 'áàâäåãæçéèêëíîïñóôöøßúüýÁÅÉÖØÜ²³'

/** Letters of names that Western European faces leave out; a page fetches them only when met. */
export const farLetters = 'ćńčłőřšžşğĆČŁŠŽ'
export const greekLetters = 'αβγδεθλμπρστφΔΣΩ'

/** Every character the roman can show. A test holds the published words to these. */
export const letters = ascii + signs + rareSigns + accents + farLetters + greekLetters

/** What pages load: 36 kB before the first paint (text, display), 55 kB in all. */
export const pageCuts: Cut[] = [
  {
    name: 'text',
    from: 'latin-standard-normal',
    letters: ascii + signs + rareSigns + accents,
    axes: { opsz: 14, wght: { min: 400, max: 600 } },
  },
  {
    name: 'display',
    from: 'latin-standard-normal',
    letters: ascii + signs,
    axes: { opsz: 60, wght: 500 },
  },
  {
    name: 'italic',
    from: 'latin-standard-italic',
    letters: `${ascii + signs}áäéèíñóöøüç`,
    axes: { opsz: 14, wght: 400 },
  },
  { name: 'far', from: 'latin-ext-standard-normal', letters: farLetters, axes: text(400) },
  { name: 'greek', from: 'greek-standard-normal', letters: greekLetters, axes: text(400) },
]

/**
 * What pictures are drawn with: one static file a weight, because resvg reads neither woff2 nor
 * axes. All are of the family “Source Serif 4”; weight 500 is the display cut, for cards.
 */
export const pictureCuts: Cut[] = [
  { name: 'text-400', from: 'latin-standard-normal', letters, axes: text(400) },
  { name: 'text-600', from: 'latin-standard-normal', letters, axes: text(600) },
  { name: 'display-500', from: 'latin-standard-normal', letters, axes: { opsz: 60, wght: 500 } },
  { name: 'italic-400', from: 'latin-standard-italic', letters, axes: text(400) },
  { name: 'far-400', from: 'latin-ext-standard-normal', letters: farLetters, axes: text(400) },
  { name: 'greek-400', from: 'greek-standard-normal', letters: greekLetters, axes: text(400) },
]

/** Kerning, ligatures, lining and tabular numbers, and what accents need; the rest is weight. */
const features = ['kern', 'liga', 'lnum', 'tnum', 'ccmp', 'locl', 'mark']

function text(wght: number): Axes {
  return { opsz: 14, wght }
}

const home = path.join('node_modules', '@fontsource-variable', 'source-serif-4')
const store = path.join('.cache', 'fonts')

/** Where pictures find their TrueType files once `writeFonts` has run: for resvg’s `fontFiles`. */
export const pictureFonts = pictureCuts.map((cut) => path.join(store, `${cut.name}.ttf`))

/** Cuts one face, or takes it from the cache, whose key is the source file and the recipe. */
export async function cut(recipe: Cut, format: 'woff2' | 'sfnt'): Promise<Buffer> {
  const source = await readFile(path.join(home, 'files', `source-serif-4-${recipe.from}.woff2`))
  const key = createHash('sha256')
    .update(source)
    .update(JSON.stringify([recipe, format, features]))
    .digest('hex')
  const kept = path.join(store, `${key.slice(0, 16)}.${format}`)
  try {
    return await readFile(kept)
  } catch {
    const made = await subsetFont(source, recipe.letters, {
      targetFormat: format,
      variationAxes: recipe.axes,
      keepFeatures: features,
      noHinting: true,
    })
    writeWhole(kept, made)
    return made
  }
}

/**
 * Writes `public/fonts/*.woff2` with the licence beside them, and `.cache/fonts/*.ttf`; answers the
 * files of the folder. Gives the same bytes each time; takes a few milliseconds when the cache is
 * warm.
 */
export async function writeFonts(folder = path.join('public', 'fonts')): Promise<string[]> {
  for (const recipe of pictureCuts)
    writeWhole(path.join(store, `${recipe.name}.ttf`), await cut(recipe, 'sfnt'))
  const files: [name: string, bytes: Buffer][] = [
    ['OFL.txt', await readFile(path.join(home, 'LICENSE'))],
  ]
  for (const recipe of pageCuts) files.push([`${recipe.name}.woff2`, await cut(recipe, 'woff2')])
  for (const [name, bytes] of files) writeWhole(path.join(folder, name), bytes)
  return files.map(([name]) => path.join(folder, name))
}
