// Pictures of data: every study in every shape, what is drawn found again, and the same in words.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { roll } from '@/lib/sim/dice'
import { defaults } from '@/lib/sim/protocol'
import { fetchStudy, studies } from '@/lib/studies'
import { summaryOf } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { surveyChart } from '@/lib/studies/survey-chart'
import { printInks } from '../inks'
import type { Shape } from '../picture'
import { chart, runsIn } from './chart'
import { boxOf, findBar, plotOf } from './history-plot'
import { fetchDataPicture } from './index'

const shapes: readonly Shape[] = ['wide', 'tall', 'thumb']

/** No words begin outside of their sheet. */
function expectWithin(html: string) {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(html)!.map(Number)
  for (const [, x, y] of html.matchAll(/<text x="(-?[\d.]+)" y="(-?[\d.]+)"/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(Number(x)).toBeLessThanOrEqual(width!)
    expect(Number(y)).toBeGreaterThan(0)
    expect(Number(y)).toBeLessThanOrEqual(height!)
  }
}

describe.each(Object.keys(studies))('%s', async (name) => {
  const study = (await fetchStudy(name))!
  const picture = await fetchDataPicture(study.picture)
  const data = study.compute(defaults(study.options))
  const drawn = (shape: Shape) =>
    renderToStaticMarkup(
      <picture.Draw data={data} inks={printInks} id={`f-${shape}`} shape={shape} />,
    )

  it.each(shapes)('is drawn %s, with numbers only, and ids of its own', (shape) => {
    const html = drawn(shape)
    expect(html).not.toMatch(/NaN|Infinity|undefined| style=/)
    for (const [, id] of html.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^f-/)
    for (const [, ref] of html.matchAll(/url\(#([^)]+)\)/g)) expect(html).toContain(`id="${ref}"`)
  })

  it('stays within its sheet', () => {
    for (const shape of shapes) expectWithin(drawn(shape))
  })

  it('is an image whose name is its short description, and has a legend', () => {
    const short = picture.describe(data, 'short')
    expect(drawn('wide')).toContain('role="img"')
    expect(short).toContain(data.says)
    expect(picture.describe(data, 'long').length).toBeGreaterThan(data.says.length)
    const signs = picture.legend(data, printInks).map(({ says }) => says)
    expect(signs.length).toBeGreaterThan(0)
    expect(new Set(signs).size).toBe(signs.length)
  })

  it('has letters of at least 12 px on a phone', () => {
    for (const [, size] of drawn('tall').matchAll(/font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(12)
  })
})

it.each(['ring', 'remainder'])('on a phone every server has a name: placed by %s', async (way) => {
  const { Draw } = await fetchDataPicture('ring')
  const study = (await fetchStudy('new-member'))!
  for (const points of [1, 16]) {
    const data = study.compute({ ...defaults(study.options), way, points })
    const html = renderToStaticMarkup(<Draw data={data} inks={printInks} id="f" shape="tall" />)
    for (const owner of ['s1', 's2', 's3', 's4', 's5']) expect(html).toContain(`>${owner}</text>`)
    expectWithin(html)
  }
})

it('a seat that moves without need is hollow and in the legend, by remainder only', async () => {
  const { Draw, legend } = await fetchDataPicture('ring')
  const study = (await fetchStudy('new-member'))!
  for (const [way, some] of [
    ['ring', false],
    ['remainder', true],
  ] as const) {
    const data = study.compute({ ...defaults(study.options), way })
    const html = renderToStaticMarkup(<Draw data={data} inks={printInks} id="f" shape="wide" />)
    expect(html.includes(`fill="${printInks.panel}"`)).toBe(some)
    const signs = legend(data, printInks).map(({ says }) => says)
    expect(signs).toContain('a seat that moves to s5')
    expect(signs.includes('a seat that moves elsewhere')).toBe(some)
  }
})

it('a bar that lies in another has an edge, so that one ink shows both', async () => {
  const { Draw } = await fetchDataPicture('bars')
  const study = (await fetchStudy('speed-of-light'))!
  const data = study.compute(defaults(study.options))
  const html = renderToStaticMarkup(<Draw data={data} inks={printInks} id="f" shape="wide" />)
  const [outer, inner] = [...html.matchAll(/<path [^>]*>/g)].map(([bar]) => bar)
  expect(outer).not.toContain('stroke=')
  expect(inner).toContain(`stroke="${printInks.panel}"`)
})

const survey: AnySurvey = {
  of: { protocol: 'raft', nodes: 5, seed: 0, delay: 10, until: 600, poster: 0 },
  seeds: 400,
  fact: 'electedAfter',
}
const samples = Array.from({ length: 400 }, (_, seed) => ({
  ...{ seed, at: null, value: roll(0.25, seed) * 300 },
}))
const many = surveyChart(survey, summaryOf(survey, samples), 'ms')

describe('a heap of runs', () => {
  it.each(['wide', 'tall'] as const)(
    'has one dot for each, found where it is drawn (%s)',
    (shape) => {
      const html = renderToStaticMarkup(
        <chart.Draw data={many} inks={printInks} id="f" shape={shape} />,
      )
      const dots = [...html.matchAll(/M([\d.]+) ([\d.]+)h0/g)].map(
        ([, x, y]) => [+x!, +y!] as const,
      )
      expect(dots).toHaveLength(400)
      expect(new Set(dots.map(String)).size).toBe(400)
      for (const [i, [x, y]] of dots.entries()) expect(chart.find!(many, shape, x, y)).toBe(i)
      expect(runsIn(many).map(({ seed }) => seed)).toHaveLength(400)
    },
  )

  it('marks the run that is pointed at, and finds nothing far from all', () => {
    const marked = renderToStaticMarkup(
      <chart.Draw data={many} inks={printInks} id="f" shape="wide" marked={7} />,
    )
    expect(marked.match(/<circle/g)).toHaveLength(1)
    expect(chart.find!(many, 'wide', 700, 20)).toBeUndefined()
  })
})

describe('runs over whole numbers', () => {
  const over = { option: 'heartbeat', values: [1, 2, 3, 4, 5] }
  const runs = over.values.flatMap((at) =>
    Array.from({ length: 20 }, (_, seed) => ({ seed, at, value: at * seed })),
  )
  const rows = surveyChart({ ...survey, over }, summaryOf({ ...survey, over }, runs), 'beats')

  it('are marked at whole numbers alone', () => {
    const html = renderToStaticMarkup(
      <chart.Draw data={rows} inks={printInks} id="f" shape="wide" />,
    )
    const words = [...html.matchAll(/>([^<>]+)</g)].map(([, text]) => text)
    expect(words).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5']))
    expect(words).not.toContain('1.5')
  })

  it('show in the legend how far eight in ten reach', () => {
    const [sign] = chart.legend(rows, printInks)
    expect(renderToStaticMarkup(sign!.mark)).toContain('M12 0V16')
  })
})

it('a rule that lies has its words in the legend, and none over the lines', async () => {
  const study = (await fetchStudy('latency-or-consistency'))!
  const data = study.compute(defaults(study.options))
  const html = renderToStaticMarkup(<chart.Draw data={data} inks={printInks} id="f" shape="tall" />)
  expect(chart.legend(data, printInks).map(({ says }) => says)).toContain('a read waits')
  expect(html).not.toContain('>a read waits<')
  expect(html).toContain('>waits for 1<')
})

describe('a history', async () => {
  const study = (await fetchStudy('history'))!
  const data = study.compute(defaults(study.options))

  it.each(['wide', 'tall'] as const)(
    'has bars that are found where they are drawn (%s)',
    (shape) => {
      for (const [i, bar] of data.bars.entries()) {
        const [left, top, right, bottom] = boxOf(bar, plotOf(data, shape))
        expect(findBar(data, shape, (left + right) / 2, (top + bottom) / 2)).toBe(i)
      }
      expect(findBar(data, shape, 2, 2)).toBeUndefined()
    },
  )
})
