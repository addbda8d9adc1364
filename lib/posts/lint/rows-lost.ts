// The table of an author's mistakes that Markdown or HTML would take without a word.

import type { Row } from './row'

export const inSilence: readonly Row[] = [
  {
    body: '| a | b |\n|---|---|\n| 1 | 2 | 3 |',
    shown: '11:9 table: this row has more columns than the first one',
  },
  {
    body: 'See [it][a].\n\n[a]: /about\n[a]: /feeds',
    shown: '12:1 link: [a] is defined twice',
  },
  { body: 'Words.\n\n> [a]: /about', shown: '11:3 link: nothing refers to [a]' },
  { body: 'Words.\n\n> [^a]: A note.', shown: '11:3 footnote: nothing refers to [^a]' },
  {
    body: 'Words\n---\n\nMore words.',
    shown: '10:1 heading: --- below words makes one of them; write ## Words, or a blank line',
  },
  { body: '```ts {1,2}\nx\n```', shown: '9:7 code: only its language stands after ```' },
  {
    body: ':::note\nMind.\n:::',
    shown: '9:1 callout: it is written <Note title="Words">…</Note>',
  },
  {
    body: '> [!NOTE]\n> Mind.',
    shown: '9:3 callout: it is written <Note title="Words">…</Note>',
  },
  {
    body: '$$\nx^2\n$$',
    shown: '9:1 formula: it is written <Formula say="as it is read">…</Formula>',
  },
  {
    body: '<At of={vote} time={30}>See [there](/about)</At>.',
    shown: '9:29 link: this is in a link already, and one may not hold another',
  },
  {
    body: 'See [the <Term>quorum</Term>](/about).',
    shown: '9:10 link: this is in a link already, and one may not hold another',
  },
  { body: 'See [there](#).', shown: '9:5 link: it leads nowhere: [words](address)' },
  {
    body: '## See [there](/about)',
    shown: '9:8 link: the words of a heading are a link already, and one may not hold another',
  },
  {
    body: 'A bell &#x7;.',
    shown: '9:1 text: an escape here stands for a character that no text may hold',
  },
  {
    body: 'A {"\\u202e"} turn.',
    shown: '9:3 expression: an escape here stands for a character that no text may hold',
  },
  {
    body: '<Note title="A&#xFFFF;b">Words.</Note>',
    shown: '9:7 title: an escape here stands for a character that no text may hold',
  },
  { body: 'A\u202eturn.', shown: '9:2 character U+202E cannot be seen; take it out' },
  {
    body: 'An <abbr>HT</abbr>.',
    shown: '9:4 <abbr> says what is meant: <abbr title="HyperText">HT</abbr>',
  },
  { body: 'A <var></var> here.', shown: '9:3 <var> is empty' },
  { body: '<dd>Alone.</dd>', shown: '9:1 <dd> stands in <dl>' },
  { body: '<dl>Words.</dl>', shown: '9:1 <dl> holds <dt> and <dd> only' },
  {
    body: '<kbd>\n\nWords.\n\n</kbd>',
    shown: '9:1 <kbd> holds words of a sentence, and no blocks',
  },
  {
    body: '<Predict of={vote} at={3} ask="Who?" choices={["a", "b", "a"]} fact="outcome" />',
    shown: '9:47 choices: a stands there twice',
  },
]
