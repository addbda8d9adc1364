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

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }

test.each(Object.entries(scripts))('%s says how it is used, and does nothing', (name, script) => {
  const [, command = ''] = /lib\/desk\/([\w-]+)\.ts$/.exec(script)!
  const { status, stdout, stderr } = type(command, '--help')
  const shown = /^(start|test)$/.test(name) ? `npm ${name}` : `npm run ${name}`
  expect([status, stdout.startsWith(shown), stderr]).toEqual([0, true, ''])
  expect(stdout.split('\n').length).toBeGreaterThan(2)
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

test('a flag that there is not, or a number that is none, is refused at once', () => {
  const { status, stderr } = type('rename', 'day-one', 'day-two', '--dry-rum')
  expect([status, stderr.split('\n')[0]]).toEqual([
    1,
    'there is no --dry-rum here; did you mean --dry-run?',
  ])
  expect(type('fuzz', 'ballot', '--seeds', 'many')).toMatchObject({
    status: 1,
    stderr: '--seeds takes a whole number of at least 1, not many',
  })
  for (const command of ['new', 'seek', 'rename', 'fuzz']) {
    const { status, stdout, stderr } = type(command)
    expect([status, stdout, stderr.startsWith(`npm run ${command} -- `)]).toEqual([1, '', true])
  }
})

test('what does not exist is said in one sentence', () => {
  expect(type('seek', 'content/none/none.ts')).toMatchObject({
    status: 1,
    stderr: 'there is no content/none/none.ts',
  })
  expect(type('approve', 'none')).toMatchObject({ status: 1, stderr: 'there is no content/none' })
  expect(type('check', 'none')).toMatchObject({ status: 1, stderr: 'there is no content/none' })
  expect(type('rename', 'none', 'other')).toMatchObject({
    status: 1,
    stderr: 'there is no content/none',
  })
  expect(type('new', 'figure', 'none', 'x')).toMatchObject({
    status: 1,
    stderr: 'there is no content/none',
  })
  const { status, stderr } = type('protocols', 'rafft')
  expect([status, stderr.startsWith('there is no protocol rafft; did you mean raft?')]).toEqual([
    1,
    true,
  ])
})
