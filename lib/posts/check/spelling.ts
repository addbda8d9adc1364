// Spelling: every plain word is in the dictionary, in the glossary, or in content/words.txt.

import { existsSync } from 'node:fs'
import path from 'node:path'
import type nspell from 'nspell'
import type { Fault } from '../fault'
import type { LintedFolder } from '../lint/all'
import { digest, readSource, type Source, sourceHash } from '../source'
import { Table } from '../store'
import { nodesOf, parseBody, type Tree } from '../tree'

type Speller = ReturnType<typeof nspell>

const wordsFile = 'content/words.txt'

/** Words of our own, one a line; `#` begins a comment. */
const readWords = (root: string): string[] => {
  if (!existsSync(/*turbopackIgnore: true*/ path.join(root, wordsFile))) return []
  const lines = readSource(root, wordsFile).lines.map((line) => line.replace(/#.*/, '').trim())
  return lines.filter(Boolean)
}

/** The dictionary, with the words it is told of besides. Takes a third of a second. */
const openDictionary = async (known: readonly string[]): Promise<Speller> => {
  const [{ default: open }, { default: english }] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
  ])
  const dictionary = open(Buffer.from(english.aff), Buffer.from(english.dic))
  for (const word of known.flatMap((it) => it.split(/[\s-]+/))) dictionary.add(word)
  return dictionary
}

/** British forms and what the dictionary, which is American, has in their place. */
const american: readonly (readonly [RegExp, string])[] = [
  [/our(?=$|s$|ed|ing|ab|it|ful|less|er|hood)/, 'or'],
  [/is(?=e$|es$|ed$|er$|ers$|ing$|able$|ation)/, 'iz'],
  [/ys(?=e$|es$|ed$|ing$)/, 'yz'],
  [/re(?=$|s$|d$)/, 'er'],
  [/ll(?=ed$|ing$|er$|ers$)/, 'l'],
  [/l(?=ment|s?$|ful)/, 'll'],
  [/ogue(?=$|s$|d$)/, 'og'],
  [/enc(?=e$|es$|ed$)/, 'ens'],
  [/grey/, 'gray'],
  [/ement(?=$|s$)/, 'ment'],
  [/ae|oe/, 'e'],
  [/mme(?=$|s$)/, 'm'],
  [/que(?=$|s$)/, 'ck'],
]

const isWord = (dictionary: Speller, word: string): boolean =>
  dictionary.correct(word) ||
  dictionary.correct(word.toLowerCase()) ||
  american.some(([british, to]) => {
    const changed = word.toLowerCase().replace(british, to)
    return changed !== word.toLowerCase() && dictionary.correct(changed)
  })

const words = /[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)*/g

/** What begins with a capital may be a name; what touches a digit or a dot is no plain word. */
const isName = (text: string, word: string, at: number) =>
  word.length < 3 ||
  /[A-Z]/.test(word) ||
  /[\w@/.]$/.test(text.slice(0, at)) ||
  /^(?:[\d_@/]|\.\w)/.test(text.slice(at + word.length))

const silent = ['inlineCode', 'code', 'yaml', 'mdxjsEsm', 'mdxTextExpression', 'mdxFlowExpression']

/** The text nodes of a body, outside code and of elements that hold symbols. */
const texts = (tree: Tree): Tree[] =>
  [...nodesOf(tree)].flatMap(([node, above]) => {
    const hidden = [...above, node].some((it) => silent.includes(it.type) || it.name === 'var')
    const address = /^(?:https?:|www\.)/.test(node.value ?? '')
    return node.type === 'text' && !hidden && !address ? [node] : []
  })

const faultsIn = (dictionary: Speller, source: Source, from: number, to: number): Fault[] => {
  const text = source.text.slice(from, to)
  return [...text.matchAll(words)].flatMap(({ 0: found, index }) => {
    const word = found.replace(/’/g, "'").replace(/'s$/, '')
    if (isName(text, found, index) || isWord(dictionary, word)) return []
    const span = { ...source.at(from + index), length: found.length }
    const near = dictionary.suggest(word)[0]
    const fault = source.fault(span, `spelling: ${word} (if it is a word: ${wordsFile})`)
    return [near ? { ...fault, near } : fault]
  })
}

/** Words of a post that no list knows. A body that cannot be read has none. */
const spellingFaults = (dictionary: Speller, source: Source): Fault[] => {
  const parsed = parseBody(source)
  if ('fault' in parsed) return []
  const front = /^(?:title|subtitle|summary): (.*)$/gm
  const end = source.text.indexOf('\n---', 3)
  const head = [...source.text.slice(0, end).matchAll(front)].flatMap(
    ({ 0: line, 1: said, index }) =>
      faultsIn(dictionary, source, index + line.length - said!.length, index + line.length),
  )
  const body = texts(parsed.tree).flatMap(({ position }) =>
    faultsIn(dictionary, source, position!.start.offset, position!.end.offset),
  )
  return [...head, ...body]
}

/** Spelling of all posts; what did not change is remembered, and then no dictionary is opened. */
export const checkSpelling = async (root: string, { posts, known, source }: LintedFolder) => {
  const own = [...readWords(root), ...known.terms, ...Object.keys(known.forms)]
  const table = new Table<Fault[]>(path.join(root, '.cache', 'spelling.json'))
  const recipe = digest(sourceHash('lib/posts/check/spelling.ts'), ...own)
  let dictionary: Promise<Speller> | undefined
  const faults: Fault[] = []
  for (const { file } of posts) {
    const words = source(file)
    const found = await table.get(digest(recipe, file, words.text), async () => {
      dictionary ??= openDictionary(own)
      return spellingFaults(await dictionary, words)
    })
    faults.push(...found)
  }
  table.save()
  return faults
}
