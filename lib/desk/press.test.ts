// What has been compressed once is not compressed again, and what nobody has is forgotten.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Press } from './press'

let at = ''
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'press-'))
})
afterEach(() => rmSync(at, { recursive: true }))

const kept = () => readdirSync(join(at, 'kept')).sort()
const pass = async (...files: readonly (readonly [name: string, bytes: Buffer])[]) => {
  const press = new Press(join(at, 'kept'))
  await Promise.all(files.map(([name, bytes]) => press.beside(join(at, name), bytes, 1e9)))
  press.forget()
  return readdirSync(at).filter((name) => name !== 'kept')
}
const long = Buffer.from('n3 leads term 2. '.repeat(100))

test('both forms hold the very bytes', async () => {
  expect(await pass(['page.html', long])).toEqual(['page.html.br', 'page.html.gz'])
  expect(gunzipSync(readFileSync(join(at, 'page.html.gz')))).toEqual(long)
  expect(brotliDecompressSync(readFileSync(join(at, 'page.html.br')))).toEqual(long)
})

test('a small file has none', async () => {
  expect(await pass(['page.html', Buffer.from('short')])).toEqual([])
})

test('the same bytes under another name come from what was kept', async () => {
  await pass(['page.html', long])
  for (const name of kept()) writeFileSync(join(at, 'kept', name), 'kept')
  await pass(['moved.html', long])
  expect(readFileSync(join(at, 'moved.html.br'), 'utf8')).toBe('kept')
})

test('what is compressed is of the time of its file, whenever else it is used', async () => {
  await pass(['page.html', long])
  const timeOf = () => statSync(join(at, 'page.html.gz')).mtimeMs / 1000
  expect(timeOf()).toBe(1e9)
  const press = new Press(join(at, 'kept'))
  await press.beside(join(at, 'later.html'), long, 2e9)
  expect([timeOf(), statSync(join(at, 'later.html.gz')).mtimeMs / 1000]).toEqual([1e9, 2e9])
})

test('what no file has any more is forgotten', async () => {
  await pass(['page.html', long])
  const before = kept()
  await pass(['page.html', Buffer.concat([long, long])])
  expect(kept()).toHaveLength(2)
  expect(kept()).not.toEqual(before)
})
