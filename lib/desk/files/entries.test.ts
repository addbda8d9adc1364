// Everything that an author may write, as subscribers get it: whole, absolute, and with its images.

import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { afterAll, expect, test, vi } from 'vitest'
import { type Document, readDocument } from '@/lib/posts'
import { ballot, clear, folderWith, post } from '@/lib/posts/fixture'
import { writeFonts } from '../fonts'

const root = vi.hoisted(() => ({ at: '' }))
vi.mock('../run', () => ({
  get root() {
    return root.at
  },
}))

const svg = (face: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">` +
  `<text x="2" y="16" font-family="${face}">Ab</text></svg>`

const body = `import vote from './vote'

Words with a note[^1], another[^why], and the first again[^1].

<Figure of={vote}>A ballot.</Figure>

![A map](./map.png)

Beside ![a line](./line.svg) too, [above](#more) and ~~gone~~.

## More

| a | b |
|:--|--:|
| 1 | 2 |

<Note title="Mind">A callout.</Note>

<Formula say="s is one"><var>s</var> = <sup>1</sup></Formula>

\`\`\`ts
1 < 2 && 'x'
\`\`\`

[^1]: Said [there](/about).

    In two paragraphs.
[^why]: Because.
`

root.at = folderWith({
  'one/post.mdx': post('one', body),
  'one/vote.ts': ballot,
  'one/map.png': readFileSync('content/picture.png'),
  'one/line.svg': svg('serif'),
  'one/same.svg': svg('DejaVu Sans'),
  'one/torn.svg': svg('serif').replace('</text>', ''),
})
await writeFonts(join(root.at, 'fonts'))
cpSync('.cache/fonts', join(root.at, '.cache/fonts'), { recursive: true })
afterAll(clear)

const read = async () => (await readDocument('one', { root: root.at }))!
const { feedHtml } = await import('./entries')
const figures = { vote: { src: 'https://e.org/vote.png', alt: 'A vote.', number: 1, at: 30 } }
const html = feedHtml(await read(), figures)
const address = 'https://partial-order.example'

test('images of a post have their size and whole addresses, and a drawing is a PNG', () => {
  expect(html).toContain(
    `<img src="${address}/pictures/one/map.png" width="1440" height="810" alt="A map"/>`,
  )
  expect(html).toContain(`src="${address}/pictures/one/line.svg.png" width="40" height="20"`)
})

test('a note is named by its number, and its number by the note', () => {
  expect(html).toContain(`<sup id="fnref1"><a href="${address}/one#fn1">1</a></sup>`)
  expect(html).toContain(`<sup id="fnref1-2"><a href="${address}/one#fn1">1</a></sup>`)
  expect(html).toContain(`<sup id="fnrefwhy"><a href="${address}/one#fnwhy">2</a></sup>`)
  expect(html).toMatch(/<hr\/>\s*<h2>Notes<\/h2>\s*<ol>\s*<li id="fn1">/)
  expect(html).toContain('<li id="fnwhy">')
})

test('what is drawn of an image does not depend on the faces that a machine has', async () => {
  const { writeImages } = await import('./images')
  const document: Document = await read()
  await writeImages({ ...document, images: ['line.svg', 'same.svg'] })
  const drawn = (name: string) => readFileSync(join(root.at, 'public/pictures/one', name))
  expect(imageSize(drawn('line.svg.png'))).toMatchObject({ width: 80, height: 40 })
  expect(drawn('line.svg.png').equals(drawn('same.svg.png'))).toBe(true)
})

test('an image that cannot be drawn is a sentence that names its file', async () => {
  const { writeImages } = await import('./images')
  const document: Document = await read()
  await expect(writeImages({ ...document, images: ['torn.svg'] })).rejects.toThrow(
    /^content\/one\/torn\.svg: image: it cannot be drawn: /,
  )
})

test('what cannot be drawn or would not survive is a sentence that names the post', async () => {
  const document = await read()
  const drawing = (code: string) => () => feedHtml({ ...document, code }, figures)
  const made = (what: string) => `return { default: () => ${what} }`
  expect(drawing(made('({ leader: 3 })'))).toThrow(
    /^content\/one\/post\.mdx: feed: Objects are not valid as a React child/,
  )
  expect(drawing(made("_jsx_runtime.jsx('marquee', { children: 'x' })"))).toThrow(
    'content/one/post.mdx: feed: <marquee> does not survive feed readers',
  )
})
