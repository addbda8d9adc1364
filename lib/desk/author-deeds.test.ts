// What an author's commands do to a content folder, and that they do it wholly or not at all.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkAll } from '@/lib/posts/check/all'
import { writeLedger } from '@/lib/posts/check/ledger'
import { edited } from '@/lib/posts/edit/edit'
import { withRedirects } from '@/lib/posts/edit/front'
import { newFigure, newPost } from '@/lib/posts/edit/new'
import { describeFaults } from '@/lib/posts/fault'
import { ballot, clear, folderWith, front, post, writeInto } from '@/lib/posts/fixture'
import { planRename, rename } from './rename'

afterAll(clear)

/** Every file of a content folder with its bytes. */
const everything = (at: string) =>
  Object.fromEntries(
    readdirSync(join(at, 'content'), { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, entry.isFile() ? readFileSync(path, 'latin1') : 'a folder']
    }),
  )
const read = (at: string, file: string) => readFileSync(join(at, 'content', file), 'utf8')
const faults = async (at: string) => describeFaults((await checkAll(at)).faults)
const now = Date.parse('2026-11-22T12:00Z')

/** Says what a command refused, and that it changed nothing. */
const refused = async (at: string, work: () => Promise<unknown>) => {
  const before = everything(at)
  const says = await work().then(
    () => 'nothing was refused',
    (fault: Error) => fault.message,
  )
  expect(everything(at)).toEqual(before)
  return says
}

describe('a new post', () => {
  test('is a draft that passes every check at once, with a figure and its transcript', async () => {
    const at = folderWith({ 'one/post.mdx': post('one') })
    expect(await newPost(at, 'Push & pull: the "two" ways', { now })).toBe('push-pull-the-two-ways')
    expect(await faults(at)).toBe('')
    const text = read(at, 'push-pull-the-two-ways/post.mdx')
    expect(text).toContain('id: tag:partial-order.example,2026:push-pull-the-two-ways\n')
    expect(text).toContain('draft: true\n')
    // One post has nine o'clock already.
    expect(text).toContain('date: 2026-11-22T09:01Z\n')
    expect(text).toContain('<Figure of={firstFigure}>')
    expect(read(at, 'push-pull-the-two-ways/first-figure.txt')).toMatch(/^\d/)
  })

  test('has an instant of its own beside posts that are scheduled for that day', async () => {
    const publish = '2026-11-22T09:00Z'
    const at = folderWith({ 'one/post.mdx': post('one', 'W.\n', { date: '2026-11-01', publish }) })
    await newPost(at, 'A title', { now })
    expect(read(at, 'a-title/post.mdx')).toContain('date: 2026-11-22T09:01Z\n')
  })

  test('is dated by now where nine o’clock of the day is to come', async () => {
    const at = folderWith({})
    await newPost(at, 'A title', { now: Date.parse('2026-11-22T07:19:30Z') })
    expect(read(at, 'a-title/post.mdx')).toContain('date: 2026-11-22T07:19Z\n')
  })

  test('is of the protocol and the kind that were asked for', async () => {
    const at = folderWith({})
    await newPost(at, 'A title', { now, protocol: 'ballot', note: true })
    expect(read(at, 'a-title/first-figure.ts')).toContain("protocol: 'ballot'")
    expect(read(at, 'a-title/post.mdx')).toContain('kind: note\n')
    expect(await faults(at)).toBe('')
  })

  test('is refused in one sentence where its name or title cannot be', async () => {
    const at = folderWith({ 'one/post.mdx': post('one', 'Words.\n', { redirects: '[before]' }) })
    const says = (title: string, wish = {}) => refused(at, () => newPost(at, title, wish))
    expect(await says('One')).toBe('content/one is there already')
    expect(await says('Before')).toBe('/before is an old address of one, and leads there')
    expect(await says('Search')).toBe('/search is a page of the site')
    expect(await says('A <b>')).toContain('title: plain text only')
    expect(await says('X')).toContain('title: expected 2 to 120 characters')
    expect(await says('!!!')).toBe(
      'title: its letters a to z and digits are its address, and it has none',
    )
    writeFileSync(join(at, 'content/fine'), 'in the way')
    expect(await says('Fine')).toBe('content/fine is there already, and is no post')
    expect(await says('Fair', { protocol: 'ballott' })).toContain('did you mean ballot?')
  })

  test('leaves nothing behind where it cannot be finished', async () => {
    const at = folderWith({ 'one/post.mdx': post('one') })
    // The folder of the new post cannot be made: a link to nowhere has its name.
    symlinkSync('/nowhere/at/all', join(at, 'content/fine'))
    expect(await refused(at, () => newPost(at, 'Fine', { now }))).toMatch(/EEXIST|ENOENT/)
  })
})

