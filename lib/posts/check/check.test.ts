// Claims that hold and claims that do not, why a seed was chosen, and what happens, approved.

import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { protocols } from '@/lib/protocols'
import { factsAt, shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { readData } from '../data'
import { describeFault } from '../fault'
import { ballot, clear, folderWith, post, writeInto } from '../fixture'
import { Source } from '../source'
import { checkAll } from './all'
import { changes } from './changes'
import { meets } from './expected'
import { factsAtMoment, moments } from './moments'
import { storyOf } from './story'

afterAll(clear)

const raft = `import type { Scenario } from '@/lib/protocols'

export default {
  protocol: 'raft',
  nodes: 5,
  seed: 3,
  delay: [8, 12],
  script: [
    [10, { ask: { node: 1, type: 'campaign' } }],
    [200, { crash: 1 }],
  ],
  until: 900,
  poster: 100,
  levers: [{ label: 'Leave n1 alone', lines: [[20, { crash: 2 }]] }],
  against: { label: 'Without the crash', script: [[10, { ask: { node: 1, type: 'campaign' } }]] },
} satisfies Scenario
`
const scenarioIn = async (text: string) => {
  const read = await readData(new Source('content/one/run.ts', text))
  return (read as { value: AnyScenario }).value
}
const story = async (text: string) => {
  const scenario = await scenarioIn(text)
  const protocol = await protocols[scenario.protocol as 'raft']()
  return storyOf(protocol as never, scenario).text
}

/** One post that shows `data` and says `words` (from line 9 on), with its transcript approved. */
const folderOf = async (words: string, data = raft) => {
  const body = `import run from './run'\n\n${words}\n\n<Figure of={run}>A run.</Figure>\n`
  const told = data.includes('seeds:') ? '' : await story(data)
  return folderWith({ 'one/post.mdx': post('one', body), 'one/run.ts': data, 'one/run.txt': told })
}
const check = async (words: string, data = raft) => checkAll(await folderOf(words, data))
const faults = async (words: string, data = raft) =>
  (await check(words, data)).faults.map((it) => `${it.line}:${it.column} ${it.says}`)
const claim = (props: string) => `<Claim of={run} ${props}>It is so.</Claim>`

test('a claim that holds is no fault, and what makes it false is listed', async () => {
  const { faults, figures } = await check(claim('at={100} that={{ leader: 1, term: 1 }}'))
  expect(faults).toEqual([])
  const [falseIf] = figures[0]!.result.claims.map((it) => it.falseIf)
  expect(falseIf!.join('\n')).toMatch(/^at \d+ of \d+ moments$/m)
})

test('a claim that does not hold is named at its place, with the actual facts', async () => {
  const { faults } = await check(claim('at={100} that={{ term: 1, leader: 3 }}'))
  expect(faults).toHaveLength(1)
  const text = describeFault(faults[0]!)
  expect(text).toMatch(/^content\/one\/post\.mdx:9:1 Claim: at 100 ms leader is 1, expected 3\n/)
  expect(text).toMatch(/\^{6}\n {2}the facts are \{"leader":1,/)
})

test('a fact that does not exist is named where it stands, with the one that is near', async () => {
  const { faults } = await check(claim('at={100} that={{ term: 1, leadr: 3 }}'))
  expect(faults.map((it) => [it.line, it.column, it.says, it.near])).toEqual([
    [9, 43, 'Claim: there is no fact leadr', 'leader'],
  ])
})

test('a claim over an interval holds at every event of it', async () => {
  expect(await faults(claim('from={100} to={150} that={{ leader: 1 }}'))).toEqual([])
  const [first, ...others] = await faults(claim('from={100} to={900} that={{ leader: 1 }}'))
  expect(first).toMatch(/^9:1 Claim: at 200 ms leader is \d+, expected 1$/)
  expect(others).toEqual([])
})

test('what never happens happens at no event of the run', async () => {
  const [first] = await faults(claim('never that={{ leader: 1 }}'))
  expect(first).toMatch(/^9:1 Claim: at \d+\.?\d* ms it is so: leader$/)
  expect(await faults(claim('never that={{ leader: 5, term: 1 }}'))).toEqual([
    '9:1 Claim: nothing makes it false, so it says nothing',
  ])
})

test('a claim that nothing can make false is a fault', async () => {
  expect(await faults(claim('at={100} that={{ term: { above: -1 } }}'))).toEqual([
    '9:1 Claim: nothing makes it false, so it says nothing',
  ])
})

test('a claim may be about the run after a lever, or about the second film', async () => {
  expect(await faults(claim('at={880} against that={{ leader: 1, term: 1 }}'))).toEqual([])
  expect(await faults(claim('at={880} that={{ leader: 1, term: 1 }}'))).toHaveLength(1)
  expect(await faults(claim('at={100} lever="Leave n1 alone" that={{ leader: 1 }}'))).toEqual([])
  expect(await faults(claim('at={100} lever="Leave n2 alone" that={{ leader: 1 }}'))).toEqual([
    '9:1 Claim: there is no such lever',
  ])
})

test('on a run a claim says when', async () => {
  expect(await faults(claim('that={{ leader: 1 }}'))).toEqual([
    '9:1 Claim: of a run one says at, from and to, or never',
  ])
})

test('a moment after the end of the film is named', async () => {
  expect(await faults('<At of={run} time={901}>Then</At> it ends.')).toEqual([
    '9:20 901 ms is after the end of run, 900 ms',
  ])
  const ask = `<Predict of={run} at={100} ask="Who?" choices={['n1', 'n2']} fact="leadr" />`
  expect(await faults(ask)).toEqual(['9:62 there is no fact leadr'])
})

test('a seed that no longer shows what it was chosen for is named at that fact', async () => {
  const data = raft.replace('seed: 3,', 'seed: 3,\n  because: { at: 100, that: { leader: 2 } },')
  const { faults } = await check('Words.', data)
  expect(faults.map(describeFault)).toEqual([
    `content/one/run.ts:7:39 because: at 100 ms leader is 1, expected 2
  7 |   because: { at: 100, that: { leader: 2 } },
    |                                       ^`,
  ])
})

test('a story that has changed since it was approved is a fault and shown', async () => {
  const root = await folderOf('Words.')
  expect((await checkAll(root)).faults).toEqual([])
  const file = path.join(root, 'content/one/run.txt')
  const was = readFileSync(file, 'utf8')
  writeFileSync(file, was.replace('n1 stands', 'n2 stands').replaceAll('\n', '\r\n'))
  const [changed] = (await checkAll(root)).faults
  expect(changed).toMatchObject({ file: 'content/one/run.txt', line: 2 })
  expect(changed!.more).toMatch(/^- .*n2 stands.*\n\+ .*n1 stands/m)
  writeFileSync(file, was.replaceAll('\n', '\r\n'))
  expect((await checkAll(root)).faults).toEqual([])
})

test('a transcript that is too long names the rule that says most', async () => {
  const script = Array.from(
    { length: 90 },
    (_, i) => `[${i * 20}, { bump: { node: 1, ms: ${i} } }]`,
  )
  const data = ballot
    .replace(/script: .*/, `script: [${script.join(', ')}],`)
    .replace('until: 200', 'until: 2000')
  const [first] = await faults('Words.', data)
  expect(first).toMatch(
    /^1:1 transcript: \d+ lines, and at most 80 can be read; line bump says most/,
  )
})

test('what did not change is remembered, and what did is checked, whatever its time', async () => {
  const root = await folderOf(claim('at={100} that={{ leader: 1 }}'))
  expect((await checkAll(root)).faults).toEqual([])
  const file = path.join(root, '.cache/checks.json')
  const table = readFileSync(file, 'utf8')
  // Were it checked again, the true list would come back.
  writeFileSync(file, table.replace(/"falseIf":\["[^"]+"/, '"falseIf":["remembered"'))
  expect((await checkAll(root)).figures[0]!.result.claims[0]!.falseIf[0]).toBe('remembered')
  const data = path.join(root, 'content/one/run.ts')
  const time = new Date('2026-01-01')
  utimesSync(data, time, time)
  writeInto(root, { 'one/run.ts': raft.replace("type: 'campaign'", "type: 'read'") })
  utimesSync(data, time, time)
  expect((await checkAll(root)).faults.map((it) => it.says.slice(0, 26))).toContain(
    'Claim: at 100 ms leader is',
  )
})

test('a survey is claimed by the mean, the median, the 90th percentile and the share', async () => {
  const of = raft.slice(raft.indexOf('{', raft.indexOf('default')), raft.indexOf(' satisfies'))
  const survey = `export default { of: ${of}, seeds: 40, fact: 'term' }\n`
  const words = claim('that={{ share: 1, mean: { below: 3 } }}')
  const root = await folderOf(words, survey)
  const [unapproved, ...others] = (await checkAll(root)).faults
  expect(unapproved!.says).toMatch(/^transcript: something else happens now/)
  expect(unapproved!.more).toMatch(/\+ mean: \d/)
  expect(others.map((it) => it.says)).toEqual([])
  expect(await faults(claim('at={3} that={{ share: 1 }}'), survey)).toEqual([
    '9:1 Claim: a survey over nothing has no moments; leave out at',
    expect.stringContaining('transcript'),
  ])
})

test('facts without a film are those of the film', async () => {
  const scenario = await scenarioIn(raft)
  const protocol = (await protocols.raft()) as never
  const film = shoot(protocol, scenario)
  for (const at of [0, 10, 100, 199.9, 200, 543.2, 900])
    expect(factsAtMoment(protocol, scenario, at)).toEqual(factsAt(film, at))
  const all = [...moments(protocol, scenario)]
  expect(all.length).toBeGreaterThan(50)
  for (const { at, facts } of all) expect(facts).toEqual(factsAt(film, at))
})

test('a value is met exactly, above, below or about', () => {
  expect(meets([1, { a: null }], [1, { a: null }])).toBe(true)
  expect(meets([1, 2], [2, 1])).toBe(false)
  expect([meets({ above: 1 }, 2), meets({ above: 1 }, 1), meets({ above: 1 }, null)]).toEqual([
    true,
    false,
    false,
  ])
  expect([meets({ below: 1 }, 0), meets({ below: 1 }, 1)]).toEqual([true, false])
  expect([meets({ about: [5, 1] }, 6), meets({ about: [5, 1] }, 6.1)]).toEqual([true, false])
  expect(meets({ above: 1, below: 3 }, 2)).toBe(false)
})

test('a change of a text is shown by its lines', () => {
  expect(changes('a\nb\nc\nd\ne\n', 'a\nb\nx\nd\ne\n')).toBe('  …\n  b\n- c\n+ x\n  d\n  …')
  expect(changes('', 'a\n')).toBe('- \n+ a')
})

test('a run that no page could show is one fault, and nothing is looked for in it', async () => {
  const endless = raft.replace('until: 900', 'until: 1_000_000_000')
  const all = claim('at={100} that={{ leader: 2 }}') + claim('never that={{ leader: 9 }}')
  expect(await faults(all, endless)).toEqual([
    expect.stringMatching(
      /^12:10 until: The run stops at [\d.]+ ms: no more than 200000 events are /,
    ),
  ])
})

test('a link to a moment that a run has not got is a fault, in any post', async () => {
  const link = (to: string) => faults(`Look [there](${to}).`)
  expect(await link('/one?at=900#run')).toEqual([])
  expect(await link('/one?at=901#run')).toEqual([
    '9:6 link: 901 ms is after the end of run, 900 ms',
  ])
  // Without a name it is the first figure that is meant.
  expect(await link('/one?at=1e9')).toEqual([
    '9:6 link: ?at= is a moment in milliseconds, as ?at=640, not 1e9',
  ])
  expect(await link('/one?at=5000')).toEqual(['9:6 link: 5000 ms is after the end of run, 900 ms'])
  const root = await folderOf('Words.')
  writeInto(root, {
    'two/post.mdx': post('two', 'See [it](/one?at=901#run).', { date: '2026-11-23' }),
  })
  expect((await checkAll(root, ['two'])).faults.map(describeFault)).toEqual([
    expect.stringMatching(/^content\/two\/post.mdx:7:5 link: 901 ms is after the end of run/),
  ])
})
