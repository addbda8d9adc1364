// A verdict holds for as long as nothing that was looked at is another, whatever its time says.

import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Drawer, type Verdict } from './verdict'

const place = vi.hoisted(() => ({ root: '' }))
vi.mock('../run', () => ({
  get root() {
    return place.root
  },
}))

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(place.root, file)), { recursive: true })
  writeFileSync(join(place.root, file), text)
}
beforeEach(() => {
  place.root = mkdtempSync(join(tmpdir(), 'verdict-'))
  write('content/one/post.mdx', 'Words.')
  write('lib/posts/a.ts', 'export const a = 1')
  write('package.json', '{}')
  // Files are old enough to be known by their times.
  vi.useFakeTimers({ now: Date.now() + 60_000 })
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  rmSync(place.root, { recursive: true })
})

const fault = { file: 'content/one/post.mdx', line: 1, column: 1, says: 'wrong' }
const verdict: Verdict = { faults: [fault], says: ['it was said'], due: [], ledgered: false }
const kept = () => new Drawer(true).kept

test('what was found is found again where nothing has changed', () => {
  expect(kept()).toBeUndefined()
  new Drawer(true).keep(verdict)
  expect(kept()).toEqual(verdict)
  // The other kind of check has a drawer of its own.
  expect(new Drawer(false).kept).toBeUndefined()
})

const changes: { readonly [what: string]: () => void } = {
  'a text of the same length, with its old time': () => {
    const file = join(place.root, 'content/one/post.mdx')
    const { atime, mtime } = statSync(file)
    writeFileSync(file, 'Wards.')
    utimesSync(file, atime, mtime)
  },
  'a file that is new': () => write('content/one/run.ts', ''),
  'a folder that is new': () => mkdirSync(join(place.root, 'content/two')),
  'a file that is gone': () => rmSync(join(place.root, 'content/one/post.mdx')),
  'this program': () => write('lib/posts/a.ts', 'export const a = 2'),
  'what it is made with': () => write('package.json', '{ }'),
  'what contentlayer wrote': () => {
    mkdirSync(join(place.root, '.contentlayer/generated'), { recursive: true })
    write('.contentlayer/made-from.json', '"x"')
  },
}

test.each(Object.entries(changes))('another thing: %s', (_, change) => {
  new Drawer(true).keep(verdict)
  expect(kept()).toEqual(verdict)
  vi.useRealTimers()
  change()
  expect(kept()).toBeUndefined()
})

test('what was found before a scheduled post appeared is looked for again after it', () => {
  // By the clock, which is turned here.
  vi.stubEnv('NOW', undefined)
  const due = [{ slug: 'one', at: new Date(Date.now() + 60_000).toISOString() }]
  new Drawer(true).keep({ ...verdict, due })
  vi.advanceTimersByTime(59_000)
  expect(kept()).toEqual({ ...verdict, due })
  vi.advanceTimersByTime(1000)
  expect(kept()).toBeUndefined()
})

test('a file so young that it may change unseen is not relied upon', () => {
  vi.useRealTimers()
  new Drawer(true).keep(verdict)
  expect(kept()).toBeUndefined()
})
