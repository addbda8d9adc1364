// From a folder to documents: metadata, bodies, and what the cache may and may not remember.

import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { evaluate, listPosts, readDocument } from '.'
import { ballot, clear, folderWith, post, writeInto } from './fixture'

afterAll(clear)

type Made = { type: unknown; props: { [name: string]: unknown; children?: unknown } }
const fragment = Symbol('fragment')
const jsx = (type: unknown, props: Made['props']): Made => ({ type, props })
const runtime = { jsx, jsxs: jsx, Fragment: fragment }

/** All elements of a tree, as `name {props}`; what is a function stays as it is. */
const flat = (node: unknown): Made[] => {
  if (Array.isArray(node)) return node.flatMap(flat)
  if (typeof node !== 'object' || node === null) return []
  const it = node as Made
  return [it, ...flat(it.props.children)]
}
const words = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(words).join('')
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  return node && typeof node === 'object' ? words((node as Made).props.children) : ''
}

const cast = ['Figure', 'Claim', 'At', 'Term', 'Predict', 'Rule', 'Note', 'Formula']
const components = Object.fromEntries(cast.map((name) => [name, name]))

const treeOf = async (root: string, slug = 'one') => {
  const { code } = (await readDocument(slug, { root }))!
  return flat(evaluate(code, runtime)({ components }))
}
const named = (tree: Made[], name: string) => tree.filter((it) => it.type === name)
const plain = ({ props: { children, of, ...props } }: Made) => props

const body = `import vote from './vote'
import late from './late'

## What happens

Words, and <Claim of={vote} at={100} that={{ outcome: 'passed' }}>a claim</Claim> in them.

<Claim of={late} never that={{ outcome: 'failed' }}>A claim alone.</Claim>

<Figure of={late}>
  The later one.
</Figure>

<Figure of={vote}>A ballot.</Figure>

<At of={vote} time={30}>Here</At> is a <Term>quorum</Term>, or <Term>Terms</Term>.

<Note>One line.</Note>

<Rule of="ballot" name="on.vote" />

## What happens

![A map](map.svg) and | a note.[^n]

| a | b |
|:-:|---|
| 1 | 2 |

[^n]: The note.
`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"></svg>'
const files = {
  'one/post.mdx': post('one', body),
  'one/vote.ts': ballot,
  'one/late.ts': ballot.replace('seed: 7', 'seed: 8'),
  'one/map.svg': svg,
}

test('a figure knows its id, number and place, a claim its figure and place', async () => {
  const tree = await treeOf(folderWith(files))
  expect(named(tree, 'Figure').map(plain)).toEqual([
    { id: 'late', place: '16:1', number: 1 },
    { id: 'vote', place: '20:1', number: 2 },
  ])
  expect(named(tree, 'Claim').map(plain)).toEqual([
    { at: 100, that: { outcome: 'passed' }, id: 'vote', place: '12:12' },
    { never: true, that: { outcome: 'failed' }, id: 'late', place: '14:1' },
  ])
  expect(named(tree, 'At').map(plain)).toEqual([{ time: 30, id: 'vote', place: '22:1' }])
  const [first, second] = named(tree, 'Term').map((it) => it.props.of)
  expect([first, second]).toEqual(['quorum', 'term'])
})

test('a figure knows at which moment a question first holds it', async () => {
  const ask = (at: number) =>
    `<Predict of={vote} at={${at}} ask="Who?" choices={['passed', 'failed']} fact="outcome" />`
  const asked = { ...files, 'one/post.mdx': post('one', `${body}\n${ask(90)}\n\n${ask(60)}\n`) }
  const held = named(await treeOf(folderWith(asked)), 'Figure').map(({ props }) => props.held)
  expect(held).toEqual([undefined, 60])
})

test('what a component holds does not depend on how many lines it was written on', async () => {
  const tree = await treeOf(folderWith(files))
  expect(named(tree, 'Figure').map((it) => words(it.props.children))).toEqual([
    'The later one.',
    'A ballot.',
  ])
  expect(named(tree, 'Figure').flatMap((it) => flat(it.props.children))).toEqual([])
  const alone = tree.find((it) => it.type === 'p' && words(it) === 'A claim alone.')
  expect(flat(alone?.props.children).map((it) => it.type)).toEqual(['Claim'])
  expect(named(tree, 'Note').flatMap((it) => flat(it.props.children).map((p) => p.type))).toEqual([
    'p',
  ])
})

test('a quoted rule comes with the source that runs', async () => {
  const [rule] = named(await treeOf(folderWith(files)), 'Rule')
  expect(rule?.props.file).toBe('lib/protocols/ballot.ts')
  const line = Number(rule?.props.line)
  const [first] = String(rule?.props.code)
    .split('\n')
    .filter((it) => !/^(\/\*\*| \*|\/\/)/.test(it))
  expect(readFileSync('lib/protocols/ballot.ts', 'utf8').split('\n')[line - 1]).toContain(first)
})