describe('a new figure', () => {
  const files = {
    'one/post.mdx': post(
      'one',
      "import vote from './vote'\n\nWords.\n\n<Figure of={vote}>A.</Figure>\n",
    ),
    'one/vote.ts': ballot,
  }

  test('comes with its import and its element, and moves no other byte', async () => {
    const at = folderWith(files)
    writeInto(at, { 'one/vote.txt': 'x' })
    const before = read(at, 'one/post.mdx')
    await newFigure(at, 'one', 'split-vote', { protocol: 'raft' })
    const now = read(at, 'one/post.mdx')
    expect(now).toBe(
      `${before.replace(
        "from './vote'\n",
        "from './vote'\nimport splitVote from './split-vote'\n",
      )}\n<Figure of={splitVote}>What happens in this run of raft, in a sentence.</Figure>\n`,
    )
    expect(existsSync(join(at, 'content/one/split-vote.txt'))).toBe(true)
  })

  test('keeps the line ends of Windows, and a name that JavaScript has taken', async () => {
    const at = folderWith({ 'one/post.mdx': post('one').replaceAll('\n', '\r\n') })
    await newFigure(at, 'one', 'new', { protocol: 'ballot' })
    const text = read(at, 'one/post.mdx')
    expect(text).toContain(
      "---\r\nimport newFigure from './new'\r\n\r\nWords.\r\n\r\n<Figure of={newFigure}>",
    )
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(await faults(at)).toBe('')
  })

  test('is refused where post or protocol are not known, or the name is taken', async () => {
    const at = folderWith(files)
    const says = (slug: string, name: string, protocol = 'raft') =>
      refused(at, () => newFigure(at, slug, name, { protocol }))
    expect(await says('onne', 'x')).toBe('there is no content/onne; did you mean one?')
    expect(await says('one', 'vote')).toBe('content/one/vote.ts is there already')
    expect(await says('one', 'Split_Vote')).toContain('small letters')
    expect(await says('one', 'x', 'rafft')).toContain('did you mean raft?')
    expect(await says('one', 'card')).toBe(
      'card.png is what a post’s own picture is called; name the figure otherwise',
    )
  })

  test('is refused where the post cannot be read', async () => {
    const at = folderWith({ 'one/post.mdx': post('one', 'Words <Foo and\n') })
    expect(await refused(at, () => newFigure(at, 'one', 'x'))).toContain('MDX:')
  })
})

