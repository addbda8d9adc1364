// The README says what is so: its commands, its map, its packages and its paths.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fetchProtocol } from '@/lib/protocols'
import { factsAt, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { figureNamed } from './figure-named'
import { root } from './run'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** The rows of the table below a heading, cell by cell. */
const rowsUnder = (heading: string) => {
  const [, part = ''] = readme.split(`\n## ${heading}\n`)
  return (part.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (command|package) /.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

it('lists every command in the words of its own file', () => {
  const told = rowsUnder('Commands').map(([, command, says]) => [command, says])
  const meant = Object.entries(wanted.scripts).map(([name, script]) => {
    const [first = ''] = readFileSync(join(root, script.split(' ')[1] ?? ''), 'utf8').split('\n')
    const command = /^(start|test)$/.test(name) ? `\`npm ${name}\`` : `\`npm run ${name}\``
    return [command, first.replace(/^\/\/ .*?: /, '')]
  })
  const sort = (rows: (string | undefined)[][]) => rows.sort((a, b) => (`${a}` < `${b}` ? -1 : 1))
  expect(sort(told)).toEqual(sort(meant))
})

it('maps every room, and no room that is not there', () => {
  const [, map = ''] = /## Map[\s\S]*?```\n([\s\S]*?)```/.exec(readme) ?? []
  const told = map.split('\n').flatMap((line) => /^(\S+)\/ /.exec(line)?.[1] ?? [])
  const inside = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`)
  expect(told).toEqual(['app', ...inside('components'), 'content', 'e2e', ...inside('lib')].sort())
})

it('gives a reason for every package, and for none that is not used', () => {
  const told = rowsUnder('What it is made of').flatMap(([, names = '']) => names.split(', '))
  const used = Object.keys({ ...wanted.dependencies, ...wanted.devDependencies })
  expect(told.sort()).toEqual(used.sort())
})

it('names no path that is not there', () => {
  const paths = [
    ...readme.matchAll(/`((?:lib|components|content|app|e2e)\/[\w./-]+)`|\]\(([\w./-]+)\)/g),
  ]
  const gone = paths
    .map(([, code, link]) => code ?? link ?? '')
    .filter((it) => !existsSync(join(root, it)))
  expect(gone).toEqual([])
})

it('shows a claim that is true', async () => {
  const [, at, leader] =
    /<Claim of={splitVote} at={(\d+)} that={{ leader: (\d) }}>/.exec(readme) ?? []
  const [, id = ''] = /import splitVote from '\.\/([\w-]+)'/.exec(readme) ?? []
  const scenario = await figureNamed<AnyScenario>(id)
  const film = shoot((await fetchProtocol('raft')) as AnyProtocol, scenario)
  expect(factsAt(film, Number(at)).leader).toBe(Number(leader))
  expect(factsAt(film, scenario.poster).leader).toBe(0)
})
