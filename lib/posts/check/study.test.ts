// Studies and surveys in posts: what their data may say, and how claims about them are held.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clear, folderWith, post, writeInto } from '../fixture'
import { checkAll } from './all'

afterAll(clear)

const words = (claims: string) =>
  `import it from './it'\n\n<Figure of={it}>A caption.</Figure>\n\n${claims}\n`
const study = (rest: string) => `export default { study: 'fan-out', ${rest} }\n`

/** The faults of a post with one figure, once what happens in it has been approved. */
const faults = async (data: string, claims = 'Words.') => {
  const root = folderWith({ 'one/post.mdx': post('one', words(claims)), 'one/it.ts': data })
  const first = await checkAll(root)
  for (const { id, result } of first.figures)
    writeInto(root, { [`one/${id}.txt`]: result.story.text })
  const { faults: found, figures } = await checkAll(root)
  const said = found.map(({ file, line, says }) => `${path.basename(file)}:${line} ${says}`)
  return { said: said.filter((it) => !it.startsWith('ledger')), figures }
}
const claim = (props: string) => `<Claim of={it} ${props}>It is so</Claim>.`

test('a study is claimed by its facts, and its dials make a claim false', async () => {
  const { said, figures } = await faults(
    study(''),
    claim('that={{ chance: { about: [0.634, 0.001] } }}'),
  )
  expect(said).toEqual([])
  const [result] = figures[0]!.result.claims
  expect(result!.falseIf).toContain('with servers 1')
  expect(figures[0]!.result.story.text).toMatch(/63\.4 % meet a slow one.*\nchance: 0\.634\n/)
})

test('what is false of a study is a fault in its place, with the facts', async () => {
  const { said } = await faults(study('options: { servers: 10 }'), claim('that={{ half: 70 }}'))
  expect(said).toEqual(['post.mdx:11 Claim: half is 69, expected 70'])
  const never = await faults(study(''), claim('that={{ half: { above: 0 } }}'))
  expect(never.said).toEqual(['post.mdx:11 Claim: nothing makes it false, so it says nothing'])
  const unknown = await faults(study(''), claim('that={{ halve: 69 }}'))
  expect(unknown.said).toEqual(['post.mdx:11 Claim: there is no fact halve'])
})

test('a study has levers, and no moments', async () => {
  const levers = study("levers: [{ label: 'Ten servers', options: { servers: 10 } }]")
  const pulled = claim('lever="Ten servers" that={{ chance: { below: 0.1 } }}')
  expect((await faults(levers, pulled)).said).toEqual([])
  const other = claim('lever="Nine servers" that={{ chance: { below: 0.1 } }}')
  expect((await faults(levers, other)).said).toEqual(['post.mdx:11 Claim: there is no such lever'])
  const late = claim('at={3} that={{ chance: { below: 1 } }}')
  expect((await faults(levers, late)).said).toEqual([
    'post.mdx:11 Claim: a study has no moments; say only what is so',
  ])
})

test('what a study cannot be is named in its file', async () => {
  const fault = async (data: string) => (await faults(data)).said
  expect(await fault("export default { study: 'fan-in' }\n")).toEqual([
    'it.ts:1 study: there is no study "fan-in"',
  ])
  expect(await fault(study('options: { servers: 0 }'))).toEqual([
    'it.ts:1 options.servers: expected 1 to 200, got 0',
  ])
  expect(await fault(study("levers: [{ label: 'x', options: { server: 1 } }]"))).toEqual([
    expect.stringMatching(/^it\.ts:1 levers\.0\.options\.server: there is no option "server"/),
  ])
  expect(await fault(study('seed: 3'))).toEqual(['it.ts:1 seed: there is no "seed" in a study'])
})

const raft = "{ protocol: 'raft', nodes: 5, seed: 0, delay: [5, 15], until: 400, poster: 0 }"
const survey = (rest: string) => `export default { of: ${raft}, fact: 'term', ${rest} }\n`

