// Each way to get the body of a post wrong, with the place and the hint that the author sees.

import { afterAll, expect, test } from 'vitest'
import { ballot, clear, faultsIn } from '../fixture'

afterAll(clear)

const shown = { 'one/vote.ts': ballot }
const imported = "import vote from './vote'\n\n"
const figure = '\n<Figure of={vote}>A ballot.</Figure>\n'
const inPost = (text: string) => faultsIn(`${imported}${text}\n${figure}`, {}, shown)

test('a right post has no fault', async () => {
  const body = `## What happens

Node 1 asks [everybody](#vote), in \`words\`.[^1] A <Term>quorum</Term> of <var>n</var><sub>1</sub>.

<Claim of={vote} at={100} that={{ outcome: 'passed', votes: { about: [5, 1] } }}>It passes.</Claim>

<At of={vote} time={30}>At this moment</At> it is open; see [what happens](/one#what-happens).

| a | b |
|---|---|
| 1 | 2 |

\`\`\`ts
const a = 1
\`\`\`

<Formula say="n over two"><var>n</var> / 2</Formula>

<Note>

Two paragraphs.

And more.

</Note>

{/* a comment */}

[^1]: A note.`
  expect(await inPost(body)).toEqual([])
})

test('braces in prose are named as what they are', async () => {
  expect(await faultsIn('Sets {a, b} here.\n')).toEqual([
    '7:7 expression: a is not defined here (for braces in prose write \\{)',
    '7:10 expression: b is not defined here (for braces in prose write \\{)',
  ])
})

test('text, numbers and comments may stand in braces, and HTML has what it may have', async () => {
  const body =
    'One{" "}is {1}, {-1 + 2} `{}` {`two`}{/* a comment */}.<br/>An <abbr title="x">y</abbr>.'
  expect(await faultsIn(`${body}\n`)).toEqual([])
})

test('code is closed within a quotation or a list, too', async () => {
  expect(await faultsIn('> Words.\n>\n> ```ts\n> x\n> ```\n>\n> More.\n')).toEqual([])
  expect(await faultsIn('- a\n\n  > ```ts\n  > x\n  > ```\n\n- ~~~~ts\n  y\n  ~~~~\n')).toEqual([])
})

test('a callout may hold nothing but code, a picture or a rule', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>'
  const rule = '<Rule of="ballot" name="on.vote" />'
  for (const it of ['```ts\nx\n```', '![A map](map.svg)', rule])
    expect(await faultsIn(`<Note>\n\n${it}\n\n</Note>\n`, {}, { 'one/map.svg': svg })).toEqual([])
})

test('an unclosed tag is shown where it opens', async () => {
  expect(await faultsIn('Words.\n\nIn <Foo and on\n')).toEqual(['9:4 MDX: <Foo is never closed'])
  expect(await faultsIn('Words <Note> and on.\n\nMore.\n')).toEqual([
    '7:7 MDX: Expected a closing tag for `<Note>`',
  ])
  expect(await faultsIn('Words {1 and on.\n')).toHaveLength(1)
  expect(await faultsIn('Words {a b}.\n')).toEqual([
    '7:9 MDX: what stands in { } is no value: Unexpected content after expression',
  ])
})

test('an unknown component is named with the one that is near', async () => {
  expect(await inPost('<Figur of={vote}>No.</Figur>')).toEqual([
    '9:1 there is no component Figur ~ Figure',
  ])
  expect(await inPost('A <div>word</div>.')).toEqual(['9:3 <div> is not allowed'])
})

test('an unknown, doubled, missing or wrong prop is named at its place', async () => {
  expect(await inPost('<Claim of={vote} att={3} that={{ a: 1 }}>x</Claim>')).toEqual([
    '9:18 Claim has no prop att ~ at',
  ])
  expect(await inPost('<Claim of={vote} at={3} at={4} that={{ a: 1 }}>x</Claim>')).toEqual([
    '9:25 at: stands there twice',
  ])
  expect(await inPost('<At of={vote}>x</At>')).toEqual(['9:1 At: time is missing'])
  expect(await inPost('<At of={vote} tim={3}>x</At>')).toEqual(['9:15 At has no prop tim ~ time'])
  expect(await inPost('<At of={vote} time="3">x</At>')).toEqual([
    '9:15 time: expected a moment in milliseconds, as at={640}',
  ])
  expect(await inPost('<At of={vote} time={vote.until}>x</At>')).toEqual([
    '9:21 time: expected a moment in milliseconds, as at={640}, written out',
  ])
  expect(await inPost('<At of="vote" time={3}>x</At>')).toEqual([
    '9:5 of: expected the import of a data file, as of={splitVote}',
  ])
  expect(await inPost('<At {...vote} of={vote} time={3}>x</At>')).toEqual([
    '9:5 no {...spread}: write each prop',
  ])
  expect(await inPost('<At of={voet} time={3}>x</At>')).toEqual([
    '9:9 expression: voet is not defined here (for braces in prose write \\{) ~ vote',
  ])
})

