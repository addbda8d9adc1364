// The table of an author's mistakes: each with what is shown for it, and nothing besides.

import { ballot, type Files, post } from '../fixture'

/** One mistake; the post is right in all else. */
export type Row = {
  /** Lines of front matter that are changed, added, or (being empty) left out. */
  readonly lines?: { readonly [key: string]: string }
  readonly body?: string
  /** `line:column`, the sentence, and after `~` what may be meant. */
  readonly shown: string
}

const head = "import vote from './vote'\n\n"
const figure = '\n\n<Figure of={vote}>A ballot.</Figure>\n'

/** The files of a post with this mistake; its words begin on line 9. */
export const filesOf = (slug: string, { lines = {}, body = 'Words.' }: Row): Files => ({
  [`${slug}/vote.ts`]: ballot,
  [`${slug}/post.mdx`]: post(slug, head + body + figure, lines),
})

const inFront: readonly Row[] = [
  { lines: { date: 'soon' }, shown: '4:7 date: expected YYYY-MM-DD, got "soon"' },
  { lines: { date: '2026-02-31' }, shown: '4:7 date: there is no 31 February 2026' },
  { lines: { date: '2026-13-01' }, shown: '4:7 date: there is no month 13' },
  { lines: { date: '2026-11-22T25:00Z' }, shown: '4:7 date: there is no such time of day' },
  {
    lines: { publish: 'tomorrow' },
    shown: '6:10 publish: expected an instant such as 2026-12-24T09:00Z, got "tomorrow"',
  },
  { lines: { updated: '2026-01-01' }, shown: '6:10 updated: before date, which is 2026-11-22' },
  { lines: { title: '' }, shown: '1:1 title: missing' },
  {
    lines: { title: 'Consensus: a start' },
    shown: '3:8 front matter: a value with ": " in it stands in quotes',
  },
  {
    lines: { title: '*Consensus*' },
    shown: '3:8 front matter: a value that begins with * stands in quotes',
  },
  {
    lines: { title: '!important words' },
    shown: '3:8 front matter: a value that begins with ! stands in quotes',
  },
  {
    lines: { title: '&words of others' },
    shown: '3:8 front matter: a value that begins with & stands in quotes',
  },
  {
    lines: { tags: '\n  - time\n - consensus' },
    shown: '8:1 front matter: this line begins further left than the ones it belongs to',
  },
  { lines: { title: '"Consensus' }, shown: '3:8 front matter: the closing " is missing' },
  { lines: { title: 'One <b>word</b>' }, shown: '3:8 title: plain text only, and this has "<"' },
  { lines: { title: '12' }, shown: '3:8 title: expected text, got 12' },
  { lines: { summary: 'Short.' }, shown: '5:10 summary: expected 60 to 300 characters, got 6' },
  { lines: { summary: '', sumary: 'Short.' }, shown: '5:1 sumary: no such key ~ summary' },
  { lines: { description: 'Short.' }, shown: '6:1 description: no such key ~ summary' },
  {
    lines: { tags: '[time, consensos]' },
    shown: '6:14 tags: consensos: it is not in content/tags.ts ~ consensus',
  },
  { lines: { tags: '[time, time]' }, shown: '6:14 tags: time stands there twice' },
  { lines: { tags: 'time' }, shown: '6:7 tags: expected a list, got "time"' },
  { lines: { tags: '[time' }, shown: '6:7 front matter: the closing ] is missing' },
  {
    lines: { series: 'curse', part: '1' },
    shown: '6:9 series: curse: it is not in content/tags.ts ~ course',
  },
  { lines: { series: 'course' }, shown: '6:1 series: which part of it? part is missing' },
  { lines: { part: '1' }, shown: '6:1 part: of which series?' },
  {
    lines: { kind: 'artcle' },
    shown: '6:7 kind: expected article or note, got "artcle" ~ article',
  },
  { lines: { draft: 'yes' }, shown: '6:8 draft: expected true or false, got "yes"' },
  { lines: { lang: 'English' }, shown: '6:7 lang: expected a language such as en or en-GB' },
  {
    lines: { id: 'one' },
    shown: '2:5 id: expected a tag such as tag:partial-order.example,2026:a-title, got "one"',
  },
  {
    lines: { redirects: '[/old]' },
    shown: '6:13 redirects.0: expected small letters, digits and single hyphens, got "/old"',
  },
  {
    lines: { changes: '[{ day: 2026-12-01, says: The number was wrong. }]' },
    shown: '6:1 updated: the last of changes is of 2026-12-01, and a correction sets updated',
  },
  {
    lines: {
      updated: '2026-12-01',
      changes: '[{ day: 2026-12-01, say: The number was wrong. }]',
    },
    shown: '7:30 changes.0.say: no such key ~ says',
  },
]

const inBody: readonly Row[] = [
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
]

/** Every row of the table. */
export const rows: readonly Row[] = [...inFront, ...inBody]
