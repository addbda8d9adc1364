// A first scenario of every protocol, and how it is written down.

import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fetchProtocol, protocols } from '@/lib/protocols'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { scenarioFault } from '@/lib/sim/valid'
import { longest, storyOf } from './check/story'
import { readData } from './data'
import { dataText, exampleOf } from './example'
import { Source } from './source'

test.each(Object.keys(protocols))(
  '%s begins with a scenario in which something happens',
  async (name) => {
    const protocol = (await fetchProtocol(name)) as AnyProtocol
    const scenario = exampleOf(protocol)
    expect(scenarioFault(protocol, scenario)).toBeUndefined()
    const { text, noisy } = storyOf(protocol, scenario)
    expect(noisy).toBeUndefined()
    expect(text.split('\n').length).toBeGreaterThan(2)
    expect(text.split('\n').length).toBeLessThanOrEqual(longest + 1)
    // Every line of it does something, and a command is asked for what comes of it.
    expect(text).not.toContain('nothing happens (')
    const lines = text.trimEnd().split('\n')
    const asked = lines.findIndex((line) => line.includes(' is asked: '))
    if (asked >= 0) expect(lines.slice(asked + 1), text).not.toEqual([])
    const read = await readData(new Source('x.ts', dataText(scenario, 'It begins.')))
    expect(read).toEqual({ value: JSON.parse(JSON.stringify(scenario)) })
  },
)

test('data is written as the formatter would write it', async () => {
  const raft = (await fetchProtocol('raft')) as AnyProtocol
  const texts = [
    { title: "It's", names: ['a"b', "c'd", '\\'], options: { 'odd-key': [], none: {} } },
    { script: Array.from({ length: 9 }, (_, i) => [i * 100, { crash: 'leader' }, i * 100 + 50]) },
    {
      levers: [
        { label: 'x'.repeat(60), lines: [[480, { crash: 'leader' }]], options: { on: false } },
      ],
    },
  ].map((more) => dataText({ ...exampleOf(raft), ...more } as never, 'What it is.'))
  const biome = path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const args = [biome, 'format', '--stdin-file-path=content/x.ts']
  for (const text of texts)
    expect(execFileSync(process.execPath, args, { input: text, encoding: 'utf8' })).toBe(text)
})
