// A question whose answer is none of its choices is a fault, at the fact that was asked for.

import { afterAll, expect, test } from 'vitest'
import { ballot, clear, folderWith, post } from '../fixture'
import { checkAll } from './all'

afterAll(clear)

const faults = async (choices: string, fact = 'passed', at = 30) => {
  const ask = `<Predict of={run} at={${at}} ask="Which?" choices={[${choices}]} fact="${fact}" />`
  const body = `import run from './run'\n\n<Figure of={run}>A run.</Figure>\n\n${ask}\n`
  const root = folderWith({ 'one/post.mdx': post('one', body), 'one/run.ts': ballot })
  const { faults: found, figures } = await checkAll(root)
  const { facts } = figures[0]!.result
  return { said: found.map(({ says }) => says).filter((it) => /Predict|no fact/.test(it)), facts }
}

test('the answer must be among the choices', async () => {
  const { facts } = await faults("'yes', 'no'")
  expect(facts).toContain('passed')
  const { said } = await faults("'left', 'right'")
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Predict: the answer is “.+”, and that is none of the choices$/)
  const answer = /“(.+)”/.exec(said[0]!)![1]!
  expect((await faults(`'${answer}', 'right'`)).said).toEqual([])
})

test('the still may not be later than the moment at which the question is asked', async () => {
  const { said } = await faults("'yes', 'no'", 'passed', 29)
  expect(said[0]).toMatch(/^Predict: the still of run is at 30 ms: it shows what comes of it$/)
})

test('a fact that there is not is named once', async () => {
  expect((await faults("'a', 'b'", 'pased')).said).toEqual(['there is no fact pased'])
})
