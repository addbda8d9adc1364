// Two commands that write one folder: the second is refused, and what a dead one left is nothing.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alone } from './alone'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alone-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, '.cache/writer.json')
/** What another process would have left there. */
const left = (changed: object) => {
  const before = JSON.parse(readFileSync(file(), 'utf8'))
  mkdirSync(join(folder, '.cache'), { recursive: true })
  writeFileSync(file(), JSON.stringify({ ...before, command: 'npm run dev', ...changed }))
}

test('the second is told who writes, and what to do; once that has ended, it may', async () => {
  const leave = alone(folder)
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    left({ process: other.pid })
    const writes = `\`npm run dev\` (process ${other.pid}) writes the same files`
    expect(() => alone(folder)).toThrow(`${writes}: stop it, or do this in a clone`)
    left({ process: other.pid, command: 'npm run build' })
    expect(() => alone(folder)).toThrow(': wait for it, or do this in a clone')
  } finally {
    const ended = once(other, 'exit')
    other.kill()
    await ended
  }
  alone(folder)()
  leave()
  expect(existsSync(file())).toBe(false)
})

test('what a dead process left, or a restart, or a copy of the folder, is nothing', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const living = process.ppid
  for (const stale of [
    { process: dead },
    { process: living, since: 0 },
    { process: living, folder: '/elsewhere' },
  ]) {
    alone(folder)
    left(stale)
    alone(folder)()
    expect(existsSync(file())).toBe(false)
  }
  alone(folder)
  writeFileSync(file(), 'half of a')
  alone(folder)()
})

test('a folder that may not be written to is said in a sentence', () => {
  writeFileSync(join(folder, '.cache'), 'a file')
  expect(() => alone(folder)).toThrow(/^npm run \S+ writes into this folder, and may not: file /)
})

test('a process that ends leaves nothing behind', () => {
  const code = `import { alone } from './lib/desk/alone.ts'; alone(${JSON.stringify(folder)})`
  const args = ['--import', 'tsx', '--input-type=module', '-e', code]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  expect(existsSync(file())).toBe(false)
})
