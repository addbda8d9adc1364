// A quoted rule is the source that runs: found by its name, whole, and nothing beside it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { rulesOf } from './rule'

const names = Object.keys(protocols)

test.each(names)('every rule of %s can be quoted, and is found in its file', (name) => {
  const rules = rulesOf(name)
  expect(rules.size).toBeGreaterThan(5)
  for (const [, { file, line, code }] of rules) {
    const text = readFileSync(file, 'utf8').split('\n')
    const [first = ''] = code.split('\n').filter((it) => !/^(\/\*\*| \*|\/\/)/.test(it))
    expect(text[line - 1]).toContain(first)
    const count = (mark: RegExp) => code.match(mark)?.length ?? 0
    expect([file, line, count(/\{/g)]).toEqual([file, line, count(/\}/g)])
  }
})

test.each(names)('the rules that %s has when it runs are among them', async (name) => {
  const protocol = (await protocols[name as 'raft']()) as unknown as {
    on: object
    after: object
  }
  const rules = rulesOf(name)
  for (const group of ['on', 'after'] as const)
    for (const rule of Object.keys(protocol[group]))
      expect([...rules.keys()]).toContain(`${group}.${rule}`)
})

test('a rule that is a function of its own is quoted as that function', () => {
  const code = rulesOf('raft').get('after.election')?.code
  expect(code).toBe(rulesOf('raft').get('stand')?.code)
  expect(code).toMatch(/^\/\*\* §5\.2: .*\*\/\nconst stand = /)
})

test('a strange name has no rules', () => {
  expect(rulesOf('../sim').size).toBe(0)
  expect(rulesOf('nothing').size).toBe(0)
})
