// Holds a post's front matter to its schema, and says where in the file each mistake stands.

import { isMap, isNode, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Fault } from '../fault'
import { type FrontMatter, frontMatter, keys, kinds } from '../front-matter'
import { dayOf, instantOf } from '../instant'
import { dateKeyOf, dateOf } from '../post'
import type { Source, Span } from '../source'
import { swallowed, yamlFault } from './yaml-fault'

/** Front matter as far as it could be read, and where its keys and values stand. */
/** What is looked up in the publication's own lists. */
export type Named = { readonly [K in 'tags' | 'series']?: FrontMatter[K] | undefined }
export type ReadFrontMatter = {
  readonly meta?: FrontMatter
  /** Of a block that is broken elsewhere. */
  readonly named?: Named
  readonly places: { readonly [path: string]: Span }
  readonly faults: readonly Fault[]
}

const fence = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m

/** A node's place; `shift` is where the YAML begins in the file. */
const spanOf = (source: Source, shift: number, node: Node): Span => {
  const [from, to] = node.range ?? [0, 0]
  return { ...source.at(shift + from), length: Math.max(1, to - from) }
}

/** Places of all values (`tags.1`) and of all keys (`key:tags`), by their path. */
const placesOf = (source: Source, shift: number, map: YAMLMap) => {
  const places: { [path: string]: Span } = {}
  const visit = (node: unknown, path: string) => {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const name = path ? `${path}.${String(key)}` : String(key)
        places[`key:${name}`] = spanOf(source, shift, key as Node)
        if (value) visit(value, name)
      }
    else if (node && typeof node === 'object' && 'items' in node)
      for (const [i, item] of (node.items as Node[]).entries()) visit(item, `${path}.${i}`)
    if (path && node && typeof node === 'object' && 'range' in node && isNode(node))
      places[path] = spanOf(source, shift, node as Node)
  }
  visit(map, '')
  return places
}

type Issue = { readonly path: PropertyKey[]; readonly message: string } & Record<string, unknown>
const known = (path: string) =>
  path === '' ? keys : path === 'kind' ? kinds : path.startsWith('changes') ? ['day', 'says'] : []

/** What other publications call the same thing. */
const elsewhere: { readonly [key: string]: string } = {
  ...{ description: 'summary', excerpt: 'summary', abstract: 'summary' },
  ...{ categories: 'tags', keywords: 'tags', topics: 'tags' },
  ...{ published: 'date', created: 'date', lastmod: 'updated', modified: 'updated' },
  ...{ aliases: 'redirects', language: 'lang', guid: 'id' },
}

/** One fault of the schema, at the deepest place that exists in the file. */
const faultOf = (
  source: Source,
  places: ReadFrontMatter['places'],
  data: unknown,
  { path, message, code, keys: extra }: Issue,
): Fault[] => {
  const at = path.map(String).join('.')
  if (code === 'unrecognized_keys')
    return (extra as string[]).map((key) => {
      const name = at ? `${at}.${key}` : key
      const says = `${name}: no such key`
      const meant = at || !Object.hasOwn(elsewhere, key) ? undefined : elsewhere[key]
      return meant
        ? source.fault({ length: key.length, ...places[`key:${name}`]! }, says, meant, [meant])
        : source.fault(places[`key:${name}`]!, says, key, known(at))
    })
  const value = path.reduce<unknown>((it, key) => (it as never)?.[key], data)
  const missing = value === undefined && !places[`key:${at}`]
  const place = places[at] ?? places[`key:${at}`]
  const parent = places[path.slice(0, -1).map(String).join('.')]
  if (missing) return [source.fault(parent ?? { line: 1, column: 1, length: 3 }, `${at}: missing`)]
  const word = typeof value === 'string' ? value : undefined
  const span = place ?? { line: 1, column: 1, length: 1 }
  return [source.fault(span, `${at}: ${message}`, word, known(at))]
}

/** A key that is missing since it is misspelt is one fault, not two. */
const withoutEchoes = (faults: readonly Fault[]) =>
  faults.filter(({ says }) => {
    const [, parent = '', key] = /^((?:[\w.]+\.)?)(\w+): missing$/.exec(says) ?? []
    return !key || !faults.some((it) => it.near === key && it.says.startsWith(parent))
  })

