// Faults of front matter and between posts: each at its line and column, all in one pass.

import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describeFaults } from '../fault'
import { ballot, clear, faultsIn, faultsOf, folderWith, front, post, writeInto } from '../fixture'
import { lintAll } from './all'

afterAll(clear)

const changed = (lines: { [key: string]: string }) => faultsIn('Words.\n', lines)

test('a fault is shown with its line, a caret, and what may be meant', async () => {
  const root = folderWith({
    'one/post.mdx': post('one', 'Words.\n', { date: 'soon', kind: 'artcle' }),
  })
  expect(
    describeFaults((await lintAll(root)).faults),
  ).toBe(`content/one/post.mdx:4:7 date: expected YYYY-MM-DD, got "soon"
  4 | date: soon
    |       ^^^^

content/one/post.mdx:6:7 kind: expected article or note, got "artcle"
  6 | kind: artcle
    |       ^^^^^^
  did you mean article?`)
})

test('of a long line only the part around the fault is shown', async () => {
  const body = `${'Some words. '.repeat(40)}Then {x} and ${'more words. '.repeat(40)}\n`
  const root = folderWith({ 'one/post.mdx': post('one', body) })
  const [, line, caret] = describeFaults((await lintAll(root)).faults).split('\n')
  expect(line).toMatch(/^ {2}7 \| ….*Then \{x\} and more.*…$/)
  expect(caret!.indexOf('^')).toBe(line!.indexOf('{x}') + 1)
})

test('31 February is no day, and 13 is no month', async () => {
  expect(await changed({ date: '2026-02-31' })).toEqual(['4:7 date: there is no 31 February 2026'])
  expect(await changed({ date: '2026-13-01' })).toEqual(['4:7 date: there is no month 13'])
  expect(await changed({ date: '2026-11-24T09:00+01:00' })).toEqual([])
  expect(await changed({ publish: '2026-12-24' })).toEqual([
    '6:10 publish: expected an instant such as 2026-12-24T09:00Z, got "2026-12-24"',
  ])
})

test('a misspelt key is one fault, with the key that is meant', async () => {
  expect(await changed({ summary: '', sumary: 'Too short' })).toEqual([
    '5:1 sumary: no such key ~ summary',
  ])
})

test('an unknown tag or series is named whatever else is wrong', async () => {
  const says = await changed({ sumary: 'x', tags: '[tyme, time]', series: 'corse' })
  expect(says.filter((it) => /tyme|corse/.test(it))).toEqual([
    '7:8 tags: tyme: it is not in content/tags.ts ~ time',
    '8:9 series: corse: it is not in content/tags.ts ~ course',
  ])
})

test('a missing key is named', async () => {
  expect(await changed({ title: '' })).toEqual(['1:1 title: missing'])
})

test('markup and entities may not stand in a title', async () => {
  expect(await changed({ title: 'One <b>word</b>' })).toHaveLength(1)
  expect(await changed({ title: 'One &lt; two' })).toHaveLength(1)
  expect(await changed({ title: 'Push & pull' })).toEqual([])
})

test('a summary is 60 to 300 characters of plain text', async () => {
  expect(await changed({ summary: 'Short.' })).toEqual([
    '5:10 summary: expected 60 to 300 characters, got 6',
  ])
})

test('broken YAML is one fault, and the body is still read', async () => {
  expect(await faultsIn('Words {x}.\n', { title: '"open' })).toEqual([
    '3:8 front matter: the closing " is missing',
    '7:8 expression: x is not defined here (for braces in prose write \\{)',
  ])
  const open = folderWith({ 'one/post.mdx': front('one').replace(/---\n$/, '\nWords {x}.\n') })
  expect((await lintAll(open)).faults.map((it) => it.says)).toEqual([
    'front matter: the closing --- is missing',
  ])
})

test('front matter begins on the very first line', async () => {
  const root = folderWith({ 'one/post.mdx': `\n${post('one', 'Words {x}.\n')}` })
  expect((await lintAll(root)).faults.map((it) => `${it.line}:${it.column} ${it.says}`)).toEqual([
    '1:1 front matter: its first --- is the very first line of the file',
  ])
})

test('a comment may follow what is no text, or what stands in quotes', async () => {
  const lines = { title: '"One" # the first', date: '2026-11-22 # a day', tags: '[time] # one' }
  expect(await changed(lines)).toEqual([])
})

