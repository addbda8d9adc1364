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
  {
    body: 'This is **bold and on.',
    shown: '9:9 text: this ** has no other one beside a word; in prose write \\*\\*',
  },
  { body: 'This is `code and on.', shown: '9:9 code: it is never closed; in prose write \\`' },
  { body: 'See [there](/about and on.', shown: '9:5 link: its ) is missing' },
  { body: 'See [there] (/about).', shown: '9:5 link: no space stands between its ] and its (' },
  {
    body: 'Words^[a note].',
    shown: '9:6 footnote: it is written [^1], and what it says in a line [^1]: words',
  },
  { body: 'Words[^1].\n\n[^1] A note.', shown: '11:1 footnote: a colon is missing after [^1]' },
  { body: 'The value $x^2$.', shown: '9:11 formula: it is written in <var>, <sub> and <sup>' },
  {
    body: 'See [there](http://localhost:3000/about).',
    shown: '9:5 link: inside the site it is written /about',
  },
  {
    body: 'See [there](https://partial-order.example/about#x).',
    shown: '9:5 link: inside the site it is written /about#x',
  },
  { body: 'See [there][].', shown: '9:5 link: [there] is not defined' },
  {
    body: '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> mine',
    shown:
      '9:1 post: a merge is left unfinished here; keep one side, and none of <<<<<<<, ' +
      '======= and >>>>>>>',
  },
  {
    body: '<details>\n<summary>More</summary>\n\nWords.\n\n</details>',
    shown: '9:1 <details> is not allowed',
  },
]
