// Reading a text without looking for bare addresses is reading it, where there are none.

import { readdirSync, readFileSync } from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { mayHoldLiterals, withoutLiterals } from './literals'

const usual = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)
const all = usual().use(remarkMdx).freeze()
const lean = usual().use(withoutLiterals).use(remarkMdx).freeze()

const texts = [
  'One ~~two~~ [three](/four) `five` **six** _seven_ h w H W + - . _\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done[^1]\n\n[^1]: A note.\n',
  "import a from './a'\n\n<Figure of={a}>Words.</Figure> {1 + 1} <Note>http</Note>\n",
  'http: //x, ww.x, https:/x and mailto:x are words.\n',
]

test('what is read is the same, tree and places', () => {
  const posts = readdirSync('content', { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map(({ name }) => readFileSync(`content/${name}/post.mdx`, 'utf8'))
  const bare = [...texts, ...posts].filter((text) => !mayHoldLiterals(text))
  expect(bare.length).toBeGreaterThanOrEqual(texts.length)
  for (const text of bare) expect(lean.parse(text)).toEqual(all.parse(text))
})

test.each(['See www.x.org.', 'See WWW.x.org.', 'See http://x.org.', 'Ask a@b.org.'])(
  '%s holds an address, which only the whole reading finds',
  (text) => {
    expect(mayHoldLiterals(text)).toBe(true)
    const links = (tree: unknown) => JSON.stringify(tree).includes('"link"')
    expect([links(all.parse(text)), links(lean.parse(text))]).toEqual([true, false])
  },
)
