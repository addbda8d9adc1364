// The author's commands as they are typed: what they print, and what they end with.

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
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
  expect(type('rename', 'day-one', 'day-two', '--dry').stderr).toContain('mean --dry-run?')
  expect(type('fuzz', 'ballot', '--seeds', 'many')).toMatchObject({
    status: 1,
    stderr: '--seeds takes a whole number of at least 1, not many',
  })
  for (const command of ['new', 'seek', 'rename', 'fuzz']) {
    const { status, stdout, stderr } = type(command)
    expect([status, stdout, stderr.startsWith(`npm run ${command} -- `)]).toEqual([1, '', true])
  }
})

test('a port that is none, or taken, and words without a meaning are refused at once', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  for (const command of ['start', 'dev'])
    for (const [args, says] of [
      [['--port', `${port}`], `port ${port} is taken; --port takes another`],
      [['--port=70000'], '--port takes a whole number from 1 to 65535, not 70000'],
      [['--port', '4000', '--port', '4001'], '--port stands there twice'],
      [['now'], `now means nothing here\n\n`],
    ] as const) {
      const { status, stdout, stderr } = type(command, ...args)
      expect([status, stdout, stderr.slice(0, says.length)]).toEqual([1, '', says])
    }
  server.close()
  for (const command of ['build', 'report', 'test'])
    expect(type(command, 'now').stderr).toMatch(/^now means nothing here\n\nnpm /)
  expect(type('papers', 'raft', 'now').stderr).toMatch(/^now means nothing here/)
  expect(type('new', '-h').stdout).toBe(type('new', '--help').stdout)
})

test('settings of a build that are none are refused at once', () => {
  for (const [env, says] of [
    [{ ISLANDS: 'vue' }, 'ISLANDS is preact or react, not vue'],
    [{ NOW: 'soon' }, 'NOW: expected YYYY-MM-DD, got "soon"'],
  ] as const) {
    vi.stubEnv(...(Object.entries(env)[0] as [string, string]))
    expect(type('build')).toEqual({ status: 1, stdout: '', stderr: says })
    vi.unstubAllEnvs()
  }
  vi.stubEnv('PORT', '3000x')
  expect(type('start').stderr).toBe('PORT takes a whole number from 1 to 65535, not 3000x')
  vi.unstubAllEnvs()
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
