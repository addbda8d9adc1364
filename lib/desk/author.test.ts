// The author's commands as they are typed: what they print, and what they end with.

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from './run'

const type = (command: string, ...args: string[]) => {
  const all = ['--import', 'tsx', `lib/desk/${command}.ts`, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr: stderr.trim() }
}

test.each(['check', 'approve', 'seek'])('%s says how it is used', (command) => {
  const { status, stdout } = type(command, '--help')
  expect([status, stdout.startsWith(`npm run ${command}`)]).toEqual([0, true])
})

test('seek finds again the seed that a figure was given', () => {
  const chosen = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/[^/]+\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(`content/${file}`, 'utf8') }))
    .find(({ text }) => text.includes('because:'))!
  const seed = /^ {2}seed: (\d+),/m.exec(chosen.text)![1]!
  const { status, stdout } = type('seek', `content/${chosen.file}`, '--from', seed, '--tries', '1')
  expect([status, stdout]).toEqual([0, `seed ${seed}\n1 of 1 seeds\n`])
})

test('what does not exist is said in one sentence', () => {
  expect(type('seek', 'content/none/none.ts')).toMatchObject({
    status: 1,
    stderr: 'there is no content/none/none.ts',
  })
  expect(type('approve', 'none')).toMatchObject({ status: 1, stderr: 'there is no content/none' })
})
