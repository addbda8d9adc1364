// Recorded histories as text: what each format means, and one sentence for what cannot be read.

import { expect, test } from 'vitest'
import { jsonText } from '@/lib/values/json-text'
import { ednText, readEdn } from './edn'
import { mismatch, readHistory } from './history-text'
import { linearizable } from './linearizable'
import { models } from './model'

test('EDN is read with its comments, discards, sets, tags, texts and numbers', () => {
  const text = `; a comment
    {:a 1, :b [nil true -2.5 10N] :c #{x y} "d" "say \\"hi\\"\\n\\u00e9" #_ {:gone 1}}
    #inst "2026-11-22" \\newline (1 . 2) #jepsen.history.Op{:f :read}`
  expect(readEdn(text)).toEqual([
    {
      ...{ ':a': 1, ':b': [null, true, -2.5, 10], ':c': { edn: "#{'x 'y}" } },
      '"d"': 'say "hi"\né',
    },
    '2026-11-22',
    { edn: '\\newline' },
    [1, { edn: "'." }, 2],
    { ':f': { edn: ':read' } },
  ])
})

test('what EDN tells apart stays apart, and what it does not is one', () => {
  const apart = String.raw`nil "nil" true "true" 1 "1" :a ":a" a "a" \a "\\a" 1/2 "1/2"
    ##Inf "##Inf" [1 2] [2 1] #{1 2} #{1 [2]} {1 2} {"1" 2}
    {:a 1} {"a" 1} {":a" 1} {a 1} {"edn" ":a"} {"key" 1} "[1 2]" "#{1 2}" {"value" 1}`
  const texts = readEdn(apart).map(jsonText)
  expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  expect(new Set(readEdn(apart).map(ednText)).size).toBe(texts.length)
  for (const same of [
    ['#{1 2 :a}', '#{:a 2 1}'],
    ['{:a 1 "b" #{1 2}}', '{"b" #{2 1}, :a 1}'],
    ['(1 2)', '[1 2]'],
    [String.raw`"\u0041\t"`, '"A\t"'],
  ] as const)
    expect(jsonText(readEdn(same[0]))).toBe(jsonText(readEdn(same[1])))
})

// A double cannot tell 2⁵³ from 2⁵³ + 1; EDN's integers have 64 bits.
test('integers too large for a number stay apart', () => {
  const [a, b, small] = readEdn('9007199254740993 9007199254740992 9007199254740991')
  expect(a).not.toEqual(b)
  expect(readEdn('+9007199254740993N')).toEqual([a])
  expect(small).toBe(9007199254740991)
})

// EDN: “integers and floating point numbers are never equal”; so it is with exact decimals.
test('a float is no integer, though both amount to the same', () => {
  expect(readEdn('1 1N +1 -0')).toEqual([1, 1, 1, 0])
  const [one, float, exact] = readEdn('1 1.0 1M')
  expect(new Set([one, float, exact].map((form) => ednText(form!))).size).toBe(3)
  expect(readEdn('1.00 1e0 +1.')).toEqual([float, float, float])
  expect(readEdn('1.00M +1.M')).toEqual([exact, exact])
  expect(readEdn('1.5 1.5M')).toEqual([1.5, { edn: '1.5M' }])
  expect(readEdn('-0.0')).toEqual(readEdn('0.0'))
})

