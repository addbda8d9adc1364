// The source of one rule of a protocol, as it runs: what <Rule> prints.

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readSource } from './source'

const folder = 'lib/protocols'
const at = (file: string) => path.join(/*turbopackIgnore: true*/ process.cwd(), file)
/** Sources, not tests. */
const sourcesIn = (base: string) => {
  const files = readdirSync(at(base)).filter((it) => /^[\w-]+\.ts$/.test(it))
  return files.sort().map((it) => `${base}/${it}`)
}
/** The folder of another protocol that this one is made from, and stands in. */
const hostOf = (name: string) =>
  readdirSync(at(folder)).find((host) => existsSync(at(`${folder}/${host}/${name}.ts`)))

/**
 * The files that a protocol is written in, relative to the project, its own before those of the
 * protocol that it is made from; none for a strange name.
 */
const filesOfProtocol = (name: string): string[] => {
  const base = `${folder}/${name}`
  if (!/^[a-z0-9-]+$/.test(name)) return []
  if (existsSync(at(`${base}.ts`))) return [`${base}.ts`]
  if (existsSync(at(base))) return sourcesIn(base)
  const host = hostOf(name)
  return host
    ? [...new Set([`${folder}/${host}/${name}.ts`, ...sourcesIn(`${folder}/${host}`)])]
    : []
}

export type Rule = { readonly file: string; readonly line: number; readonly code: string }

/** A protocol, or a function that makes one. */
const opens = /^(?:export )?const \w+: Protocol<|^(?:\S.*)?\): Protocol<\w+> => \(\{$/
const group = /^ {2}(on|after|ask): \{(.*)$/
const own = /^()(?:export )?(?:const|function) (\w+)/
const method = /^( {2})(start|wake|face|facts|history|glyph|reads)\(/
const member = /^( {4})(\w+)(?:\(|: .*[({[>]$|: .*[(].*,$)/
/** `after: { retry: (s, here) => … },` */
const single = /^ {2}(on|after|ask): \{ (\w+)(: .*=>.*) \},$/
/** `election: stand` or `retry`: a rule that is a function of its own. */
const alias = /(?:^|[\s{,])(\w+)(?:: (\w+))?(?=,|\s*\})/g

/** The last line of what opens at `first`: the next one at its depth that closes a bracket. */
const endOf = (lines: readonly string[], first: number, depth: number) => {
  if (!/(?:[{([]|=>|=)$/.test(lines[first]!)) return first
  let last = first + 1
  const goesOn = (line: string) =>
    line === '' || line.search(/\S/) > depth || /^\s*[)\]}].*(?:[{([]|=>)$/.test(line)
  // Where nothing was bracketed (`=>` and an indented value) the line before the next one ends it.
  const bracketed = /[{([]$/.test(lines[first]!)
  while (last < lines.length && goesOn(lines[last]!)) last++
  return bracketed || /^\s*[)\]}]/.test(lines[last] ?? '') ? last : last - 1
}

/** With the comments above it, set to the left. */
const textOf = (lines: readonly string[], first: number, last: number, depth: number) => {
  let from = first
  while (/^ *(\/\*\*| \*|\/\/)/.test(lines[from - 1] ?? '')) from--
  const text = lines.slice(from, last + 1).map((line) => line.slice(depth))
  return text.join('\n').trimEnd().replace(/,$/, '')
}

/** The rules of one file, and the names that stand for a function: `after.election` → `stand`. */
const rulesIn = (file: string, rules: Map<string, Rule>, aliases: Map<string, string>) => {
  const { lines } = readSource(process.cwd(), file)
  let object = false
  let inside = ''
  lines.forEach((line, i) => {
    object = opens.test(line) || (object && line !== '}')
    const begins = object ? group.exec(line) : null
    inside = begins?.[1] ?? (/^ {0,2}\S/.test(line) ? '' : inside)
    const found =
      own.exec(line) ?? (object ? (method.exec(line) ?? (inside && member.exec(line))) : null)
    const alone = object ? single.exec(line) : null
    if (alone)
      rules.set(`${alone[1]}.${alone[2]}`, { file, line: i + 1, code: `${alone[2]}${alone[3]}` })
    else if (found && !begins) {
      const depth = found[1]!.length
      const name = depth === 4 ? `${inside}.${found[2]}` : found[2]!
      const code = textOf(lines, i, endOf(lines, i, depth), depth)
      if (!rules.has(name)) rules.set(name, { file, line: i + 1, code })
    } else if (inside && (begins || /^ {4}[\w: ]+,$/.test(line)))
      for (const [, name, to] of (begins?.[2] ?? line).matchAll(alias))
        aliases.set(`${inside}.${name}`, to ?? name!)
  })
}

/** All rules of a protocol by name: `on.requestVote`, `start`, and its own functions: `commit`. */
export const rulesOf = (protocol: string): ReadonlyMap<string, Rule> => {
  const rules = new Map<string, Rule>()
  const aliases = new Map<string, string>()
  for (const file of filesOfProtocol(protocol)) rulesIn(file, rules, aliases)
  for (const [name, to] of aliases)
    if (rules.has(to) && !rules.has(name)) rules.set(name, rules.get(to)!)
  return rules
}
