// An export of another address, or with a draft in it, is refused and named; a right one is not.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clear, folderWith, post } from '@/lib/posts/fixture'
import { meant } from './meant'

const out = mkdtempSync(join(tmpdir(), 'meant-'))
afterAll(() => {
  clear()
  rmSync(out, { recursive: true })
})

const root = folderWith({
  'one/post.mdx': post('one'),
  'two/post.mdx': post('two', 'Words.\n', { draft: 'true' }),
  'three/post.mdx': post('three', 'Words.\n', { publish: '2026-12-24T09:00Z' }),
})
const write = (name: string, text: string) => writeFileSync(join(out, name), text)
const meantAt = (now: string) => () => meant(out, 'https://x.example/a', Date.parse(now), root)
const held = meantAt('2026-11-30T09:00Z')

test('what belongs to another address, or to nobody yet, stops a build', () => {
  mkdirSync(join(out, 'api'))
  write('one.html', '')
  write('three.html', '')
  write('sitemap.xml', '<url><loc>https://x.example/a/</loc></url>')
  write('api/posts.json', '{ "url": "https://x.example/a/one", "title": "http://localhost:3000" }')
  expect(held).toThrow(/:\nthree\.html is of a post that is not published yet$/)
  expect(meantAt('2026-12-24T09:00Z')).not.toThrow()
  write('two.md', '')
  expect(held).toThrow('two.md is of a post that is not published yet')
  write('sitemap.xml', '<url><loc>http://localhost:3000/</loc></url>')
  expect(held).toThrow(
    'sitemap.xml names http://localhost:3000/, and this site is at https://x.example/a',
  )
})
