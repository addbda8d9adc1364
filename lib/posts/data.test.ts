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
  expect(await inside('1n')).toBe('2:9 data: plain data only, and this is a bigint')
  expect(await inside('0 / 0')).toBe('2:9 data: NaN is no number for a scenario')
  expect(await inside('new Map()')).toBe('2:9 data: plain data only, and this is a Map')
})

test('a text in it holds what feeds and readers can have', async () => {
  expect(await faultIn("export default {\n  title: 'A\\u0000',\n}\n")).toBe(
    '2:10 data: character U+0000 may not stand in a text',
  )
  expect(await faultIn("export default {\n  names: ['n1', 'n\u202e'],\n}\n")).toBe(
    '2:17 data: character U+202E cannot be seen; take it out',
  )
})

test('what the machine says of a data file is said at its place', async () => {
  expect(await faultIn('export default {\n  seed: soon,\n}\n')).toBe(
    '2:9 data: soon is not defined',
  )
  expect(await faultIn("const fs = require('fs')\nexport default {}\n")).toBe(
    '1:20 data: a data file imports types only, not fs',
  )
  expect(await faultIn('export default {\n  nodes: 5\n  seed: 2,\n}\n')).toBe(
    '3:3 data: Expected "}" but found "seed"; is a comma missing before it?',
  )
  expect(await faultIn('export default {\n  seed: 1,\n  seed: 2,\n}\n')).toBe(
    '3:3 data: seed stands there twice',
  )
})

test('a data file that never ends is one fault, and the next one is read', async () => {
  const never = '1:1 data: took longer than 3 seconds; a data file says one plain value'
  expect(await faultIn('let i = 0\nwhile (i >= 0) i++\nexport default { i }\n')).toBe(never)
  const later = 'const f = async () => {\n  for (;;) await 0\n}\nf()\nexport default {}\n'
  expect(await faultIn(later)).toBe(never)
  expect(await faultOf(ballot)).toBeUndefined()
}, 60_000)

test('a data file has nothing but JavaScript, and of that no clock and no chance', async () => {
  expect(await faultIn('export default {\n  seed: process.pid,\n}\n')).toBe(
    '2:9 data: process is not defined',
  )
  expect(await faultIn('export default {\n  seed: Date.now(),\n}\n')).toBe(
    '2:9 data: Date is not defined',
  )
  expect(await faultIn('throw 1\nexport default {}\n')).toBe('1:1 data: 1')
})

test('what is computed when it is read is no plain data, and is not run', async () => {
  const never = '{ while (true) {} }'
  const says = '1:16 data: plain data only, and'
  expect(await faultIn(`export default { get seed() ${never} }\n`)).toBe(
    `${says} seed is a get or a set`,
  )
  const made = `class A { toJSON() ${never} }\nexport default {\n  seed: new A(),\n}\n`
  expect(await faultIn(made)).toBe(
    '3:9 data: plain data only, and this is made from something else',
  )
  expect(await faultIn('export default new Proxy({}, {})\n')).toBe(`${says} this is a Proxy`)
})

test('what is thrown is named where that happens, as the file is written', async () => {
  const typed = 'type Seed = {\n  a: number\n}\n\nconst a: Seed = null!\nexport default {\n'
  expect(await faultIn(`${typed}  seed: a.a,\n}\n`)).toBe(
    "7:11 data: Cannot read properties of null (reading 'a')",
  )
  expect(await faultIn("export default {}\nthrow 'words'\n")).toBe('2:1 data: words')
  expect(await faultIn('export default {\n  protocol: ‘raft’,\n}\n')).toBe(
    `2:13 data: Unexpected "‘"; in code quotes are straight: '…'`,
  )
})

test('a value that holds itself is one fault, and one that is used twice is none', async () => {
  const own = 'const a: { a?: unknown } = {}\na.a = a\nexport default a\n'
  expect(await faultIn(own)).toBe('3:16 data: plain data only, and this holds itself')
  const twice = "const at = [1, 2]\nexport default { protocol: 'raft', delay: at, script: [at] }\n"
  expect(await faultIn(twice)).toBeUndefined()
})

const faultOf = async (text: string) => {
  const read = await readFigure(new Source('content/one/vote.ts', text))
  if (!('fault' in read)) return undefined
  const { line, column, says, near } = read.fault
  return `${line}:${column} ${says.split(';')[0]} ~ ${near}`
}

test('a key or an option that is not there is named in its place, with what is near', async () => {
  expect(await faultOf(ballot.replace('until', 'untill'))).toBe(
    '9:3 untill: there is no "untill" in a scenario ~ until',
  )
  expect(await faultOf("export default {\n  study: 'heart',\n  titel: 'A heart',\n}\n")).toBe(
    '3:3 titel: there is no "titel" in a study ~ title',
  )
  const raft = ballot.replace("'ballot',", "'raft',\n  options: { electon: [150, 300] },")
  expect(await faultOf(raft)).toBe('5:14 options.electon: there is no option "electon" ~ election')
})

test('a name is known for what it is, whatever marks it has and wherever it stands', async () => {
  const raft = ballot.replace("'ballot',", "'raft',\n  options: { 'elec; tion': [150, 300] },")
  expect(await faultOf(raft)).toMatch(/^5:14 .* ~ election$/)
  expect(await faultOf(ballot.replace("'propose'", "'propos'"))).toBe(
    '8:41 script.0.1.ask.type: there is no command "propos" ~ propose',
  )
  const delay = '{ each: { voet: 3 }, other: 4 }'
  expect(await faultOf(ballot.replace('[8, 12]', delay))).toMatch(/^7:20 .* ~ vote$/)
  const survey = (over: string) =>
    `export default {\n  of: { protocol: 'raft', nodes: 5, seed: 1, until: 9, poster: 3, delay: 1 },
  seeds: 9,\n  fact: 'leader',\n  over: { option: '${over}', values: [1, 2] },\n}\n`
  expect(await faultOf(survey('heartbaet'))).toBe(
    '5:19 over.option: there is no option heartbaet ~ heartbeat',
  )
})

test('two nodes of one name, or two levers of one label, are named', async () => {
  const names = "names: ['a', 'b', 'a', 'c', 'd'],"
  expect(await faultOf(ballot.replace('seed: 7,', `seed: 7,\n  ${names}`))).toMatch(
    /^7:21 names\.2: a stands there twice/,
  )
  const lever = "{ label: 'Cut', lines: [] }"
  expect(
    await faultOf(ballot.replace('seed: 7,', `seed: 7,\n  levers: [${lever}, ${lever}],`)),
  ).toMatch(/^7:50 levers\.1\.label: Cut stands there twice/)
})
