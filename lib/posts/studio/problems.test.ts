// What is wrong with a post is known of what is typed, and still known when that is saved.

import { afterAll, expect, test } from 'vitest'
import { clear, folderWith, post, writeInto } from '../fixture'
import { problemsOf } from './problems'

afterAll(clear)

const timed = async <T>(work: Promise<T>, begun = performance.now()) =>
  [await work, performance.now() - begun] as const

test('a long post is read as it is typed, and not once more when it is saved', async () => {
  const root = folderWith({ 'one/post.mdx': post('one') })
  const long = post('one', 'Words that go on and on, with {x}.\n\n'.repeat(1500))
  await problemsOf(root, 'one', post('one', 'To load what reads it.\n'))
  const [typed, reading] = await timed(problemsOf(root, 'one', long))
  writeInto(root, { 'one/post.mdx': long })
  const [saved, saving] = await timed(problemsOf(root, 'one'))
  expect(saved).toEqual(typed)
  expect(saved).toHaveLength(1500)
  expect(saving).toBeLessThan(reading / 2)
})

test('what another hand has saved is read, whatever was typed', async () => {
  const root = folderWith({ 'one/post.mdx': post('one', 'Words {x}.\n') })
  expect(await problemsOf(root, 'one', post('one', 'Fine words.\n'))).toEqual([])
  expect(await problemsOf(root, 'one')).toHaveLength(1)
})