test('a claim says when, and its bounds are numbers', async () => {
  const claim = (props: string) => inPost(`<Claim of={vote} ${props}>x</Claim>`)
  expect(await claim('at={3} never that={{ a: 1 }}')).toEqual([
    '9:1 Claim: one of at, from and to, or never; this has at never',
  ])
  expect(await claim('from={3} that={{ a: 1 }}')).toEqual([
    '9:1 Claim: one of at, from and to, or never; this has from',
  ])
  expect(await claim('from={9} to={3} that={{ a: 1 }}')).toEqual([
    '9:24 from: 9 is after to, which is 3',
  ])
  expect(await claim("at={3} that={{ b: 2, a: { above: 'x' } }}")).toEqual([
    '9:39 a: above: expected a number',
  ])
  expect(await claim('at={3} that={{}}')).toEqual([
    '9:31 that: expected facts and their values, as that={{ leader: 3 }}',
  ])
})

test('a figure stands alone, once, with a caption; a claim has words', async () => {
  expect(await inPost('Words <Figure of={vote}>x</Figure> words.')).toEqual([
    '9:7 Figure stands alone on its lines',
    '11:1 Figure: vote is shown already, at 9:7',
  ])
  expect(await faultsIn(`${imported}<Figure of={vote} />\n`, {}, shown)).toEqual([
    '9:1 Figure is empty: it needs words between its tags',
  ])
  expect(await inPost('<Claim of={vote} at={3} that={{ a: 1 }}></Claim>')).toEqual([
    '9:1 Claim is empty: it needs words between its tags',
  ])
})

test('an import is of a figure beside the post, shown, and nothing is exported', async () => {
  expect(await faultsIn("import vote from './vote'\n\nWords.\n", {}, shown)).toEqual([
    '7:8 import: no <Figure of={vote}> shows it',
  ])
  expect(await faultsIn(`import vote from './voet'\n${figure}`, {}, shown)).toEqual([
    '7:8 import: vote: there is no ./voet.ts ~ vote',
  ])
  expect(await faultsIn(`import vote from '../two/vote'\n${figure}`)).toEqual([
    "7:18 import: a post imports its own figures' data, as './split-vote', not '../two/vote'",
  ])
  expect(await faultsIn('export const a = 1\n\nWords.\n')).toEqual([
    '7:1 export: a post exports nothing; data belongs in a file beside it',
  ])
})

test('a link or an anchor that leads nowhere is named, with what is near', async () => {
  const link = (url: string, lines = {}) =>
    faultsIn(`## A heading\n\nA [link](${url}).\n`, { title: 'One', ...lines })
  expect(await link('/one#a-heading')).toEqual([])
  expect(await link('/onn')).toEqual(['9:3 link: there is no page /onn ~ one'])
  expect(await link('#a-headin')).toEqual(['9:3 link: there is no #a-headin there ~ a-heading'])
  expect(await link('/one/')).toEqual(['9:3 link: /one/ without its last slash'])
  expect(await link('two')).toEqual([
    '9:3 link: begin with / (inside the site), # (this post) or https:, not two',
  ])
  expect(await link('javascript:alert(1)')).toHaveLength(1)
  expect(await link('/tags/tim')).toEqual(['9:3 link: there is no tag tim ~ time'])
  expect(await link('/tags/time', { tags: '[time]' })).toEqual([])
  expect(await link('/glossary#quorum')).toEqual([])
  expect(await link('/atom.xml')).toEqual([])
  expect(await link('https://example.org/a')).toEqual([])
  expect(await link('https://пример.рф/x')).toEqual([])
  expect(await link('http://127.0.0.1:3000/')).toEqual([])
  expect(await link('http://[::1]:3000/')).toEqual([])
  expect(await link('http://127/')).toEqual(['9:3 link: http://127/ is no address'])
  expect(await link('http://example/')).toEqual(['9:3 link: http://example/ is no address'])
  expect(await link('?at=10#a-heading')).toHaveLength(1)
})

test('what only looks like a link with a space may be written', async () => {
  const body = 'An \\[x](/my page), `[x](/my page)`, [x] (a/b c) and [there](/one "a title").\n'
  expect(await faultsIn(body)).toEqual([])
})