describe('a rename', () => {
  const body = `See [two](/two), [there](/two#what?), [now](/two?q=ten), [text](/two.md) and [ref].

\`/two\` is code; [twofold](/twofold) and [tags](/tags/time) are other addresses.

[ref]: /two "A title"
`
  const files = {
    'one/post.mdx': post('one', `${body}\n## What?\n`),
    'two/post.mdx': post('two', 'Myself: [here](/two).\n\n## What?\n', {
      date: '2026-11-23',
      tags: '[time]',
    }),
    'twofold/post.mdx': post('twofold', 'Words.\n', { date: '2026-11-24' }),
  }
  const sound = { ...files, 'one/post.mdx': files['one/post.mdx'].replace('#what?', '#what') }

  test('finds the address of a link whose words are the same address', async () => {
    const words = `[/two](/two), [the /two/one](/two), [/two] and [both](/two?a=1&amp;b=2).

[/two]: /two
`
    const at = folderWith({ ...files, 'one/post.mdx': post('one', words) })
    await rename(at, 'two', 'second')
    expect(
      read(at, 'one/post.mdx'),
    ).toContain(`[/two](/second), [the /two/one](/second), [/two] and [both](/second?a=1&amp;b=2).

[/two]: /second
`)
  })

  test('moves the folder, follows links, leads on from the old address, keeps the id', async () => {
    const at = folderWith(sound)
    const before = read(at, 'one/post.mdx')
    await rename(at, 'two', 'second')
    expect(existsSync(join(at, 'content/two'))).toBe(false)
    expect(read(at, 'one/post.mdx')).toBe(
      before
        .replace('](/two)', '](/second)')
        .replace('/two#', '/second#')
        .replace('/two?', '/second?')
        .replace('/two.md', '/second.md')
        .replace(': /two', ': /second'),
    )
    const text = read(at, 'second/post.mdx')
    expect(text).toContain('id: tag:partial-order.example,2026:two\n')
    expect(text).toContain('redirects: [two]\n---\n')
    expect(text).toContain('[here](/second)')
    expect(await faults(at)).toBe('')
  })

  test('back again takes the redirect back', async () => {
    const at = folderWith(sound)
    await rename(at, 'two', 'second')
    await rename(at, 'second', 'two')
    expect(read(at, 'two/post.mdx')).toContain('redirects: [second]\n')
    expect(await faults(at)).toBe('')
  })

  test('back again, before anybody had it there, leaves nothing of the name between', async () => {
    const at = folderWith(sound)
    const { ledger } = await checkAll(at)
    writeLedger(at, ledger!)
    const before = everything(at)
    await rename(at, 'two', 'second')
    expect(read(at, 'second/post.mdx')).toContain('redirects: [two]\n')
    await rename(at, 'second', 'two')
    expect(everything(at)).toEqual(before)
  })

  test('of a draft that nobody has read leaves no redirect', async () => {
    const draft = { draft: 'true' }
    const at = folderWith({ 'one/post.mdx': post('one', 'Words.\n', draft) })
    await rename(at, 'one', 'first')
    expect(read(at, 'first/post.mdx')).toBe(post('one', 'Words.\n', draft))
  })

  test('only planned changes nothing', async () => {
    const at = folderWith(sound)
    const before = everything(at)
    const { texts } = await planRename(at, 'two', 'second')
    expect([...texts.keys()].sort()).toEqual(['content/one/post.mdx', 'content/two/post.mdx'])
    expect(everything(at)).toEqual(before)
  })

  test('that fails half way is undone', async () => {
    const at = folderWith(sound)
    // The last post to be written cannot be: where its draft would stand, there is a folder.
    mkdirSync(join(at, `content/two/post.mdx.${process.pid}`))
    expect(await refused(at, () => rename(at, 'two', 'second'))).toMatch(/EISDIR|EEXIST/)
    const other = folderWith({ ...sound, 'three/post.mdx': 'no front matter' })
    writeInto(other, {
      'three/post.mdx': post('three', 'A {broken} one.\n', { date: '2026-11-25' }),
    })
    await rename(other, 'two', 'second')
    expect(await faults(other)).not.toContain('/two')
  })

  test('to a name that cannot be is refused in one sentence', async () => {
    const at = folderWith(sound)
    const says = (old: string, slug: string) => refused(at, () => rename(at, old, slug))
    expect(await says('tvo', 'x')).toBe('there is no content/tvo; did you mean two?')
    expect(await says('two', 'one')).toBe('content/one is there already')
    expect(await says('two', 'Two')).toContain('small letters')
    expect(await says('two', 'tags')).toBe('/tags is a page of the site')
  })

  test('waits until what might link to it can be read', async () => {
    const at = folderWith({
      ...sound,
      'three/post.mdx': `${front('three', { date: '2026-11-25' })}<Foo`,
    })
    expect(await refused(at, () => rename(at, 'two', 'second'))).toContain('mend it first')
  })
})

test('a list of redirects is changed in the form it has, or begun', () => {
  const change = (lines: string, slugs: string[]) => {
    const text = `---\ntitle: x\n${lines}kind: note\n---\nWords.\n`
    return edited(text, withRedirects(text, slugs)).split('\n').slice(2, -3).join('|')
  }
  expect(change('', ['a'])).toBe('kind: note|redirects: [a]')
  expect(change('redirects: [a]\n', ['a', 'b'])).toBe('redirects: [a, b]|kind: note')
  expect(change('redirects:\n  - a\n  - b\n', ['a', 'b', 'c'])).toBe(
    'redirects: [a, b, c]|kind: note',
  )
  expect(change('redirects: [a] # why\n', ['b'])).toBe('redirects: [b] # why|kind: note')
  expect(change('redirects: [a]\n', [])).toBe('kind: note')
})

test('an edit changes its own bytes, whatever ends the lines', () => {
  const raw = '\uFEFFone\r\ntwo\nthree\r\n'
  expect(edited(raw, [{ from: 4, to: 7, text: 'a\nb' }])).toBe('\uFEFFone\r\na\r\nb\nthree\r\n')
  expect(edited(raw, [])).toBe(raw)
  const ends = [
    { from: 0, to: 0, text: 'x' },
    { from: 14, to: 14, text: 'y' },
  ]
  expect(edited(raw, ends)).toBe('\uFEFFxone\r\ntwo\nthree\r\ny')
})