test('a tag, a series or a kind that is not in the lists is an error with a hint', async () => {
  expect(await changed({ tags: '[time, consensos]' })).toEqual([
    '6:14 tags: consensos: it is not in content/tags.ts ~ consensus',
  ])
  expect(await changed({ series: 'curse', part: '1' })).toEqual([
    '6:9 series: curse: it is not in content/tags.ts ~ course',
  ])
  expect(await changed({ part: '1' })).toEqual(['6:1 part: of which series?'])
})

test('a correction sets updated', async () => {
  const changes = '[{ day: 2026-12-01, says: The number was wrong. }]'
  expect(await changed({ changes })).toEqual([
    '6:1 updated: the last of changes is of 2026-12-01, and a correction sets updated',
  ])
  expect(await changed({ changes, updated: '2026-12-01' })).toEqual([])
})

test('line endings of Windows move no place', async () => {
  const unix = post('one', 'Words {x}.\n', { date: 'soon' })
  const root = folderWith({ 'one/post.mdx': unix })
  const windows = folderWith({ 'one/post.mdx': unix.replaceAll('\n', '\r\n') })
  expect(await faultsOf(windows)).toEqual(await faultsOf(root))
  expect(await faultsOf(root)).toHaveLength(2)
})

test('two posts may not share an id, an instant, a part or an old address', async () => {
  const same = { id: 'tag:partial-order.example,2026:x', series: 'course', part: '1' }
  const root = folderWith({
    'one/post.mdx': post('one', 'Words.\n', { ...same, redirects: '[old]' }),
    'two/post.mdx': post('two', 'Words.\n', { ...same, redirects: '[old, one]' }),
    'three/post.mdx': post('three', 'Words.\n', { date: '2026-11-22T09:01Z' }),
  })
  expect(
    (await lintAll(root)).faults.map((it) => `${it.file}:${it.line}:${it.column} ${it.says}`),
  ).toEqual([
    'content/two/post.mdx:2:5 id: one has it already: tag:partial-order.example,2026:x',
    'content/two/post.mdx:4:7 date: one has this instant; the next free one is 2026-11-22T09:02Z',
    'content/two/post.mdx:7:7 part: one is part 1',
    'content/two/post.mdx:8:13 redirects: /old leads to one',
    'content/two/post.mdx:8:18 redirects: /one is a post',
  ])
})

test('two posts of one title are named, since no list could tell them apart', async () => {
  const root = folderWith({
    'one/post.mdx': post('one', 'Words.\n', { title: 'On clocks' }),
    'two/post.mdx': post('two', 'Words.\n', { title: 'On Clocks', date: '2026-11-23' }),
  })
  expect((await lintAll(root)).faults.map((it) => `${it.file}:${it.line}:${it.column}`)).toEqual([
    'content/two/post.mdx:3:8',
  ])
})

test('a scheduled post has the instant at which it appears, whatever its date says', async () => {
  const at = '2026-12-24T09:00Z'
  const root = folderWith({
    'four/post.mdx': post('four', 'Words.\n', { date: '2026-12-24', publish: at }),
    'five/post.mdx': post('five', 'Words.\n', { publish: '2026-12-24T09:01Z' }),
    // The day on which it was written is nobody's: readers have it later.
    'one/post.mdx': post('one', 'Words.\n', { date: '2026-11-22' }),
    'two/post.mdx': post('two', 'Words.\n', { date: '2026-11-22', publish: at }),
    'six/post.mdx': post('six', 'Words.\n', { date: '2026-11-23', updated: at }),
  })
  expect((await lintAll(root)).faults.map((it) => `${it.file}:${it.line} ${it.says}`)).toEqual([
    'content/six/post.mdx:6 updated: four has this instant; the next free one is 2026-12-24T09:02Z',
    'content/two/post.mdx:6 publish: four has this instant; the next free one is 2026-12-24T09:02Z',
  ])
})

test('a folder may not take the address of a page, and every folder has its post', async () => {
  const root = folderWith({
    'search/post.mdx': post('search'),
    'Odd_Name/post.mdx': post('odd-name', 'Words.\n', { date: '2026-11-23' }),
    'empty/readme.md': 'x',
    'deep/er/post.mdx': post('deep'),
  })
  expect((await lintAll(root)).faults.map((it) => `${it.file} ${it.says}`)).toEqual([
    "content/Odd_Name/post.mdx slug: a folder's name is its address: small letters, digits and " +
      'hyphens, not Odd_Name',
    'content/deep/er/post.mdx a post is written in post.mdx, at the top of its folder',
    'content/empty/readme.md a post is written in post.mdx, at the top of its folder',
    'content/search/post.mdx slug: /search is a page of the site; name the folder otherwise',
  ])
})