test('a drawing is not too heavy, and holds nothing that no picture runs', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>'
  for (const [inside, says] of [
    ['<script>alert(1)</script>', 'it holds a script, and a picture runs none; take it out'],
    ['<g onload="alert(1)"/>', 'it holds a script, and a picture runs none; take it out'],
    [
      '<image href="https://example.org/a.png"/>',
      'it fetches what lies elsewhere; put that inside',
    ],
    ['<rect fill="url(#a)"/><a href="#b"/>', undefined],
  ] as const)
    expect(
      await faultsIn(
        '![A map](x.svg)\n',
        {},
        { 'one/x.svg': svg.replace('</svg>', `${inside}</svg>`) },
      ),
    ).toEqual(says ? [`7:1 image: x.svg: ${says}`] : [])
  const long = `${svg}<!--${'x'.repeat(2_000_000)}-->`
  expect(await faultsIn('![A map](x.svg)\n', {}, { 'one/x.svg': long })).toEqual([
    '7:1 image: x.svg: it has 2.0 MB, and at most 1 MB is sent to readers',
  ])
})

test('an image that browsers would show nothing of is named when it is linted', async () => {
  const drawing = (inside: string, size = 'width="10" height="10"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`
  const svg = async (text: string) =>
    (await faultsIn('![A map](x.svg)\n', {}, { 'one/x.svg': text })).join('\n')
  expect(await svg(drawing('<rect/>'))).toBe('')
  for (const text of [drawing('<rect>'), drawing('a & b'), drawing('').slice(0, -3)])
    expect(await svg(text)).toMatch(/^7:1 image: x\.svg: it cannot be drawn: .*\d+:\d+/)
  expect(await svg('<svg width="10" height="10"></svg>')).toContain('begins with xmlns=')
  expect(await svg(drawing('', ''))).toBe('7:1 image: x.svg: it says no width and height')
  const start = Buffer.from('89504e470d0a1a0a0000000d494844520000000a0000000a', 'hex')
  expect(await faultsIn('![A map](x.png)\n', {}, { 'one/x.png': start })).toEqual([
    '7:1 image: x.png: its end is missing; copy it once more',
  ])
})

test('an image is there, has an alt text, and lies in the folder', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>'
  const image = (text: string) => faultsIn(`${text}\n`, {}, { 'one/map.svg': svg })
  expect(await image('![A map](map.svg)')).toEqual([])
  expect(await image('![](map.svg)')).toEqual([
    '7:1 image: alt is missing: ![what it shows](file.png)',
  ])
  expect(await image('![A map](mop.svg)')).toEqual([
    '7:1 image: there is no mop.svg in the folder ~ map.svg',
  ])
  expect(await image('![A map](https://example.org/map.svg)')).toEqual([
    "7:1 image: it lies in the post's folder, not at https://example.org/map.svg",
  ])
  expect(await faultsIn('![A map](x.png)\n', {}, { 'one/x.png': 'no picture' })).toEqual([
    '7:1 image: x.png: it is no image that can be read',
  ])
  expect(await faultsIn('![A map](x.png)\n', {}, { 'one/x.png': svg })).toEqual([
    '7:1 image: x.png: it is svg inside; call it x.svg',
  ])
  const card = '7:1 image: card.png is what this post’s own picture is called; rename it'
  expect(await faultsIn('![A map](card.png)\n', {}, { 'one/card.png': svg })).toEqual([card])
})

test('headings, footnotes, code and terms are held to what the page needs', async () => {
  expect(await faultsIn('# Title\n\n### Deep\n')).toEqual([
    '7:1 heading: the title is the only #; begin with ##',
  ])
  expect(await faultsIn('## One\n\n#### Deep\n')).toEqual([
    '9:1 heading: #### follows ##; one step at a time',
  ])
  expect(await faultsIn('Words [^one] here.\n\n[^two]: A note.\n')).toEqual([
    '7:7 footnote: [^one] is not defined',
    '9:1 footnote: nothing refers to [^two]',
  ])
  expect(await faultsIn('A [text][ref] here.\n')).toEqual(['7:3 link: [ref] is not defined'])
  expect(await faultsIn('```\nx\n```\n')).toEqual([
    '7:1 code: say its language after ``` (text for none)',
  ])
  expect(await faultsIn('```typescrpt\nx\n```\n')).toEqual([
    '7:4 code: there is no language typescrpt ~ typescript',
  ])
  expect(await faultsIn('A <Term>quorun</Term>, <Term>Terms</Term>.\n')).toEqual([
    '7:9 Term: "quorun" is not in the glossary ~ quorum',
  ])
  expect(await faultsIn('A\u0007 bell.\n')).toEqual([
    '7:2 character U+0007 may not stand in a text',
  ])
})

test('a quoted rule exists in the protocol that runs', async () => {
  expect(await faultsIn('<Rule of="ballot" name="on.vote" />\n')).toEqual([])
  expect(await faultsIn('<Rule of="ballot" name="on.vot" />\n')).toEqual([
    '7:19 Rule: ballot has no rule on.vot ~ on.vote',
  ])
  expect(await faultsIn('<Rule of="balot" name="on.vote" />\n')).toEqual([
    '7:7 Rule: there is no protocol balot ~ ballot',
  ])
})