test('a survey over time is claimed by lists, one value for each moment', async () => {
  const along = survey('seeds: 30, along: [0, 200, 400]')
  const { figures } = await faults(along)
  const { text } = figures[0]!.result.story
  const share = JSON.parse(/share: (.*)/.exec(text)![1]!) as number[]
  expect(share).toHaveLength(3)
  expect([share[0], share[1]! < share[2]!]).toEqual([0, true])
  const held = await faults(along, claim(`that={{ share: ${JSON.stringify(share)} }}`))
  expect(held.said.filter((it) => !it.includes('nothing makes it false'))).toEqual([])
  const wrong = await faults(along, claim('that={{ share: [1, 1, 1] }}'))
  expect(wrong.said).toEqual([expect.stringMatching(/^post\.mdx:11 Claim: share is \[0,/)])
})

test('a survey goes over how many nodes there are; a claim of a list has bounds', async () => {
  const sizes = survey("seeds: 20, over: { option: 'nodes', values: [3, 9] }")
  const held = claim('that={{ mean: [{ above: 0.5 }, { about: [2, 1.9] }] }}')
  const { said, figures } = await faults(sizes, held)
  expect(said.filter((it) => !it.includes('nothing makes it false'))).toEqual([])
  expect(figures[0]!.result.story.text).toMatch(/mean: \[[\d.]+,[\d.]+\]/)
  const wrong = await faults(sizes, claim('that={{ mean: [{ above: 0.5 }, { above: 99 }] }}'))
  expect(wrong.said).toEqual([
    expect.stringMatching(/^post\.mdx:11 Claim: mean is .*, expected \[above 0\.5,above 99\]$/),
  ])
  const short = await faults(sizes, claim('that={{ mean: [{ above: 0.5 }] }}'))
  expect(short.said).toHaveLength(1)
})

test('a claim about a survey may speak of one value, or of one moment', async () => {
  const sizes = survey("seeds: 20, over: { option: 'nodes', values: [3, 9] }")
  const one = await faults(sizes, claim('at={9} that={{ mean: { above: 99 } }}'))
  expect(one.said).toEqual([
    expect.stringMatching(/^post\.mdx:11 Claim: mean is [\d.]+, expected above 99$/),
  ])
  const none = await faults(sizes, claim('at={4} that={{ mean: { above: 0 } }}'))
  expect(none.said).toEqual(['post.mdx:11 Claim: at: expected one of 3, 9, got 4'])
  const along = survey('seeds: 30, along: [0, 200, 400]')
  const held = await faults(along, claim('at={0} that={{ share: 0 }}'))
  expect(held.said).toEqual([])
  expect(held.figures[0]!.result.claims[0]!.falseIf).toContain('at 2 of 3 values')
})

test('what a survey cannot be is named in its file', async () => {
  const fault = async (rest: string) => (await faults(survey(rest))).said
  expect(await fault('seeds: 0')).toEqual(['it.ts:1 seeds: expected 1 to 100000 seeds, got 0'])
  expect(await fault('seeds: 5, along: [200, 100]')).toEqual([
    'it.ts:1 along: expected moments that go up, from 0 to 400 ms',
  ])
  expect(await fault("seeds: 5, over: { option: 'heartbeat', values: [20, -1] }")).toEqual([
    expect.stringMatching(/^it\.ts:1 over\.values\.1: expected 1 to \d+, got -1/),
  ])
  expect(await fault("seeds: 5, along: [0, 100], theory: { says: 'theory', values: [1] }")).toEqual(
    ['it.ts:1 theory.values: expected 2 values, one for each'],
  )
  const where = "theory: [{ says: 'theory', values: [1], where: { heartbeats: 9 } }]"
  expect(await fault(`seeds: 5, ${where}`)).toEqual([
    expect.stringMatching(/^it\.ts:1 theory\.0\.where\.heartbeats: there is no option/),
  ])
  const over = (values: string) => fault(`seeds: 5, over: { option: 'nodes', values: ${values} }`)
  expect(await over('[3, 0]')).toEqual(['it.ts:1 over.values.1: expected 1 to 1000, got 0'])
  expect(await fault('seeds: 5, sizes: { from: 3, to: 5000, step: 1 }')).toEqual([
    'it.ts:1 sizes: expected from, to and step, within 1 to 1000',
  ])
})

test('a survey that would take too long is a fault before it is shot', async () => {
  const long = survey('seeds: 100000').replace('until: 400', 'until: 60000')
  const { said } = await faults(long)
  expect(said).toEqual([
    expect.stringMatching(/^it\.ts:1 seeds: about \d+ events in all runs, and at most 20000000/),
  ])
})

test('samples are kept in the folder for what can be made again', () => {
  expect(existsSync('.cache/surveys')).toBe(true)
})