test('a link to elsewhere, and words that lie in no folder, are named', async () => {
  const root = folderWith({ 'one/post.mdx': post('one'), 'two.mdx': post('two'), 'six/a.txt': '' })
  mkdirSync(path.join(root, 'elsewhere'))
  symlinkSync(path.join(root, 'elsewhere'), path.join(root, 'content/three'))
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'content/four'))
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'content/six/post.mdx'))
  expect((await lintAll(root)).faults.map((it) => `${it.file} ${it.says}`)).toEqual([
    'content/four a link to elsewhere, and content is not followed there; move it here',
    'content/six/a.txt the transcript of a figure that is not there: no a.ts',
    'content/three a link to elsewhere, and content is not followed there; move it here',
    'content/two.mdx a post is written in a folder of its own: content/<slug>/post.mdx',
  ])
})

test('a post that says nothing is named, unless it is a draft', async () => {
  for (const body of ['', '\n\n', '{/* later */}\n'])
    expect(await faultsIn(body)).toEqual([
      expect.stringMatching(/^\d:1 post: it has no words yet; until it has, say draft: true$/),
    ])
  expect(await faultsIn('', { draft: 'true' })).toEqual([])
})

test('a list of the publication that has another shape is a fault of it', async () => {
  for (const glossary of ['{ quorum: null }', "{ quorum: { also: 'quora' } }", "['quorum']"]) {
    const root = folderWith({ 'glossary.ts': `export const glossary = ${glossary}\n` })
    await expect(lintAll(root)).rejects.toThrow(
      /^content\/glossary\.ts:1:\d+ glossary: expected \{ word: \{ … \} \}/,
    )
  }
})

test('what a deleted post or figure leaves behind is named', async () => {
  const root = folderWith({
    'one/post.mdx': post('one'),
    'one/vote.ts': ballot,
    'one/gone.txt': '10 ms: something\n',
  })
  mkdirSync(path.join(root, 'content/left'))
  expect((await lintAll(root)).faults.map((it) => `${it.file} ${it.says}`)).toEqual([
    'content/left/post.mdx a folder of content has a post.mdx',
    'content/one/gone.txt the transcript of a figure that is not there: no gone.ts',
    'content/one/vote.ts no figure shows this; import it in post.mdx, or remove it',
  ])
})

test('a published post may not link to a draft, nor to where a post was before', async () => {
  const root = folderWith({
    'one/post.mdx': post('one', 'See [two](/two) and [old](/before).\n'),
    'two/post.mdx': post('two', 'See [one](/one).\n', {
      date: '2026-11-23',
      draft: 'true',
      redirects: '[before]',
    }),
  })
  expect((await lintAll(root)).faults.map((it) => it.says)).toEqual([
    'link: two is a draft',
    'link: /before has moved to /two',
  ])
})

test('what is remembered follows the words, whatever the time of the file', async () => {
  const root = folderWith({ 'one/post.mdx': post('one') })
  const file = path.join(root, 'content/one/post.mdx')
  const time = new Date('2026-01-01')
  utimesSync(file, time, time)
  expect(await faultsOf(root)).toEqual([])
  writeFileSync(file, post('one', 'Words {x}.\n'))
  utimesSync(file, time, time)
  expect(await faultsOf(root)).toHaveLength(1)
  writeInto(root, {
    'glossary.ts': 'export const glossary = {}\n',
    'one/post.mdx': post('one', 'A <Term>quorum</Term>.\n'),
  })
  expect(await faultsOf(root)).toHaveLength(1)
  writeInto(root, { 'glossary.ts': "export const glossary = { quorum: { says: 'x' } }\n" })
  expect(await faultsOf(root)).toEqual([])
})

test('a file without words, or of another encoding, is one fault in all', async () => {
  const faults = async (text: string | Uint8Array) =>
    faultsOf(folderWith({ 'one/post.mdx': text, 'one/vote.ts': ballot }))
  const sound = post('one', 'A {a}.')
  const wide = Buffer.from(`\ufeff${sound}`, 'utf16le')
  for (const text of ['', ' \n\n'])
    expect(await faults(text)).toEqual([
      expect.stringContaining('content/one/post.mdx:1:1 post: the file is empty'),
    ])
  for (const text of [wide, Buffer.from([0, 1, 2, 255, 254])])
    expect(await faults(text)).toEqual([
      expect.stringContaining('content/one/post.mdx:1:1 post: this is no text that can be read'),
    ])
})
