// What is still being made is sealed when it has come, and nothing goes on where that fails.

import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { seal } from './seal'

const place = mkdtempSync(join(tmpdir(), 'seal-'))
afterAll(() => rmSync(place, { recursive: true }))

const long = 'Words that are worth their compression. '.repeat(30)
const folders = (name: string) => {
  const [out, files] = [join(place, name), join(place, `${name}-files`)]
  for (const folder of [out, files]) mkdirSync(folder)
  writeFileSync(join(files, 'robots.txt'), long)
  return { out, files, pressed: join(place, `${name}-pressed`) }
}

it('seals files at once, and pages and their index as they come', async () => {
  const { out, files, pressed } = folders('whole')
  const drawn = pause(30).then(() => writeFileSync(join(out, 'one.html'), long))
  const indexed = drawn.then(() => pause(30)).then(() => writeFileSync(join(out, 'a.json'), long))
  await seal(out, pressed, { files, coming: [drawn, indexed] })
  for (const name of ['robots.txt', 'one.html', 'a.json'])
    for (const kind of ['gz', 'br']) expect(existsSync(join(out, `${name}.${kind}`))).toBe(true)
  // Nobody published anything: no file is of today.
  expect(statSync(join(out, 'one.html')).mtimeMs).toBeLessThan(Date.parse('2000-01-01'))
})

it('fails as what was to come failed, when nothing writes any more', async () => {
  const { out, files, pressed } = folders('failed')
  const drawn = Promise.reject(new Error('no pages'))
  let ended = false
  const other = pause(50).then(() => {
    ended = true
  })
  await expect(seal(out, pressed, { files, coming: [drawn, other] })).rejects.toThrow('no pages')
  expect(ended).toBe(true)
})
