// Misspelt words are named at their place; British words, names, code and terms are not.

import { afterAll, expect, test } from 'vitest'
import { clear, folderWith, post, writeInto } from '../fixture'
import { lintAll } from '../lint/all'
import { checkSpelling } from './spelling'

afterAll(clear)

const check = async (root: string) => checkSpelling(root, await lintAll(root))
const spelt = async (body: string, changed = {}) => {
  const found = await check(folderWith({ 'one/post.mdx': post('one', body, changed) }))
  return found.map((it) => `${it.line}:${it.column} ${it.says.split(' ')[1]} ~ ${it.near}`)
}

test('a misspelt word is named where it stands, in the title too', async () => {
  expect(await spelt('To *recieve* a message.\n', { title: 'A titel' })).toEqual([
    '3:10 titel ~ title',
    '7:5 recieve ~ receive',
  ])
})

test('British spelling is spelling', async () => {
  const words = 'The colour of the centre was organised by travelled neighbours in a catalogue.'
  expect(await spelt(`${words} It behaves as modelling in grey defence does.\n`)).toEqual([])
})

test('names, code, addresses, symbols and words of the glossary are let through', async () => {
  const body = `Of Lamport and \`recieve\`, <var>xyzq</var>, n1's
[a page](https://example.org/qwxz), https://example.org/qwxz and a quorum's terms;
node v1.2x, isn't it?

\`\`\`ts
const recieve = 1
\`\`\`
`
  expect(await spelt(body)).toEqual([])
})

test('a word of our own is one as soon as it is listed', async () => {
  const root = folderWith({ 'one/post.mdx': post('one', 'It is frobnicated.\n') })
  expect(await check(root)).toHaveLength(1)
  writeInto(root, { 'words.txt': '# Ours.\nfrobnicated # a joke\n' })
  expect(await check(root)).toEqual([])
})
