// The import lines of a post: each brings one figure's data, and nothing else.

import type { ImportDeclaration } from 'estree'
import { nameFault } from '../figure-name'
import { slugShape } from '../slug'
import { placed, spanOf, type Tree } from '../tree'
import type { Reading } from './reading'

/** The name of the figure whose data is imported; undefined where something else is. */
const figureIn = (from: string) => {
  const name = from.slice('./'.length)
  return from.startsWith('./') && slugShape.test(name) ? name : undefined
}
/** Written with its ending, a file is still known. */
const bare = (from: string) => from.replace(/\.tsx?$/, '')

const lintImport = (reading: Reading, line: ImportDeclaration) => {
  const at = placed(reading.source, line.source)
  const from = String(line.source.value)
  const figure = figureIn(from)
  const odd = figure && nameFault(figure)
  const [first] = line.specifiers
  const whole = line.specifiers.length === 1 && first?.type === 'ImportDefaultSpecifier'
  if (!figure) {
    const says = `import: a post imports its own figures' data, as './split-vote', not '${from}'`
    reading.fault(at, says, bare(from), figureIn(bare(from)) ? [bare(from)] : [])
  } else if (odd) reading.fault(at, `import: ${odd}`)
  else if (!whole)
    reading.fault(at, `import: a data file has one default: import name from '${from}'`)
  // A refused import still names what it names, or every use of it would be one more fault.
  for (const { local } of line.specifiers) {
    const span = placed(reading.source, local)
    if (reading.imports.has(local.name))
      reading.fault(span, `import: ${local.name} is imported twice`)
    else
      reading.imports.set(local.name, {
        name: local.name,
        file: (whole && !odd && figure) || '',
        span,
      })
  }
}

/** Imports that Markdown takes for words, and prints as they stand. */
const printed = /^import\s+(\w+)\s+from\s+['"].*/gm

const lintPrinted = (reading: Reading, node: Tree) => {
  const { start, end } = node.position!
  for (const found of reading.source.text.slice(start.offset, end.offset).matchAll(printed)) {
    const [line, name = ''] = found
    const span = { ...reading.source.at(start.offset + found.index), length: line.length }
    const says =
      found.index > 0 ? 'a blank line is missing above' : 'it begins at the very left of its line'
    reading.fault(span, `import: ${says}`)
    reading.imports.set(name, { name, file: '', span })
  }
}

/** Notes all imports, and refuses exports: a post is data. */
export const lintImports = (reading: Reading) => {
  for (const node of reading.tree.children ?? []) {
    if (node.type === 'paragraph') lintPrinted(reading, node)
    if (node.type !== 'mdxjsEsm') continue
    for (const line of node.data?.estree?.body ?? [])
      if (line.type === 'ImportDeclaration') lintImport(reading, line)
      else refuse(reading, node)
  }
}

const refuse = (reading: Reading, node: Tree) =>
  reading.fault(spanOf(node), 'export: a post exports nothing; data belongs in a file beside it')
