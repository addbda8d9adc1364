// The command `check-history`: what it prints, and with which status it ends.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkHistory } from './check-history'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'histories-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function saved(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const read = (value: string) => `[{:process 1, :type :invoke, :f :read, :value nil}
 {:process 1, :type :ok, :f :read, :value ${value}}]`
const check = (file: string, ...more: string[]) => checkHistory([file, ...more])

test('a history that is right ends with 0, with the verdict, the reason and the time', () => {
  const { status, lines } = check(saved('good.edn', read('0')), '--model', 'register')
  expect(status).toBe(0)
  expect(lines[0]).toBe('linearizable')
  expect(lines.at(-1)).toMatch(/^1 operation, \d+ states, [\d.]+ ms$/)
})

test('a history that is wrong ends with 1 and names the operation that cannot be placed', () => {
  const { status, lines } = check(saved('bad.edn', read('3')), '--model', 'cas-register')
  expect(status).toBe(1)
  expect(lines.slice(0, 2)).toEqual([
    'not linearizable',
    'no order fits: process 1 read 3, which nobody had written, and the initial value is 0 ' +
      '(called at event 0, returned at event 1, counted from 0)',
  ])
})

test('a keyword stands in the reason as it was written', () => {
  const { status, lines } = check(saved('word.edn', read(':a')), '--model', 'register')
  expect([status, lines[1]]).toEqual([1, expect.stringContaining('process 1 read :a, which')])
})

test('a word at the beginning is a text, as if it stood in quotes', () => {
  for (const [value, initial] of [
    ['"abc"', 'abc'],
    ['"abc"', '"abc"'],
    [':a', ':a'],
  ] as const)
    expect(
      check(saved('text.edn', read(value)), '--model', 'register', '--initial', initial).status,
    ).toBe(0)
})

test('the value at the beginning can be given', () => {
  const file = saved('three.edn', read('3'))
  expect(check(file, '--model', 'register', '--initial', '3').status).toBe(0)
  expect(check(file, '--model', 'register', '--initial', 'nil').status).toBe(1)
})

test.each(['nil nil', 'a b', '[1'])('a value at the beginning that is %j ends with 2', (value) => {
  const { status, lines } = check(
    saved('one.edn', read('0')),
    '--model',
    'register',
    '--initial',
    value,
  )
  expect([status, lines.length]).toEqual([2, 1])
  expect(lines[0]).toMatch(/^--initial is not one value/)
})

test.each([
  ['a file that is not there', ['missing.edn', '--model', 'register'], 'there is no file'],
  ['a model that is none', ['x', '--model', 'queue'], 'there is no model “queue”'],
  ['no file', ['--model', 'register'], 'usage: npm run check-history'],
  ['an option that is none', ['x', '--speed', '9'], '--speed'],
])('%s ends with 2 and one sentence', (_, args, says) => {
  const { status, lines } = checkHistory(args)
  expect(status).toBe(2)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(says)
})

test.each([
  ['a text of brackets', '['.repeat(100_000), 'FILE:1: more than 200 forms within each other'],
  ['events of nobody', '[{:process nil, :type nil}]', 'no event is the call of a process with a'],
  ['nothing at all', '', 'there is no history in it'],
  [
    'a return of another value',
    read('0').replaceAll(':read', ':write').replace('nil', '1'),
    'FILE:2: process 1 called write 1 and returns from write 0',
  ],
])('%s ends with 2 and one sentence', (_, text, says) => {
  const file = saved('hostile.edn', text)
  const { status, lines } = check(file, '--model', 'register')
  expect([status, lines.length]).toEqual([2, 1])
  expect(lines[0]).toContain(`the history cannot be read: ${says.replace('FILE', file)}`)
})

test('a history that stays undecided ends with 2 and one sentence', () => {
  const swap = read('[0 1]').replaceAll(':read', ':cas').replace('nil', '[0 1]')
  const file = saved('tangled.edn', swap)
  const { status, lines } = checkHistory([file, '--model', 'cas-register'], 0)
  expect([status, lines.length]).toEqual([2, 1])
  expect(lines[0]).toMatch(/^the history cannot be decided: undecided after 0 states \(1 operation/)
})

test('a folder ends with 2 and one sentence', () => {
  const { status, lines } = check(folder, '--model', 'register')
  expect([status, lines]).toEqual([2, [`the history cannot be read: ${folder} is a folder`]])
})

test('a packed file ends with 2 and one sentence', () => {
  const file = join(folder, 'packed.edn.gz')
  writeFileSync(file, gzipSync(read('0')))
  const says = 'is no text in UTF-8; if it is packed, unpack it first'
  const lines = [`the history cannot be read: ${file} ${says}`]
  expect(check(file, '--model', 'register')).toEqual({ status: 2, lines })
})

test('a value at the beginning with a dash is asked for as such', () => {
  const asked = ['--model', 'register', '--initial', '-1'] as const
  expect(check('x', ...asked).lines[0]).toContain("use '--initial=-XYZ'; usage: npm run")
  const file = saved('minus.edn', read('-1'))
  expect(check(file, '--model', 'register', '--initial=-1').status).toBe(0)
})

test('an operation that the model does not know ends with 2', () => {
  const file = saved('pop.edn', read('0').replaceAll(':read', ':pop'))
  expect(check(file, '--model', 'register')).toEqual({
    status: 2,
    lines: [`the history cannot be read: ${file}:1: a register has no operation “pop”`],
  })
})

test('run as a program it prints the same and passes the status on', () => {
  const program = fileURLToPath(new URL('./check-history.ts', import.meta.url))
  const run = (...args: string[]) =>
    spawnSync('npx', ['tsx', program, ...args], { encoding: 'utf8' })
  const bad = run(saved('bad.edn', read('3')), '--model', 'register')
  expect([bad.status, bad.stdout.split('\n')[0]]).toEqual([1, 'not linearizable'])
  const unreadable = run(saved('odd.edn', '['), '--model', 'register')
  expect([unreadable.status, unreadable.stdout]).toEqual([2, ''])
  expect(unreadable.stderr).toMatch(/the history cannot be read: .*odd.edn:1: “]” is missing/)
})
