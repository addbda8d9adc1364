// Lints one post by itself: everything that its own file and the publication's lists can show.

import type { Fault } from '../fault'
import type { FrontMatter } from '../front-matter'
import type { Body, Linted } from '../linted'
import { nearest } from '../nearest'
import type { Source } from '../source'
import { isElement, nodesOf, parseBody } from '../tree'
import { lintElement, lintExpression } from './elements'
import type { Named, ReadFrontMatter } from './front-matter'
import { readFrontMatter } from './front-matter'
import { lintImports } from './imports'
import { lintLost } from './lost'
import { lintCharacters, lintProse } from './prose'
import { type Known, Reading } from './reading'
import { usesOf } from './terms'

const lintList = (
  source: Source,
  places: ReadFrontMatter['places'],
  [path, value]: readonly [string, string],
  known: readonly string[],
): Fault[] => {
  if (known.includes(value)) return []
  const [list] = path.split('.')
  const where = known.length === 0 ? 'content/tags.ts has none' : 'it is not in content/tags.ts'
  const near = nearest(value, known)
  return [source.fault(places[path]!, `${list}: ${value}: ${where}`, near && value, known)]
}

/** Tags and series are those of content/tags.ts. */
const lintLists = (
  source: Source,
  meta: Named,
  places: ReadFrontMatter['places'],
  known: Known,
) => [
  ...(meta.tags ?? []).flatMap((tag, i) =>
    lintList(source, places, [`tags.${i}`, tag], known.tags),
  ),
  ...(meta.series ? lintList(source, places, ['series', meta.series], known.series) : []),
]

/** Data that nobody sees is a figure that was forgotten. */
const lintShown = (reading: Reading) => {
  for (const { name, file, span } of reading.imports.values())
    if (file && !reading.shown.has(name))
      reading.fault(span, `import: no <Figure of={${name}}> shows it`)
}

const lintBody = (source: Source, known: Known): { body?: Body; faults: readonly Fault[] } => {
  const parsed = parseBody(source)
  if ('fault' in parsed) return { faults: [parsed.fault] }
  const reading = new Reading(source, parsed.tree, known)
  lintCharacters(reading)
  lintImports(reading)
  const nodes = [...nodesOf(parsed.tree)]
  for (const [node, above] of nodes)
    if (isElement(node)) lintElement(reading, node, above)
    else if (/^mdx(Flow|Text)Expression$/.test(node.type)) lintExpression(reading, node)
  const { figures, claims, moments, factUses, predictions, terms, rules, faults } = reading
  const plain = nodes.map(([node]) => node)
  const prose = lintProse(
    reading,
    plain,
    figures.map((it) => it.id),
  )
  lintLost(reading, nodes)
  lintShown(reading)
  const imports = [...reading.imports.values()].filter((it) => it.file)
  const uses = usesOf(reading)
  const found = { figures, claims, moments, factUses, predictions, terms, uses, rules }
  return { faults, body: { ...prose, imports, ...found } }
}

/** A page with a title and nothing below it. */
const emptyFaults = (source: Source, meta?: FrontMatter, body?: Body): Fault[] => {
  if (!body || meta?.draft || body.wordCount > 0) return []
  if ([body.figures, body.images, body.rules].some((it) => it.length > 0)) return []
  const { line } = source.at(source.text.trimEnd().length)
  const says = 'post: it has no words yet; until it has, say draft: true'
  return [source.fault({ line, column: 1 }, says)]
}

/** A file that holds no words at all: whatever else could be said of it follows from that. */
const unreadable = ({ text }: Source): string | undefined => {
  if (text.trim() === '') return 'post: the file is empty; npm run new shows how one begins'
  return /^\ufffd|\0/.test(text)
    ? 'post: this is no text that can be read; save the file as UTF-8'
    : undefined
}

/** A merge that nobody has ended: both texts are there, and the marks around them. */
const unmerged = (source: Source): Fault[] => {
  const at = /^<{7} .*$(?=[\s\S]*^={7}$[\s\S]*^>{7} )/m.exec(source.text)
  const says =
    'post: a merge is left unfinished here; keep one side, and none of <<<<<<<, ======= and >>>>>>>'
  return at ? [source.fault({ ...source.at(at.index), length: at[0].length }, says)] : []
}

/** What one post says and what is wrong with it, as far as it can be known from its own file. */
export const lintPost = (slug: string, source: Source, known: Known): Linted => {
  const unread = unreadable(source)
  if (unread) {
    const faults = [source.fault({ line: 1, column: 1 }, unread)]
    return { slug, file: source.file, faults, places: {} }
  }
  const merge = unmerged(source)
  if (merge.length > 0) return { slug, file: source.file, faults: merge, places: {} }
  const { meta, named, places, faults } = readFrontMatter(source)
  // Where front matter has no first or last line, it and the body cannot be told apart.
  const apart = meta || !faults.some((it) => /^front matter: .*---/.test(it.says))
  const { body, faults: inBody } = apart ? lintBody(source, known) : { faults: [] }
  // What has not the shape of a name is in no list, and that is one fault.
  const lists = lintLists(source, meta ?? named ?? {}, places, known).filter(
    (it) => !faults.some(({ line, column }) => line === it.line && column === it.column),
  )
  const all = [...faults, ...lists, ...inBody, ...emptyFaults(source, meta, body)]
  return {
    slug,
    file: source.file,
    faults: all,
    places,
    ...(meta && { meta }),
    ...(body && { body }),
  }
}
