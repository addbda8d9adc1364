// Words are defined before they are used; and many posts are linted alike on one core and on two.

import { afterAll, expect, test } from 'vitest'
import { clear, faultsIn, folderWith, front, post } from '../fixture'
import { lintAll } from './all'
import { lintBatch, lintMany } from './crew'

afterAll(clear)

const said = async (root: string) =>
  (await lintAll(root)).faults.map((it) => `${it.file}:${it.line}:${it.column} ${it.says}`)

test('a word that is used before its own Term is named, with the place of the Term', async () => {
  expect(
    await faultsIn('Two quorums meet.\n\nA <Term>quorum</Term> decides, and a quorum stays.\n'),
  ).toEqual(['7:5 term: quorum is used here, and defined at 9:3'])
  expect(await faultsIn('A <Term>quorum</Term> decides. Two quorums meet.\n')).toEqual([])
})

test('titles, code, other words and words that nobody defines are left alone', async () => {
  const body = `## Quorums and terms

Code says \`quorum\`, and determined or long-term are other words.[^a] A term passes.

A <Term>quorum</Term> decides.

[^a]: A quorum of notes.
`
  expect(await faultsIn(body)).toEqual([])
})

test('in a series a word may be defined in an earlier part, and not in a later one', async () => {
  const part = (slug: string, n: number, body: string) =>
    post(slug, body, { series: 'course', part: `${n}`, date: `2026-11-2${n}` })
  const later = folderWith({
    'one/post.mdx': part('one', 1, 'Two quorums meet.\n'),
    'two/post.mdx': part('two', 2, 'A quorum, a <Term>quorum</Term> decides.\n'),
  })
  expect(await said(later)).toEqual([
    'content/one/post.mdx:9:5 term: quorum is used here, and defined in two, at 9:13',
    'content/two/post.mdx:9:3 term: quorum is used here, and defined at 9:13',
  ])
  const earlier = folderWith({
    'one/post.mdx': part('one', 1, 'A <Term>quorum</Term> decides.\n'),
    'two/post.mdx': part('two', 2, 'Two quorums meet. Here is a <Term>quorum</Term> again.\n'),
    // What stands alone is read alone.
    'three/post.mdx': post('three', 'A quorum, a <Term>quorum</Term>.\n', {
      date: '2026-11-25',
    }),
  })
  expect(await said(earlier)).toEqual([
    'content/three/post.mdx:7:3 term: quorum is used here, and defined at 7:13',
  ])
})

test('many posts are linted alike on one core and on two, in their order', async () => {
  const known = { tags: [], series: [], terms: ['quorum'], forms: {} }
  const jobs = Array.from({ length: 170 }, (_, i) => ({
    slug: `post-${i}`,
    file: `content/post-${i}/post.mdx`,
    text: `${front(`post-${i}`)}Words ${i}.${i % 7 === 0 ? ' {broken}' : ''}\n`,
  }))
  const alone = lintBatch({ jobs, known })
  expect(await lintMany(jobs, known, 2)).toEqual(alone)
  expect(alone.filter(({ faults }) => faults.length > 0)).toHaveLength(25)
})
