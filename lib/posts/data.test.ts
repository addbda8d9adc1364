// A data file says one plain value; whatever else it says is one fault, and never a crash.

import { expect, test } from 'vitest'
import { readData } from './data'
import { readFigure } from './figures'
import { ballot } from './fixture'
import { Source } from './source'

const faultIn = async (text: string) => {
  const read = await readData(new Source('content/one/vote.ts', text))
  return 'fault' in read ? `${read.fault.line}:${read.fault.column} ${read.fault.says}` : undefined
}

const expected = '1:16 data: expected a scenario (protocol), a survey (of, seeds) or a study'

test('what is no object is no figure', async () => {
  for (const value of ['null', '1', "'raft'", 'true', '[]', '{}'])
    expect(await faultIn(`export default ${value}\n`)).toBe(expected)
  expect(await faultIn('export default undefined\n')).toBe('1:1 data: export default is missing')
})

test('what JSON cannot say is named where it stands', async () => {
  const inside = (value: string) => faultIn(`export default {\n  seed: ${value},\n}\n`)
  expect(await inside('1n')).toBe('2:9 data: plain data only, and this is bigint')
  expect(await inside('0 / 0')).toBe('2:9 data: NaN is no number for a scenario')
  expect(await inside('new Map()')).toBe('2:9 data: plain data only, and this is object')
})

test('a value that holds itself is one fault, and one that is used twice is none', async () => {
  const own = 'const a: { a?: unknown } = {}\na.a = a\nexport default a\n'
  expect(await faultIn(own)).toBe('3:16 data: plain data only, and this holds itself')
  const twice = "const at = [1, 2]\nexport default { protocol: 'raft', delay: at, script: [at] }\n"
  expect(await faultIn(twice)).toBeUndefined()
})

test('a key or an option that is not there is named in its place, with what is near', async () => {
  const faultOf = async (text: string) => {
    const read = await readFigure(new Source('content/one/vote.ts', text))
    if (!('fault' in read)) return undefined
    const { line, column, says, near } = read.fault
    return `${line}:${column} ${says.split(';')[0]} ~ ${near}`
  }
  expect(await faultOf(ballot.replace('until', 'untill'))).toBe(
    '9:3 untill: there is no "untill" in a scenario ~ until',
  )
  expect(await faultOf("export default {\n  study: 'heart',\n  titel: 'A heart',\n}\n")).toBe(
    '3:3 titel: there is no "titel" in a study ~ title',
  )
  const raft = ballot.replace("'ballot',", "'raft',\n  options: { electon: [150, 300] },")
  expect(await faultOf(raft)).toBe('5:14 options.electon: there is no option "electon" ~ election')
})
