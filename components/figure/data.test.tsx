// Figures without time as the server draws them, and what their hands do.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '@/lib/studies/many-runs'
import type { AnyStudied } from '@/lib/studies/study'
import type { AnySurvey, Subject } from '@/lib/studies/subject'
import { pullOptions } from './data-buttons'
import { edit, firstOf, isEdited, published, turn, undo } from './edits'
import { Figure } from './figure'
import { Findings } from './findings'
import { runAt, seedOf } from './survey'
import { runOf, settingOf } from './survey-setting'

const fanOut: AnyStudied = {
  study: 'fan-out',
  title: 'One slow answer',
  options: { servers: 100 },
  levers: [{ label: 'Ten servers', options: { servers: 10, slow: 0.02 } }],
}
const survey: AnySurvey = {
  of: { protocol: 'raft', nodes: 5, seed: 0, delay: 10, until: 600, poster: 0 },
  seeds: 4,
  fact: 'electedAfter',
  title: 'Four elections',
}
const samples = [120, 180, 150, null].map((value, seed) => ({ seed, at: null, value }))
const summary = summaryOf(survey, samples)

const draw = async (of: Subject) =>
  renderToStaticMarkup(
    (await Figure({ of, id: 'it', number: 2, summary, children: 'A caption.' })) as never,
  )

describe.each([
  ['a study', fanOut],
  ['a history', { study: 'history' }],
  ['a survey', survey],
] as [string, Subject][])('%s at rest', async (_, of) => {
  const html = await draw(of)

  it('has a title, a picture in two shapes, a caption and its words', () => {
    expect(html).toContain('Figure 2 · ')
    expect(html.match(/role="img"/g)).toHaveLength(2)
    expect(html).toContain('A caption.')
    expect(html).toContain('What it shows, in words')
  })

  it('has four stops for the keyboard', () => {
    const stops = [
      ...html.matchAll(/<(a|summary|button|select|input|[a-z]+ [^>]*tabindex="0")(?=[ >])[^>]*>/gi),
    ]
      .map(([tag]) => tag)
      .filter((tag) => !/tabindex="-1"/.test(tag))
    expect(stops.map((tag) => /^<(\w+)/.exec(tag)![1])).toEqual(['a', 'div', 'button', 'summary'])
  })

  it('gives every id the figure’s own beginning, none twice, and no style of its own', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids.every((id) => id.startsWith('it'))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).not.toContain(' style=')
  })
})

it('the sentence and the facts are those of the options in the data file', async () => {
  const html = await draw({ ...fanOut, options: { servers: 1 } })
  expect(html).toContain('1 % meet a slow one')
  expect(html).toMatch(/chance<\/td><td[^>]*>0\.01</)
})

it('only options that the data file or a lever names have a dial; without any, all', async () => {
  const dials = (html: string) => [...html.matchAll(/data-dial="(\w+)"/g)].map(([, name]) => name)
  expect(dials(await draw(fanOut))).toEqual(['servers', 'slow'])
  expect(dials(await draw({ study: 'heart' }))).toEqual(['way', 'dent', 'height', 'points'])
})

it('of a survey the nodes are the first dial, where it lets one turn them', async () => {
  const sized = { ...survey, sizes: { from: 3, to: 9, step: 2 } }
  expect(await draw(survey)).not.toContain('data-dial="nodes"')
  const html = await draw(sized)
  expect(html).toMatch(/n: servers.*data-dial="nodes".*<span[^>]*>5</)
  const turned = turn(settingOf(sized.of, sized), 'nodes', 7)
  expect(runOf(turned, sized)).toMatchObject({ nodes: 7, options: {} })
  expect(runOf(settingOf(survey.of, survey), survey)).toBe(survey.of)
  const levers = [{ label: 'Nine', nodes: 9 }]
  const nine = pullOptions(published(settingOf({ ...sized.of, levers }, sized)), 0)
  expect(runOf(nine.now, sized)).toMatchObject({ nodes: 9, options: {} })
})

it('findings that are others than the published keep their room, and are read alone', () => {
  const [holds, fails] = [
    { name: 'sequential', holds: 'yes', says: 'an order fits' },
    { name: 'sequential', holds: 'no', says: 'no order fits' },
  ] as const
  const html = renderToStaticMarkup(<Findings of={[fails]} room={[holds]} />)
  const [kept, read] = html.split('</div><ul>')
  expect(kept).toMatch(/class="[^"]*roomed[^"]*"><div aria-hidden="true"><ul>.*an order fits/)
  expect(read).toContain('no order fits')
  expect(renderToStaticMarkup(<Findings of={[holds]} />)).not.toMatch(/roomed|<div aria-hidden/)
})

it('says with a sentence which study there is not, and that runs are missing', async () => {
  await expect(draw({ study: 'fan-in' })).rejects.toThrow('there is no study “fan-in”')
  await expect(Figure({ of: survey, id: 'it' })).rejects.toThrow('have not been summed up')
})

it('a lever that was pulled goes back to what was there before, and Undo takes steps back', () => {
  const start = published(fanOut)
  const pulled = pullOptions(start, 0)
  expect(pulled.now.options).toEqual({ servers: 10, slow: 0.02 })
  const back = pullOptions(pulled, 0)
  expect(back.now.options).toEqual({ servers: 100 })
  const turned = edit(pulled, turn(pulled.now, 'servers', 5))
  expect(undo(turned).now).toBe(pulled.now)
  expect([isEdited(undo(undo(turned))), firstOf(turned)]).toEqual([false, fanOut])
})

it('a run that is chosen is the run of that seed, or of that value and seed', () => {
  expect(['least', 'middle', 'most'].map((one) => seedOf(summary, one))).toEqual([0, 2, 1])
  const { of, says } = runAt(survey, survey.of, { seed: 1, x: 175 }, summary)
  expect([of.seed, says]).toEqual([1, 'Seed 1, elected after: 180.'])
  const over: AnySurvey = { ...survey, over: { option: 'heartbeat', values: [20, 40] } }
  const rows = summaryOf(over, [{ seed: 3, at: 40, value: 9 }])
  const other = runAt(over, over.of, { seed: 3, x: 40 }, rows)
  expect([other.of.seed, other.of.options]).toEqual([3, { heartbeat: 40 }])
})