test.each([
  ['[1 2', 'line 1: “]” is missing'],
  ['[1\n2)', 'line 2: “)” closes nothing'],
  ['"abc', 'line 1: a text does not end'],
  ['{:a}', 'line 1: a map has a key without a value'],
  ['#foo', 'line 1: the text ends in the middle of a form'],
  ['', 'there is no history in it'],
  ['hello', 'line 1: event 1 is not a map'],
  ['[\n{:process 0 :type :invoke :f :read}\n7]', 'line 3: event 2 is not a map'],
  ['#{1}', 'line 1: event 1 is not a map'],
  ['{:type :invoke}', 'event 1 has no :process'],
  ['{:process 0 :type :ok :f :read}', 'process 0 returns without a call'],
  ['{:process 0 :type :what :f :read}', 'event 1 has the type “what”, which is none'],
  [
    '{:process 0 :type :invoke :f :read} {:process 0 :type :invoke :f :read}',
    'process 0 calls again before its call in line 1 returned',
  ],
  [
    '{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :write :value 1}',
    'process 0 called read and returns from write',
  ],
  ['INFO jepsen.util - 0 :invoke :read nil\nWARN oops', 'line 2: not a line of a Jepsen log'],
  [
    'INFO jepsen.util - 0 :invoke :read nil\nINFO jepsen.util - 0 :ok :read 1 2 3',
    'line 2: more than one value',
  ],
  ['INFO jepsen.util - 0 :invoke :read nil\nINFO jepsen.util - 0 :ok :read [1', 'line 2: “]”'],
  ['\n"\\uZZZZ"', 'line 2: “\\uZZZZ” is no character'],
  ['"\\u12', 'line 1: “\\u12” is no character'],
  ['"\\q"', 'line 1: “\\q” is no character'],
  ['\n#{1 2 1}', 'line 2: a set has 1 twice'],
  ['{:a 1 :a 2}', 'line 1: a map has the key :a twice'],
  [
    '{:process 0 :type :invoke :f :write :value 1}\n{:process 0 :type :ok :f :write :value 2}',
    'line 2: process 0 called write 1 and returns from write 2',
  ],
  [
    '{:process 0 :type :invoke :f :cas :value [1 2]}\n' +
      '{:process 0 :type :fail :f :cas :value [1 3]}',
    'line 2: process 0 called cas [1 2] and returns from cas [1 3]',
  ],
  [
    '{:process 0 :type :invoke :f :put :key "x" :value 1}\n' +
      '{:process 0 :type :ok :f :put :key "y" :value 1}',
    'line 2: process 0 called put of x and returns from put of y',
  ],
  [
    '({:process 0 :type :invoke :f :put :key "x" :value 1}\n {:process 1 :type :invoke :f :get})',
    'line 2: event 2 has no :key, and others have',
  ],
  [
    '{:process 0 :type :invoke :f :get :key "x"}\n{:process 0 :type :ok :f :get :value ""}',
    'line 2: event 2 has no :key, and others have',
  ],
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

test('a log may have a byte order mark, blanks before its lines and carriage returns', () => {
  const lines = ['0 :invoke :write 1', '0 :ok :write 1', '1 :invoke :read nil', '1 :ok :read 1']
  const strange = `\uFEFF${log(lines).replaceAll('INFO', '  INFO').replaceAll('\n', '\r\n')}\r\n`
  expect(readHistory(strange)).toEqual(readHistory(log(lines)))
})

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

test('a return may leave its value out, or say why it failed', () => {
  const text = [
    event(0, 'invoke', 'write', '1'),
    '{:process 0, :type :ok, :f :write}',
    event(0, 'invoke', 'write', '2'),
    event(0, 'info', 'write', ':timed-out'),
    event(1, 'invoke', 'cas', '[1 2]'),
    event(1, 'fail', 'cas', ':timed-out'),
  ].join('\n')
  const { operations } = readHistory(text)
  expect(operations.map(({ value, outcome }) => [value, outcome])).toEqual([
    [1, 'ok'],
    [2, 'unknown'],
    [[1, 2], 'fail'],
  ])
})

const verdictOf = (text: string) => {
  const { format, initial, operations } = readHistory(text)
  return linearizable(operations, models[format === 'kv' ? 'kv' : 'register'], { initial }).holds
}
const wrote = (written: string, read: string) =>
  [
    event(0, 'invoke', 'write', written),
    event(0, 'ok', 'write', written),
    event(0, 'invoke', 'read', 'nil'),
    event(0, 'ok', 'read', read),
  ].join('\n')

test('a value is read as it was written, whatever it looks like', () => {
  for (const value of ['{"value" 1}', '{"key" 1}', '{"key" 1 "value" 2}', ':a', '#{1 2}', '\\a'])
    expect(verdictOf(wrote(value, value))).toBe('yes')
  expect(verdictOf(wrote('#{1 2}', '#{2 1}'))).toBe('yes')
  for (const [written, read] of [
    ['{"value" 1}', '1'],
    ['{"key" 1 "value" 2}', '2'],
    ['{"key" 1 "value" 2}', '{"key" 3 "value" 2}'],
    ['1', '"1"'],
    [':a', '":a"'],
    ['a', '"a"'],
    ['#{1 2}', '[1 2]'],
  ] as const)
    expect(verdictOf(wrote(written, read)), `${written} ${read}`).toBe('no')
})

test('keys that differ only in their kind are different keys', () => {
  const on = (one: string, other: string, read: string) =>
    [
      `{:process 0, :type :invoke, :f :put, :key ${one}, :value "a"}`,
      `{:process 0, :type :ok, :f :put, :key ${one}, :value "a"}`,
      `{:process 0, :type :invoke, :f :get, :key ${other}, :value nil}`,
      `{:process 0, :type :ok, :f :get, :key ${other}, :value ${read}}`,
    ].join('\n')
  for (const key of ['1', '"1"', ':a', '":a"', 'a', '"a"', '""', '[1]', '"nil"', 'nil']) {
    expect(verdictOf(on(key, key, '"a"')), key).toBe('yes')
    expect(verdictOf(on(key, key, '""')), key).toBe('no')
  }
  for (const [one, other] of [
    ['1', '"1"'],
    [':a', '":a"'],
    ['a', '"a"'],
    ['nil', '"nil"'],
    ['"a"', '"\\"a\\""'],
  ] as const) {
    expect(verdictOf(on(one, other, '""')), `${one} ${other}`).toBe('yes')
    expect(verdictOf(on(other, one, '"a"')), `${one} ${other}`).toBe('no')
  }
})

test('the keys of jepsen.independent are not taken for values', () => {
  const calls = ['write, :value [1 5]', 'read, :value [2 nil]']
  const text = calls.map((call, i) => `{:process ${i}, :type :invoke, :f :${call}}`).join('\n')
  const says = 'line 2: process 1 reads one key of several: a history of each is needed'
  expect(() => readHistory(text)).toThrow(says)
})
