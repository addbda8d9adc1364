// What is published is replaced at once, or stays.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { swap } from './swap'

let at = ''
const folder = (name: string, ...files: string[]) => {
  mkdirSync(join(at, name))
  for (const file of files) writeFileSync(join(at, name, file), file)
  return join(at, name)
}
const inside = (name: string) => readdirSync(join(at, name)).sort()

beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'swap-'))
})
afterEach(() => rmSync(at, { recursive: true }))

test('what was built takes the place of what was there, all of it', async () => {
  const [fresh, old] = [folder('fresh', 'a', 'b'), folder('out', 'a', 'gone')]
  // What a build that was ended in between has left.
  folder('fresh-old', 'older')
  await swap(fresh, old)
  expect([readdirSync(at), inside('out')]).toEqual([['out'], ['a', 'b']])
})

test('the first build finds nothing to replace', async () => {
  await swap(folder('fresh', 'a'), join(at, 'out'))
  expect([readdirSync(at), inside('out')]).toEqual([['out'], ['a']])
})

test('where it cannot be done, what was there stays as it was', async () => {
  const old = folder('out', 'a', 'b')
  await expect(swap(join(at, 'none'), old)).rejects.toThrow('ENOENT')
  expect([readdirSync(at), inside('out')]).toEqual([['out'], ['a', 'b']])
  await expect(swap(join(at, 'none'), join(at, 'first'))).rejects.toThrow('ENOENT')
  expect(existsSync(join(at, 'first'))).toBe(false)
})
