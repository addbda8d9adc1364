// Recorded histories as text: what each format means, and one sentence for what cannot be read.

import { expect, test } from 'vitest'
import { readEdn } from './edn'
import { mismatch, readHistory } from './history-text'
import { linearizable } from './linearizable'
import { models } from './model'

test('EDN is read with its comments, discards, sets, tags, texts and numbers', () => {
  const text = `; a comment
    {:a 1, :b [nil true -2.5 10N] :c #{x y} "d" "say \\"hi\\"\\n\\u00e9" #_ {:gone 1}}
    #inst "2026-11-22" \\newline (1 . 2) #jepsen.history.Op{:f :read}`
  expect(readEdn(text)).toEqual([
    { ':a': 1, ':b': [null, true, -2.5, 10], ':c': ['x', 'y'], d: 'say "hi"\né' },
    '2026-11-22',
    'newline',
    [1, '.', 2],
    { ':f': ':read' },
  ])
})

// A double cannot tell 2⁵³ from 2⁵³ + 1; EDN's integers have 64 bits.
test('integers too large for a number stay apart', () => {
  const [a, b, small] = readEdn('9007199254740993 9007199254740992 9007199254740991')
  expect(a).not.toEqual(b)
  expect(readEdn('+9007199254740993N')).toEqual([a])
  expect(small).toBe(9007199254740991)
})

test.each([
  ['[1 2', 'line 1: “]” is missing'],
  ['[1\n2)', 'line 2: “)” closes nothing'],
  ['"abc', 'line 1: a text does not end'],
  ['{:a}', 'line 1: a map has a key without a value'],
  ['#foo', 'line 1: the text ends in the middle of a form'],
  ['', 'there is no history in it'],
  ['hello', 'event 1 is not a map'],
  ['{:type :invoke}', 'event 1 has no :process'],
  ['{:process 0 :type :ok :f :read}', 'process 0 returns at 0 without a call'],
  ['{:process 0 :type :what :f :read}', 'event 1 has the type “what”, which is none'],
  [
    '{:process 0 :type :invoke :f :read} {:process 0 :type :invoke :f :read}',
    'process 0 calls again before its call at 0 returned',
  ],
  [
    '{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :write :value 1}',
    'process 0 called read and returns from write',
  ],
  ['INFO jepsen.util - 0 :invoke :read nil\nWARN oops', 'line 2: not a line of a Jepsen log'],
])('%j cannot be read: %s', (text, says) => {
  expect(() => readHistory(text)).toThrow(says)
})

const event = (process: number | string, type: string, f: string, value: string) =>
  `{:process ${process}, :type :${type}, :f :${f}, :value ${value}}`

test('in EDN :fail did not happen, :info may still, and a read of nil says nothing', () => {
  const text = [
    event(0, 'invoke', 'write', '1'),
    event(1, 'invoke', 'cas', '[0 5]'),
    event(':nemesis', 'info', 'start', '"partition"'),
    event(0, 'fail', 'write', '1'),
    event(1, 'info', 'cas', '[0 5]'),
    event(2, 'invoke', 'read', 'nil'),
    event(3, 'invoke', 'read', 'nil'),
    event(2, 'ok', 'read', 'nil'),
  ].join('\n')
  const { format, initial, operations } = readHistory(`[${text}]`)
  expect([format, initial]).toEqual(['knossos', 0])
  expect(operations.map((o) => [o.client, o.outcome, o.from, o.to])).toEqual([
    ['process 0', 'fail', 0, 3],
    ['process 1', 'unknown', 1, null],
    ['process 2', 'unknown', 5, null],
    ['process 3', 'unknown', 6, null],
  ])
  expect(readHistory(text)).toEqual(readHistory(`(${text})`))
})

const log = (lines: string[]) => lines.map((line) => `INFO  jepsen.util - ${line}`).join('\n')

test('in the log a failed cas found another value, which can make a history wrong', () => {
  const failed = (initial: string) =>
    readHistory(
      log([
        `0\t:invoke\t:write\t${initial}`,
        `0\t:ok\t:write\t${initial}`,
        '1 :invoke :cas [3 4]',
        '1 :fail :cas [3 4]',
        '2 :invoke :read nil',
        '2 :fail :read :timed-out',
      ]),
    )
  const { format, initial, operations } = failed('3')
  expect([format, initial]).toEqual(['etcd', null])
  const judge = (recorded: ReturnType<typeof failed>) =>
    linearizable(recorded.operations, models['cas-register'], { initial }).holds
  expect(operations[1]).toMatchObject({ outcome: 'ok', result: false, value: [3, 4] })
  expect(judge(failed('3'))).toBe('no')
  expect(judge(failed('2'))).toBe('yes')
})

test('events with keys are a store, whose keys a register does not know', () => {
  const text = '{:process 0, :type :invoke, :f :put, :key "a", :value "x"}'
  const store = readHistory(text)
  expect([store.format, store.initial]).toEqual(['kv', ''])
  expect(store.operations[0]).toMatchObject({ type: 'put', value: { key: 'a', value: 'x' } })
  expect(mismatch(store, 'kv')).toBeUndefined()
  expect(mismatch(store, 'register')).toContain('have keys')
  expect(mismatch(readHistory(event(0, 'invoke', 'read', 'nil')), 'kv')).toContain('no keys')
})