test('headings have ids of their own, images their size, tables no style', async () => {
  const root = folderWith(files)
  const tree = await treeOf(root)
  const { headings, images } = (await readDocument('one', { root }))!
  expect(
    named(tree, 'h2')
      .slice(0, 2)
      .map((it) => it.props.id),
  ).toEqual(headings.map((it) => it.id))
  expect(headings.map((it) => it.id)).toEqual(['what-happens', 'what-happens-2'])
  expect(named(tree, 'img').map(plain)).toEqual([
    { src: '/pictures/one/map.svg', alt: 'A map', width: '10', height: '20' },
  ])
  expect(images).toEqual(['map.svg'])
  expect(tree.filter((it) => it.props.style !== undefined)).toEqual([])
  expect(named(tree, 'a').some((it) => it.props.href === '#fn-n')).toBe(true)
})

test('a document has its figures with their data, and its claims', async () => {
  const { figures, claims, meta } = (await readDocument('one', { root: folderWith(files) }))!
  expect(
    figures.map(({ id, number, caption, of }) => [
      id,
      number,
      caption,
      (of as { seed: number }).seed,
    ]),
  ).toEqual([
    ['late', 1, 'The later one.', 8],
    ['vote', 2, 'A ballot.', 7],
  ])
  expect(claims.map((it) => [it.figure, it.place, it.words])).toEqual([
    ['vote', '12:12', 'a claim'],
    ['late', '14:1', 'A claim alone.'],
  ])
  expect(meta).toMatchObject({ figures: ['late', 'vote'], claims: 2, minutes: 1 })
})

test('the body follows an edit of the data it imports, whatever the time of the file', async () => {
  const root = folderWith(files)
  const seedOf = async () =>
    (named(await treeOf(root), 'Figure')[1]!.props.of as { seed: number }).seed
  const time = new Date('2026-01-01')
  const touch = () => utimesSync(path.join(root, 'content/one/vote.ts'), time, time)
  touch()
  expect(await seedOf()).toBe(7)
  writeInto(root, { 'one/vote.ts': ballot.replace('seed: 7', 'seed: 9') })
  touch()
  expect(await seedOf()).toBe(9)
  writeInto(root, { 'one/vote.ts': ballot })
  expect(await seedOf()).toBe(7)
})

test('an unchanged body is not compiled again', async () => {
  const root = folderWith(files)
  const code = async () => (await readDocument('one', { root }))!.code
  await code()
  const folder = path.join(root, '.cache/bodies')
  const [file] = readdirSync(folder).map((it) => path.join(folder, it))
  const entry = JSON.parse(readFileSync(file!, 'utf8'))
  // Were it compiled again, this would not come back.
  writeFileSync(file!, JSON.stringify({ ...entry, code: 'from the cache' }))
  expect(await code()).toBe('from the cache')
  writeFileSync(file!, '{ cut short')
  expect(await code()).toBe(entry.code)
})

test('two folders with the same words give the same bytes', async () => {
  const codes = [folderWith(files), folderWith(files)].map((root) => readDocument('one', { root }))
  const [a, b] = await Promise.all(codes)
  expect(a).toEqual(b)
})

test('line endings of Windows give the same tree', async () => {
  const windows = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
  )
  const places = async (root: string) => named(await treeOf(root), 'Figure').map(plain)
  expect(await places(folderWith(windows))).toEqual(await places(folderWith(files)))
})

test('a fault in the data is named at its field, in the file it stands in', async () => {
  const root = folderWith({ ...files, 'one/vote.ts': ballot.replace('poster: 30', 'poster: 900') })
  await expect(readDocument('one', { root })).rejects.toThrow(
    'content/one/vote.ts:10:11 poster: expected a moment of the run, 0 to 200 ms\n  10 |   poster',
  )
})

test('drafts and scheduled posts are listed only when asked for', async () => {
  const root = folderWith({
    'one/post.mdx': post('one'),
    'two/post.mdx': post('two', 'Words.\n', { date: '2026-11-23', draft: 'true' }),
    'three/post.mdx': post('three', 'Words.\n', {
      date: '2026-11-24',
      publish: '2026-12-24T09:00Z',
    }),
  })
  const now = Date.parse('2026-12-01')
  const slugs = async (asked: object) =>
    (await listPosts({ root, now, ...asked })).map((it) => it.slug)
  expect(await slugs({})).toEqual(['one'])
  expect(await slugs({ drafts: true })).toEqual(['three', 'two', 'one'])
  expect(await slugs({ now: Date.parse('2026-12-24T09:00Z') })).toEqual(['three', 'one'])
  const status = (await listPosts({ root, now, drafts: true })).map((it) => it.status)
  expect(status).toEqual(['scheduled', 'draft', 'published'])
})

test('a post that is not there is undefined', async () => {
  expect(await readDocument('none', { root: folderWith(files) })).toBeUndefined()
})