/** What the schema cannot say, since it concerns two keys. */
const together = (
  source: Source,
  meta: FrontMatter,
  places: ReadFrontMatter['places'],
): Fault[] => {
  const faults: Fault[] = []
  const last = (meta.changes ?? [])
    .map((change) => dayOf(change.day))
    .sort()
    .at(-1)
  const updated = meta.updated && instantOf(meta.updated)
  const [first, key] = [dateOf(meta), dateKeyOf(meta)]
  if (updated && updated < first)
    faults.push(source.fault(places.updated!, `updated: before ${key}, which is ${meta[key]}`))
  else if (updated === first) {
    const says = `updated: the same instant as ${key}; give a later one, or leave it out`
    faults.push(source.fault(places.updated!, says))
  } else if (last && (!updated || dayOf(updated) < last)) {
    const says = `updated: the last of changes is of ${last}, and a correction sets updated`
    faults.push(source.fault(places.updated ?? places['key:changes']!, says))
  }
  if (meta.part !== undefined && meta.series === undefined)
    faults.push(source.fault(places['key:part']!, 'part: of which series?'))
  if (meta.series !== undefined && meta.part === undefined)
    faults.push(source.fault(places['key:series']!, 'series: which part of it? part is missing'))
  return faults
}

/** Tags and old slugs that are named twice, and corrections of what had not appeared. */
const inLists = (source: Source, meta: FrontMatter, places: ReadFrontMatter['places']): Fault[] => {
  const twice = (['tags', 'redirects'] as const).flatMap((key) =>
    (meta[key] ?? []).flatMap((it, i, all) =>
      all.indexOf(it) < i
        ? [source.fault(places[`${key}.${i}`]!, `${key}: ${it} stands there twice`)]
        : [],
    ),
  )
  const first = dayOf(dateOf(meta))
  const early = (meta.changes ?? []).flatMap(({ day }, i) => {
    const says = `changes: before ${dateKeyOf(meta)}, which is ${first}`
    return dayOf(instantOf(day)) < first ? [source.fault(places[`changes.${i}.day`]!, says)] : []
  })
  return [...twice, ...early]
}

/** The tags and the series that a broken block names all the same. */
const namedIn = (data: unknown): Named => {
  const { tags, series } = data as { readonly tags?: unknown; readonly series?: unknown }
  const texts = Array.isArray(tags) && tags.every((it) => typeof it === 'string')
  return {
    ...(texts && { tags: tags as string[] }),
    ...(typeof series === 'string' && { series }),
  }
}

/** Reads the block between the two `---`; never throws. */
export const readFrontMatter = (source: Source): ReadFrontMatter => {
  const found = fence.exec(source.text)
  const start = { line: 1, column: 1, length: source.lines[0]?.length || 1 }
  if (!source.text.startsWith('---') || !found || found.index !== 0) {
    const says = source.text.startsWith('---')
      ? 'the closing --- is missing'
      : source.text.trimStart().startsWith('---')
        ? 'its first --- is the very first line of the file'
        : 'missing'
    return { places: {}, faults: [source.fault(start, `front matter: ${says}`)] }
  }
  const shift = found[0].indexOf('\n') + 1
  const document = parseDocument(found[1]!, { lineCounter: new LineCounter(), prettyErrors: false })
  const wrong = swallowed(found[1]!, document) ?? yamlFault(found[1]!, document.errors[0])
  if (wrong) {
    const at = { ...source.at(shift + wrong.at), length: 1 }
    return { places: {}, faults: [source.fault(at, `front matter: ${wrong.says}`)] }
  }
  if (!isMap(document.contents))
    return { places: {}, faults: [source.fault(start, 'front matter: expected keys with values')] }
  const places = placesOf(source, shift, document.contents)
  const data: unknown = document.toJS()
  const read = frontMatter.safeParse(data)
  if (!read.success) {
    const issues = read.error.issues as unknown as Issue[]
    const faults = withoutEchoes(issues.flatMap((it) => faultOf(source, places, data, it)))
    return { places, faults, named: namedIn(data) }
  }
  return {
    meta: read.data,
    places,
    faults: [...together(source, read.data, places), ...inLists(source, read.data, places)],
  }
}
