// Puts a figure into a post: its import after the others, and its element at the end.

import { describeFault } from '../fault'
import { plain, Source } from '../source'
import { parseBody, type Tree } from '../tree'
import { type Edit, edited } from './edit'
import { Refusal } from './refusal'

/** Names that nothing may be imported as. */
const taken = new Set(
  [
    'await break case catch class const default delete do else enum export false for function',
    'if import in let new null package return static super switch this throw true try typeof',
    'var void while with yield',
  ].flatMap((line) => line.split(' ')),
)

const importsIn = (tree: Tree) => (tree.children ?? []).filter((it) => it.type === 'mdxjsEsm')

const namesIn = (imports: readonly Tree[]) =>
  imports.flatMap((it) =>
    (it.data?.estree?.body ?? []).flatMap((line) =>
      line.type === 'ImportDeclaration' ? line.specifiers.map(({ local }) => local.name) : [],
    ),
  )

/** 'split-vote' as a name in code: splitVote. */
const identifier = (figure: string, names: readonly string[]) => {
  const camel = figure.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const plainName = /^\d/.test(camel) ? `figure${camel}` : camel
  return taken.has(plainName) || names.includes(plainName) ? `${plainName}Figure` : plainName
}

const fence = /^---[ \t]*\n[\s\S]*?^---[ \t]*(?:\n|$)/m

/** Where the import goes, and what separates it from what stands around it. */
const importEdit = (text: string, imports: readonly Tree[], line: string): Edit => {
  const last = imports.at(-1)?.position?.end.offset
  if (last !== undefined) return { from: last, to: last, text: `\n${line}` }
  const found = fence.exec(text)
  const at = found?.index === 0 ? found[0].length : 0
  const blank = text.slice(at).startsWith('\n') || at === text.length ? '' : '\n'
  return { from: at, to: at, text: `${line}\n${blank}` }
}

/**
 * The post with one figure more; every other byte stays. `raw` is the file as it is. Refuses a body
 * that cannot be read.
 */
export function withFigure(raw: string, figure: string, caption: string): string {
  const text = plain(raw)
  const parsed = parseBody(new Source('post.mdx', text))
  if ('fault' in parsed) throw new Refusal(describeFault(parsed.fault))
  const imports = importsIn(parsed.tree)
  const name = identifier(figure, namesIn(imports))
  const gap = text.endsWith('\n\n') || text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  const end = { from: text.length, to: text.length }
  return edited(raw, [
    importEdit(text, imports, `import ${name} from './${figure}'`),
    { ...end, text: `${gap}<Figure of={${name}}>${caption}</Figure>\n` },
  ])
}
