// The fuzz as a command: what it finds, it makes small, tells and links.

import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { decode, type Shared } from '@/lib/link'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import { failure } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { fuzzedProtocol } from './fuzz-subject'
import { root } from './run'

const fuzz = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const all = ['--import', 'tsx', 'lib/desk/fuzz.ts', ...args]
    const child = execFile(process.execPath, all, { cwd: root }, (_, out, err) =>
      resolve({ code: child.exitCode ?? 1, out, err }),
    )
  })

it('finds a raft that votes twice, and prints it small, in words and as a link', async () => {
  const { code, out } = await fuzz('raft', '--seeds', '2000', '--mutant', 'votes-twice')
  expect(code).toBe(1)
  const [, json = ''] = /^(\{[\s\S]*?^\})/m.exec(out) ?? []
  const scenario = JSON.parse(json)
  expect(scenario.protocol).toBe('raft')
  const { protocol, weather } = await fuzzedProtocol({ name: 'raft', mutant: 'votes-twice' })
  const broke = failure(protocol, scenario, weather.calm)?.broke ?? 'nothing'
  // The transcript tells of it, and the scenario is small enough to be read.
  expect(out).toContain(`broken: ${broke}`)
  expect(scenario.script.length).toBeLessThanOrEqual(4)
  // The site plays no mutants: the link is to what raft does, and so it comes out as it says.
  expect(out).toContain('The same schedule with raft as it is:\nhttp')
  const [, link = ''] = /\/stage\?s=(\S+)/.exec(out) ?? []
  const { scenario: shared, fingerprint: told } = (await decode(link)) as Shared
  expect(shared).toMatchObject({ protocol: 'raft', seed: scenario.seed })
  const film = shoot((await fetchProtocol('raft')) as AnyProtocol, shared)
  expect(fingerprint(film)).toBe(told)
})

it('says in one line that all hold', async () => {
  const { code, out } = await fuzz('ballot', '--seeds', '500')
  expect(code).toBe(0)
  expect(out).toMatch(/^ballot: 500 schedules, all hold, [\d.]+ s\n$/)
})

it('names what there is when it does not know a name, or is given none', async () => {
  for (const [args, says] of [
    [['balot'], /^there is no protocol balot; did you mean ballot\? \(/],
    [['raft', '--mutant', 'vote-twice'], /^there is no mutant of raft vote-twice; did you mean /],
    [['raft', '--mutant'], /^--mutant takes a name \(.*votes-twice/],
    [['raft', 'paxos'], /^paxos means nothing here/],
  ] as const) {
    const { code, err } = await fuzz(...args)
    expect(code).toBe(1)
    expect(err).toMatch(says)
  }
})
