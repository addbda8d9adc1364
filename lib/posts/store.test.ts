// What is remembered is found again, by whoever asks.

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Table, writeWhole } from './store'

const folder = mkdtempSync(join(tmpdir(), 'table-'))
afterAll(() => rmSync(folder, { recursive: true }))

const asked = (...keys: string[]) => keys.map((key) => ({ key }))
/** Makes each key's own name, and notes which were made. */
const maker = () => {
  const made: string[] = []
  const make = async (fresh: readonly { readonly key: string }[]) => {
    made.push(...fresh.map(({ key }) => key))
    return fresh.map(({ key }) => key)
  }
  return { made, make }
}

it('A table has what another process has made and saved since it was opened.', async () => {
  const file = join(folder, 'two.json')
  const [mine, other] = [new Table<string>(file), new Table<string>(file)]
  const [me, you] = [maker(), maker()]
  await mine.all(asked('a', 'b'), me.make)
  mine.save()
  other.begin()
  expect(await other.all(asked('a', 'c'), you.make)).toEqual(['a', 'c'])
  expect([me.made, you.made]).toEqual([['a', 'b'], ['c']])
})

it('A result that is handed over is known before its table is saved.', async () => {
  const file = join(folder, 'hand.json')
  const [mine, other] = [new Table<string>(file), new Table<string>(file)]
  const you = maker()
  mine.hand('a', 'of mine')
  other.begin()
  expect(await other.all(asked('a', 'b'), you.make)).toEqual(['of mine', 'b'])
  other.save()
  expect(you.made).toEqual(['b'])
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ a: 'of mine', b: 'b' })
})

it('A result that is handed over is kept while somebody asks for it, and no longer.', async () => {
  const file = join(folder, 'unwanted.json')
  const [mine, other] = [new Table<string>(file), new Table<string>(file)]
  mine.hand('a', 'of mine')
  other.begin()
  await other.all(asked('b'), maker().make)
  other.save()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ b: 'b' })
  other.begin()
  await other.all(asked('a'), maker().make)
  other.save()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ a: 'of mine' })
})

it('A table forgets what nobody asks for, and is written only if it has changed.', async () => {
  const file = join(folder, 'one.json')
  const table = new Table<string>(file)
  const { made, make } = maker()
  for (const keys of [['a', 'b'], ['b'], ['a', 'b']]) {
    table.begin()
    await table.all(asked(...keys), make)
    table.save()
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual(keys)
  }
  expect(made).toEqual(['a', 'b', 'a'])
  rmSync(file)
  table.begin()
  await table.all(asked('a', 'b'), make)
  table.save()
  expect(() => readFileSync(file)).toThrow()
})

it.each([true, false])('A file that is written anew keeps its rights (flushed: %s).', (flush) => {
  const file = join(folder, `rights/${flush}.sh`)
  writeWhole(file, 'before', { flush })
  chmodSync(file, 0o750)
  writeWhole(file, 'after', { flush })
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['after', 0o750])
})

it('A file that cannot take its place leaves nothing behind.', () => {
  const at = join(folder, 'taken')
  mkdirSync(join(at, 'file'), { recursive: true })
  writeFileSync(join(at, 'file/inside'), '')
  expect(() => writeWhole(join(at, 'file'), 'words')).toThrow()
  expect(readdirSync(at)).toEqual(['file'])
})
