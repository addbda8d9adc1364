// The table of an author's mistakes in front matter: each with what is shown for it.

import type { Row } from './row'

export const inFront: readonly Row[] = [
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
  { lines: { lang: 'zzz' }, shown: '6:7 lang: expected a language such as en or en-GB' },
  { lines: { lang: 'en-XX' }, shown: '6:7 lang: expected a language such as en or en-GB' },
  { lines: { lang: 'en_GB' }, shown: '6:7 lang: expected a language such as en or en-GB' },
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
  {
    lines: { date: '2026-11-22T09:00' },
    shown: '4:7 date: expected YYYY-MM-DD, got "2026-11-22T09:00": an instant ends with Z',
  },
  { lines: { date: ' ' }, shown: '4:8 date: expected YYYY-MM-DD, got nothing' },
  { lines: { date: '2026-11-29T09:00+24:00' }, shown: '4:7 date: no place is +24:00 from UTC' },
  { lines: { date: '2026-11-29T09:00-99:99' }, shown: '4:7 date: no place is -99:99 from UTC' },
  {
    lines: { updated: '2026-11-22' },
    shown: '6:10 updated: the same instant as date; give a later one, or leave it out',
  },
  {
    lines: { updated: '2026-12-01', publish: '2026-12-24T09:00Z' },
    shown: '6:10 updated: before publish, which is 2026-12-24T09:00Z',
  },
  {
    lines: { title: 'The #1 mistake' },
    shown: '3:8 front matter: a value with # in it stands in quotes',
  },
  {
    lines: { title: '#1 mistake' },
    shown: '3:8 front matter: a value with # in it stands in quotes',
  },
  {
    lines: { summary: 'A summary that is long enough to be one and that has # in it.\n  Twice.' },
    shown: '5:10 front matter: a value with # in it stands in quotes',
  },
  {
    lines: { updated: '2026-12-01', changes: '[{ day: 2026-12-01, says: The #1 was wrong. }]' },
    shown: '7:36 front matter: a value with # in it stands in quotes',
  },
  {
    lines: { title: 'One\nlang:en' },
    shown: '4:6 front matter: a space is missing after lang:',
  },
  {
    lines: { title: 'One\nTwo' },
    shown: '4:1 front matter: expected a key and its value, as title: words',
  },
  {
    lines: { title: '"Raft" and friends' },
    shown: `3:8 front matter: a value with " in it stands in '…' as a whole`,
  },
  {
    lines: { title: "'It's a title'" },
    shown: `3:8 front matter: a value with ' in it stands in "…" as a whole`,
  },
  {
    lines: { title: '[Draft] Raft' },
    shown: '3:8 front matter: a value that begins with [ stands in quotes',
  },
  {
    lines: { title: '- foo' },
    shown: '3:8 front matter: a value that begins with - stands in quotes',
  },
  {
    lines: { title: '? why' },
    shown: '3:8 front matter: a value that begins with ? stands in quotes',
  },
  {
    lines: { title: '@foo' },
    shown: '3:8 front matter: a value that begins with @ stands in quotes',
  },
  {
    lines: { title: '%foo' },
    shown: '3:8 front matter: a value that begins with % stands in quotes',
  },
  {
    lines: { title: '`foo`' },
    shown: '3:8 front matter: a value that begins with ` stands in quotes',
  },
  {
    lines: { title: '| foo' },
    shown: '3:8 front matter: a value that begins with | stands in quotes',
  },
  {
    lines: { title: '"a \\q"' },
    shown: '3:11 front matter: a \\ between " and " is written twice',
  },
  {
    lines: { title: 'One\n\tand more' },
    shown: '4:1 front matter: a line is indented with spaces, not with a tab',
  },
  {
    lines: { tags: '[time] consensus' },
    shown: '6:14 front matter: this follows a value that has ended: it began with [',
  },
  {
    lines: { tags: '- time' },
    shown: '6:7 front matter: a list stands in [ ], or on the lines below its key',
  },
  {
    lines: { tags: '[Time]' },
    shown: '6:8 tags.0: expected small letters, digits and single hyphens, got "Time"',
  },
  {
    lines: { changes: '[{ day: 2026-11-01, says: The number was wrong. }]', updated: '2026-12-01' },
    shown: '6:18 changes: before date, which is 2026-11-22',
  },
  { lines: { redirects: '[old, before, old]' }, shown: '6:26 redirects: old stands there twice' },
  { lines: { constructor: 'x' }, shown: '6:1 constructor: no such key' },
  { lines: { '"__proto__"': '{ kind: note }' }, shown: '6:1 __proto__: no such key' },
  { lines: { '[kind, draft]': 'note' }, shown: '6:1 front matter: a key is one word' },
  {
    lines: { title: '"A \\0 title"' },
    shown: '3:8 front matter: character U+0000 may not stand in a text',
  },
  {
    lines: { title: '"A \\uD800 title"' },
    shown: '3:8 front matter: character U+D800 may not stand in a text',
  },
  {
    lines: { title: 'A\u200btitle' },
    shown: '3:9 character U+200B cannot be seen; take it out',
  },
  { lines: { tags: '[[time]]' }, shown: '6:8 tags.0: expected text, got ["time"]' },
  {
    lines: { date: '2026-11-22 09:00' },
    shown:
      '4:7 date: expected YYYY-MM-DD, got "2026-11-22 09:00": ' +
      'an instant is 2026-12-24T09:00Z, or …+01:00',
  },
  {
    lines: { date: '2026-11-22T09:00+0100' },
    shown:
      '4:7 date: expected YYYY-MM-DD, got "2026-11-22T09:00+0100": ' +
      'an instant is 2026-12-24T09:00Z, or …+01:00',
  },
  { lines: { title: 'A **bold** title' }, shown: '3:8 title: plain text only, and this has "**"' },
  {
    lines: {
      summary:
        '>\n  A summary that is long enough to say what one will learn from\n  reading this.',
    },
    shown: '5:10 summary: a line break at its end; what follows >- has none',
  },
  {
    lines: { ' subtitle': 'Some words' },
    shown: '5:10 front matter: a key below this begins at the very left of its line',
  },
]
