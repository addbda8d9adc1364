// What the linter lets through survives feed readers; what would not, it has named at its place.
// So a fault of the feed's own lint is one of its edition, and has no place in the post.

import { readFileSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { readDocument } from '@/lib/posts'
import { ballot, clear, folderWith, post } from '@/lib/posts/fixture'
import { lintAll } from '@/lib/posts/lint/all'

const project = vi.hoisted(() => ({ root: '' }))
vi.mock('../run', () => ({
  get root() {
    return project.root
  },
}))
const { feedHtml } = await import('./entries')
afterAll(clear)

const figures = { vote: { src: 'https://e.org/vote.png', alt: 'A vote.', number: 1, at: 30 } }
const figure = "import vote from './vote'\n\n<Figure of={vote}>A ballot.</Figure>\n\n"
const picture = readFileSync('content/picture.png')
const folderOf = (body: string) =>
  folderWith({
    'one/post.mdx': post('one', `${figure}${body}\n`),
    'one/vote.ts': ballot,
    'one/map.png': picture,
  })
const faultsIn = async (root: string) =>
  (await lintAll(root)).faults.map(({ line, column, says }) => `${line}:${column} ${says}`)

test.each([
  '~~a~~ and **b** and _c_ and `d`',
  '1. a\n1. b\n\nWords.\n\n7. c',
  '| a | b |\n|:-:|--|\n| ![A map](map.png) | `2` |',
  '[![A map](map.png "A title")](/about "Another")',
  '![A map][map], and [it][about]\n\n[map]: map.png\n[about]: /about',
  'www.example.org/?a=1 and me@example.org and [me](mailto:me@example.org)',
  'Words[^1], again[^1].\n\n[^1]: A `note` [there](#vote).\n\n    Twice.',
  '## A *b* `c` <kbd>d</kbd>\n\n> ### In it\n>\n> > Deep.',
  '<dl>\n<dt>a</dt>\n<dd>\n\nb\n\n- c\n\n</dd>\n</dl>',
  '<abbr title="a < b & c > d">x</abbr><br/><ins>a</ins><sup>[x](/about)</sup>',
  '{"<b>"}{1}`<b>` a &lt; b &nbsp; &copy;',
  '<Note title="a < b">\n\n## In a note\n\n```ts\na < b\n```\n\n</Note>',
  '<Rule of="ballot" name="on.vote" />',
  '<At of={vote} time={30}>Here</At> a <Term>quorum</Term> decides.',
  '<Predict of={vote} at={30} ask="Who?" choices={["a", "b"]} fact="outcome" />',
  '[x](https://example.org/"><b>?a=1)',
])('what may be written survives: %s', async (body) => {
  const root = folderOf(body)
  project.root = root
  expect(await faultsIn(root)).toEqual([])
  expect(feedHtml((await readDocument('one', { root }))!, figures)).toContain('<figure id="vote">')
})

test.each([
  ['<marquee>x</marquee>', '11:1 <marquee> is not allowed'],
  ['<kbd className="x">k</kbd>', '11:6 <kbd> may not have className'],
  ['[x](about)', '11:1 link: begin with / (inside the site), # (this post) or https:, not about'],
  [
    'www.example.org/?a=1&utm_source=b',
    '11:1 link: utm_source tells the other side who sent the reader; leave it out',
  ],
  [
    '[x](https://example.org/?a=1&amp;ref=2)',
    '11:1 link: ref tells the other side who sent the reader; leave it out',
  ],
  ['- [x] done', '11:1 list: no boxes to tick; feed readers take them out'],
])('what would not is named where it stands: %s', async (body, says) => {
  expect(await faultsIn(folderOf(body))).toEqual([says])
})
