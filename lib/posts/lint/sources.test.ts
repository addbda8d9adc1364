// A file is read again as soon as it is another, even with its old time and length.

import { statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clear, folderWith } from '../fixture'
import { readKept } from './sources'

afterAll(clear)

const file = 'content/one/post.mdx'
const later = () => Date.now() + 60_000

test('what has not changed is the same object, and what has is read', () => {
  const root = folderWith({ 'one/post.mdx': 'Words.' })
  const first = readKept(root, file, later())
  expect(readKept(root, file, later())).toBe(first)
  const at = path.join(root, file)
  const { atime, mtime } = statSync(at)
  writeFileSync(at, 'Wards.')
  utimesSync(at, atime, mtime)
  expect(readKept(root, file, later()).text).toBe('Wards.')
})

test('what is so young that it may change unseen is read each time', () => {
  const root = folderWith({ 'one/post.mdx': 'Words.' })
  expect(readKept(root, file)).not.toBe(readKept(root, file))
})
