// Walks the house and holds every file against the rules: `path:line: what is wrong`.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { alone, type Rule, rules, targetOf } from './rules'
import { read, type Source } from './syntax'

const rooms = ['app', 'components', 'content', 'e2e', 'lib']
const top = ['next.config.js', 'vitest.config.ts']
const forbidden = /(^|\/)(utils?|helpers?|common|types|hooks|config|styles|scripts|tests?)$/

/** All files of the rooms that are written by hand as code, by their paths from `root`. */
export const codeIn = (root: string): string[] => {
  const walk = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
      const name = `${path}/${entry.name}`
      if (entry.isDirectory()) return walk(name)
      return /\.(tsx?|js|css)$/.test(name) ? [name] : []
    })
  const files = rooms.filter((room) => existsSync(join(root, room))).flatMap(walk)
  return [...files, ...top.filter((file) => existsSync(join(root, file)))].sort()
}

/** A style sheet has no imports and no functions; its lines are looked at all the same. */
const sourceOf = (path: string, text: string): Source =>
  path.endsWith('.css')
    ? {
        path,
        lines: text.split('\n'),
        values: [],
        imports: [],
        functions: [],
        exported: [],
        used: [],
      }
    : read(path, text)

const folderFaults = (path: string) => {
  const folder = posix.dirname(path)
  const deep = folder.split('/').length > 3 && !folder.startsWith('app/')
  return [
    ...(deep ? [`${path}:1: deeper than three folders`] : []),
    ...(forbidden.test(folder) ? [`${path}:1: a folder where things collect`] : []),
  ]
}

/** What is wrong with one file, by the rules that look at a file alone. */
export const faultsOf = (path: string, text: string, more: readonly Rule[] = []): string[] => {
  const source = sourceOf(path, text)
  return [...rules, ...more]
    .flatMap((rule) => rule(source))
    .map(({ line, says }) => `${path}:${line}: ${says}`)
}

/** Rings of modules that need one another when they run: each once, as a chain of paths. */
export const ringsAmong = (sources: readonly Source[]): string[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const find = (path: string) =>
    ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
      .map((end) => path + end)
      .find((it) => byPath.has(it))
  const done = new Set<string>()
  const rings: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) rings.push(`${path}:1: a ring: ${[...way, path].join(' → ')}`)
    if (done.has(path) || way.includes(path)) return
    for (const { from } of byPath.get(path)?.values ?? []) {
      const to = find(targetOf(path, from) ?? '-')
      if (to) visit(to, [...way, path])
    }
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return rings
}

/** The protocols named in lib/protocols/index.ts. */
const protocolsIn = (root: string) => {
  const text = readFileSync(join(root, 'lib/protocols/index.ts'), 'utf8')
  return new Set([...text.matchAll(/import\('\.\/([\w-]+)/g)].map(([, name = '']) => name))
}

/** Everything that is not in order, file by file. */
export const houseFaults = (root: string): string[] => {
  const files = codeIn(root).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  const more = [alone(protocolsIn(root))]
  return [
    ...files.flatMap(([path]) => folderFaults(path)),
    ...files.flatMap(([path, text]) => faultsOf(path, text, more)),
    ...ringsAmong(files.map(([path, text]) => sourceOf(path, text))),
  ]
}
