// Files of the site are replaced one by one, and only what nobody wrote again goes.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const root = vi.hoisted(() => ({ at: '' }))
vi.mock('../run', () => ({
  get root() {
    return root.at
  },
}))

root.at = mkdtempSync(join(tmpdir(), 'place-'))
afterAll(() => rmSync(root.at, { recursive: true }))

/** Another pass is another process, which has written nothing yet. */
const pass = async () => {
  vi.resetModules()
  return import('./place')
}
const files = () =>
  readdirSync(join(root.at, 'public'), { recursive: true, encoding: 'utf8' }).sort()

test('a second pass has what the first one wrote beside it until the last moment', async () => {
  const first = await pass()
  await first.put('/pictures/one/card.png', 'a card')
  await first.put('/pictures/gone/card.png', 'a card')
  await first.put('/atom.xml', 'a feed')
  first.sweep()
  expect(files()).toEqual([
    ...['atom.xml', 'pictures', 'pictures/gone', 'pictures/gone/card.png'],
    ...['pictures/one', 'pictures/one/card.png'],
  ])

  const second = await pass()
  await second.put('/pictures/one/card.png', 'another card')
  expect(readFileSync(join(root.at, 'public/atom.xml'), 'utf8')).toBe('a feed')
  expect(existsSync(join(root.at, 'public/pictures/gone/card.png'))).toBe(true)
  await second.put('/atom.xml', 'another feed')
  mkdirSync(join(root.at, 'public/empty'))
  second.keep(join(root.at, 'public/theme.js'))
  second.sweep()
  expect(files()).toEqual(['atom.xml', 'pictures', 'pictures/one', 'pictures/one/card.png'])
  expect(readFileSync(join(root.at, 'public/atom.xml'), 'utf8')).toBe('another feed')
})
