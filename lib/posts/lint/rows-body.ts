// The table of an author's mistakes in the body of a post: each with what is shown for it.

import type { Row } from './row'

export const inBody: readonly Row[] = [
  {
    body: 'Sets {a} here.',
    shown: '9:7 expression: a is not defined here (for braces in prose write \\{)',
  },
  { body: 'Sets {} here.', shown: '9:6 expression: it is empty (for braces in prose write \\{)' },
  { body: 'Less <3 than that.', shown: '9:6 MDX: a < begins a tag; in prose write \\<' },
  { body: 'In <Foo and on', shown: '9:4 MDX: <Foo is never closed' },
  { body: '<Foo\n\nand on', shown: '9:1 MDX: <Foo is never closed' },
  { body: 'In <Foo, she said.', shown: '9:4 MDX: <Foo is never closed' },
  { body: 'In <Foo and on. Then', shown: '9:4 MDX: <Foo is never closed' },
  {
    body: '<At of={vote} time={30}>Here</Att>.',
    shown: '9:29 MDX: </Att> stands where </At> should',
  },
  { body: 'Words <Note> and on.', shown: '9:7 MDX: Expected a closing tag for `<Note>`' },
  { body: 'Words. </Note>', shown: '9:8 MDX: nothing is open here that this could close' },
  { body: 'A line.<br>', shown: '9:8 MDX: Expected a closing tag for `<br>`; write <br />' },
  { body: '<!-- later -->', shown: '9:1 MDX: a comment is written {/* … */}' },
  {
    body: 'See <https://example.org>.',
    shown: '9:5 MDX: an address in < > is a tag here; write [words](address), or it alone',
  },
  { body: '<Figur of={vote}>No.</Figur>', shown: '9:1 there is no component Figur ~ Figure' },
  { body: 'A <b>word</b>.', shown: '9:3 <b> is not allowed ~ **words**' },
  { body: 'A <kbd id="x">k</kbd>.', shown: '9:8 <kbd> may not have id' },
  { body: '<At of={vote} at={30}>Here</At>.', shown: '9:15 At has no prop at ~ time' },
  {
    body: '<At of={vote} time="30">Here</At>.',
    shown: '9:15 time: expected a moment in milliseconds, as at={640}',
  },
  {
    body: '<At of={voet} time={30}>Here</At>.',
    shown: '9:9 expression: voet is not defined here (for braces in prose write \\{) ~ vote',
  },
  { body: '<At of={vote}>Here</At>.', shown: '9:1 At: time is missing' },
  {
    body: '<Claim of={vote} at={30} that={leader: 1}>x</Claim>',
    shown: '9:30 MDX: an object stands in two braces, as that={{ leader: 3 }}',
  },
  {
    body: '<Claim of={vote} at={3} never that={{ a: 1 }}>x</Claim>',
    shown: '9:1 Claim: one of at, from and to, or never; this has at never',
  },
  {
    body: '<Claim of={vote} from={9} to={3} that={{ a: 1 }}>x</Claim>',
    shown: '9:24 from: 9 is after to, which is 3',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: { abov: 1 } }}>x</Claim>',
    shown: '9:33 a: there is no bound abov; did you mean above?',
  },
  {
    body: 'Words <Claim of={vote} at={3} that={{ a: 1 }}></Claim>.',
    shown: '9:7 Claim is empty: it needs words between its tags',
  },
  { body: 'A <Term>quorun</Term>.', shown: '9:9 Term: "quorun" is not in the glossary ~ quorum' },
  {
    body: 'A quorum, that is a <Term>quorum</Term>.',
    shown: '9:3 term: quorum is used here, and defined at 9:21',
  },
  {
    body: '<Rule of="balot" name="on.vote" />',
    shown: '9:7 Rule: there is no protocol balot ~ ballot',
  },
  {
    body: '<Rule of="ballot" name="on.vot" />',
    shown: '9:19 Rule: ballot has no rule on.vot ~ on.vote',
  },
  {
    body: "import { vote as it } from './vote'",
    shown: "9:28 import: a data file has one default: import name from './vote'",
  },
  {
    body: "import it from './v.ts'",
    shown:
      "9:16 import: a post imports its own figures' data, as './split-vote', not './v.ts' ~ ./v",
  },
  {
    body: 'export const a = 1',
    shown: '9:1 export: a post exports nothing; data belongs in a file beside it',
  },
  { body: 'See [there](/onn).', shown: '9:5 link: there is no page /onn ~ one' },
  { body: 'See [there](/about.html).', shown: '9:5 link: /about.html without its .html' },
  { body: 'See [there](#voet).', shown: '9:5 link: there is no #voet there ~ vote' },
  { body: 'See [there](/tags/tim).', shown: '9:5 link: there is no tag tim ~ time' },
  {
    body: 'See [there](example.org).',
    shown: '9:5 link: begin with / (inside the site), # (this post) or https:, not example.org',
  },
  { body: 'See [](/glossary).', shown: '9:5 link: it has no words' },
  {
    body: 'See [there](https://example.org/a?utm_source=feed).',
    shown: '9:5 link: utm_source tells the other side who sent the reader; leave it out',
  },
  { body: 'See [there][where].', shown: '9:5 link: [where] is not defined' },
  { body: '![]()', shown: '9:1 image: its file is missing: ![what it shows](file.png)' },
  { body: '![A map](map.png)', shown: '9:1 image: there is no map.png in the folder' },
  { body: '# The title', shown: '9:1 heading: the title is the only #; begin with ##' },
  {
    body: '## A\n\n### B\n\n#### C\n\n##### D',
    shown: '15:1 heading: #### is as deep as it goes',
  },
  { body: '- [x] done', shown: '9:1 list: no boxes to tick; feed readers take them out' },
  {
    body: 'Words[^1].\n\n[^1]:\n    - a\n    - b',
    shown: '11:1 footnote: a note is paragraphs only; it stands beside the text',
  },
  { body: '##Heading', shown: '9:1 heading: a space is missing after ##' },
  { body: '#### Deep', shown: '9:1 heading: #### follows #; one step at a time' },
  { body: 'Words.[^one]', shown: '9:7 footnote: [^one] is not defined' },
  { body: '[^one]: A note.', shown: '9:1 footnote: nothing refers to [^one]' },
  { body: '```typescrpt\nx\n```', shown: '9:4 code: there is no language typescrpt ~ typescript' },
  { body: '```\nx\n```', shown: '9:1 code: say its language after ``` (text for none)' },
  { body: '```ts\nx', shown: '9:1 code: the closing ``` is missing' },
  {
    body: '| a | b |\n|---|\n| 1 | 2 |',
    shown: '10:1 table: this line has as many columns as the one above it',
  },
  {
    body: "import vote from './vote'",
    shown: '9:8 import: vote is the name of another import, too',
  },
  {
    body: 'A caf\uFFFD.',
    shown: '9:6 a character here could not be read; save the file as UTF-8',
  },
  { body: 'A\u0007 bell.', shown: '9:2 character U+0007 may not stand in a text' },
  {
    body: 'It is {{ leader: 3 }} now.',
    shown:
      '9:7 expression: only text, numbers and comments stand in the text (for braces in prose ' +
      'write \\{)',
  },
  {
    body: 'It is {JSON} now.',
    shown:
      '9:7 expression: only text, numbers and comments stand in the text (for braces in prose ' +
      'write \\{)',
  },
  {
    body: 'It is {vote} now.',
    shown:
      '9:7 expression: only text, numbers and comments stand in the text (for braces in prose ' +
      'write \\{)',
  },
  { body: 'One<br>two</br>.', shown: '9:4 <br> takes nothing inside; write <br />' },
  {
    body: 'An <abbr title={foo}>x</abbr>.',
    shown: '9:17 expression: foo is not defined here (for braces in prose write \\{)',
  },
  {
    body: 'An <abbr title={vote}>x</abbr>.',
    shown: '9:17 title: expected text in quotes, written out',
  },
  {
    body: 'An <abbr title="a" title="b">x</abbr>.',
    shown: '9:20 title: stands there twice',
  },
  { body: '<Term of="quorum" of="term">x</Term> is.', shown: '9:19 of: stands there twice' },
  {
    body: "import it from './card'",
    shown:
      '9:16 import: card.png is what a post’s own picture is called; name the figure otherwise',
  },
  { body: 'An <abbr title>x</abbr>.', shown: '9:10 title: expected text in quotes' },
  {
    body: '![A map](map.bmp)',
    shown: '9:1 image: map.bmp: expected png, jpg, svg, webp or gif',
  },
  {
    body: '![A map][map]\n\n[map]: map.tiff',
    shown: '11:1 image: map.tiff: expected png, jpg, svg, webp or gif',
  },
  {
    body: '![A map](map.SVG)',
    shown: '9:1 image: map.SVG: write its ending small, in the file’s name too: .svg',
  },
  {
    body: 'See [there](HTTPS://example.org/).',
    shown: '9:5 link: HTTPS: is written small: https:',
  },
  { body: '<At {...vote}>Here</At>.', shown: '9:5 no {...spread}: write each prop' },
  {
    body: '<Claim of={vote} at={3} that={{ a: 1n }}>x</Claim>',
    shown: '9:36 that: a number is written without n, not 1n',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: 1, a: 2 }}>x</Claim>',
    shown: '9:39 that: a stands there twice',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: 1, __proto__: 2 }}>x</Claim>',
    shown: '9:39 that: __proto__ is no name here',
  },
  { body: '![A map](my map.png)', shown: '9:1 image: the name of a file has no spaces' },
  {
    body: '![A map](<my map.png>)',
    shown: '9:1 image: my map.png: only a-z, digits, . - and _, in the file’s name too',
  },
  { body: 'See [there](/my page) now.', shown: '9:5 link: an address has no spaces' },
  {
    body: "Words.\nimport vite from './vote'\n\n<At of={vite} time={3}>x</At>",
    shown: '10:1 import: a blank line is missing above',
  },
  {
    body: "  import vite from './vote'",
    shown: '9:3 import: it begins at the very left of its line',
  },
  {
    body: '````typescrpt\nx\n````',
    shown: '9:5 code: there is no language typescrpt ~ typescript',
  },
  { body: '``` typescrpt\nx\n```', shown: '9:5 code: there is no language typescrpt ~ typescript' },
  { body: '> ```ts\n> x\n\nWords.', shown: '9:3 code: the closing ``` is missing' },
  { body: '<Note>\n\n</Note>', shown: '9:1 Note is empty: it needs words between its tags' },
  { body: '<At of={vote} time=“30”>Here</At>.', shown: '9:20 MDX: quotes are straight here: "…"' },
  {
    body: '<Claim of={vote} at={3} that={{ a: ‘b’ }}>x</Claim>',
    shown: '9:36 MDX: quotes are straight here: "…"',
  },
  {
    body: '<At of=vote time={30}>Here</At>.',
    shown: '9:8 MDX: a value stands in quotes or braces, as title="…" or of={vote}',
  },
  {
    body: '<At of{vote} time={30}>Here</At>.',
    shown: '9:7 MDX: a prop is written with a =, as of={vote}',
  },
  {
    body: '<At of={vote} time={30ms}>Here</At>.',
    shown: '9:23 MDX: a number stands alone: at={640}, without its unit',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a = 3 }}>x</Claim>',
    shown: '9:35 MDX: a fact and its value are joined by a colon, as leader: 3',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: 1; b: 2 }}>x</Claim>',
    shown: '9:37 MDX: facts are kept apart by commas',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: > 3 }}>x</Claim>',
    shown: '9:36 MDX: a bound is written { above: 3 } or { below: 3 }',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: "b }}>x</Claim>',
    shown: '9:36 MDX: this text is never closed: its second quote is missing',
  },
  {
    body: '<Claim of={vote} at={3} that={{ a: 3 }>x</Claim>',
    shown: '9:29 MDX: an object is closed by two braces, as it was opened',
  },
  {
    body: '<Note>Words.\n</Note>',
    shown: '9:1 MDX: <Note> and </Note> stand in one paragraph, or each alone on its line',
  },
  {
    body: 'To <a@example.org>.',
    shown: '9:4 MDX: an address in < > is a tag here; write [words](mailto:address), or it alone',
  },
  { body: 'If x<y then.', shown: '9:5 MDX: <y is never closed; in prose write \\<' },
  { body: 'import it from ./vote', shown: "9:16 import: it is written import name from './vote'" },
  { body: "import it from './gone'", shown: '9:8 import: no <Figure of={it}> shows it' },
]
