// A value's place in a data file: found among comments and quotes, and replaced alone.

import { expect, test } from 'vitest'
import { rangeOf, replaceAt } from './literal'

const text = `import type { Scenario } from '@/lib/protocols'

// seed: 1, and a bracket { [ '
export default {
  protocol: 'raft', // it's 'quoted'
  'seed': 13, /* seed: 2 } */
  names: ['a, b', "c]", \`d}\`],
  script: [
    [600, { cut: [[1], [2]] }],
    [900, { crash: 4 }, 1200],
  ],
  until: 24 * (3600 + 1),
} satisfies Scenario
`
const at = (...path: (string | number)[]) => {
  const { from, to, whole } = rangeOf(text, path)
  return [text.slice(from, to), whole]
}

test('a value is found by its path', () => {
  expect(at('seed')).toEqual(['13', true])
  expect(at('names', 1)).toEqual(['"c]"', true])
  expect(at('script', 0, 1, 'cut', 1, 0)).toEqual(['2', true])
  expect(at('script', 1)).toEqual(['[900, { crash: 4 }, 1200]', true])
  expect(at('until')).toEqual(['24 * (3600 + 1)', true])
})

test('what is not there is looked for where it would stand', () => {
  expect(at('script', 7)[1]).toBe(false)
  expect(String(at('script', 7)[0]).startsWith('[\n    [600')).toBe(true)
  expect(at('poster')[1]).toBe(false)
})

test('a key is found where it is written', () => {
  const key = (...path: (string | number)[]) => {
    const { name } = rangeOf(text, path)
    return name && text.slice(name.from, name.to)
  }
  expect([key('seed'), key('until'), key('script', 0, 1, 'cut')]).toEqual([
    ...["'seed'", 'until', 'cut'],
  ])
  expect([key('poster'), key()]).toEqual([undefined, undefined])
})

test('one value is replaced, and nothing else', () => {
  expect(replaceAt(text, ['seed'], '99')).toBe(text.replace('13', '99'))
  const windows = text.replaceAll('\n', '\r\n')
  expect(replaceAt(windows, ['script', 1, 2], '5')).toBe(windows.replace('1200', '5'))
  expect(replaceAt(text, ['poster'], '1')).toBeUndefined()
})
