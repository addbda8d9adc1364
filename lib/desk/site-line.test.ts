// A wrong address is one sentence at its place in content/site.ts; the right ones are none.

import { expect, test } from 'vitest'
import { site } from '@/content/site'
import { readSource, Source } from '@/lib/posts/source'
import { root } from './run'
import { siteFaults, soundSite } from './site-line'

const right = { address: 'https://x.example', basePath: '' }
const said = (changed: Partial<typeof right>) => {
  const it = { ...right, ...changed }
  const lines = ['export const site = {', `  address: '${it.address}',`, `  basePath: '',`, '}']
  return siteFaults(it, new Source('content/site.ts', lines.join('\n'))).map(
    ({ file, line, column, says }) => `${file}:${line}:${column} ${says}`,
  )
}

test.each([
  ['https://x.example/', 'it has no slash at its end, not "https://x.example/"'],
  ['x.example', 'it begins with https:// or http://, not "x.example"'],
  ['ftp://x.example', 'it begins with https:// or http://, not "ftp://x.example"'],
  ['https://a b', '"https://a b" is none'],
  [
    'https://x.example/log',
    'it is https://x.example, and a path below it stands in basePath, not "https://x.example/log"',
  ],
])('the address %s', (address, says) => {
  expect(said({ address })).toEqual([`content/site.ts:2:3 address: ${says}`])
})

test.each(['log', '/log/', '/', '/a//b', '/a?b'])('the path %s', (basePath) => {
  expect(said({ basePath })).toEqual([
    expect.stringMatching(/^content\/site\.ts:3:3 basePath: .*a slash before it and none after it/),
  ])
})

test('what is right is nothing, our own among it', () => {
  for (const address of ['https://x.example', 'http://localhost:3000', 'https://10.0.0.1'])
    for (const basePath of ['', '/log', '/a/b-c.d']) expect(said({ address, basePath })).toEqual([])
  soundSite()
  // The lines are there to be pointed at.
  const [one, two] = siteFaults({ address: '', basePath: '/' }, readSource(root, 'content/site.ts'))
  expect([one?.quote, two?.quote]).toEqual([
    `  address: '${site.address}',`,
    `  basePath: '${site.basePath}',`,
  ])
})
