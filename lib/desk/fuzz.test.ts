// The fuzz as a command: what it finds, it makes small, tells and links.

import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { decode } from '@/lib/link'
import { failure } from '@/lib/sim/fuzz'
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
  const [, link = ''] = /\/stage\?s=(\S+)/.exec(out) ?? []
  expect(await decode(link)).toMatchObject({ scenario: { protocol: 'raft', seed: scenario.seed } })
})

it('says in one line that all hold', async () => {
  const { code, out } = await fuzz('ballot', '--seeds', '500')
  expect(code).toBe(0)
  expect(out).toMatch(/^ballot: 500 schedules, all hold, [\d.]+ s\n$/)
})

it('names what there is when it does not know a name', async () => {
  const { code, err } = await fuzz('balot')
  expect(code).toBe(1)
  expect(err).toContain('No protocol is called "balot": did you mean ballot?')
})
