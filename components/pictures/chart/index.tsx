// The chart: its drawing, its words, its legend.

import { momentWords } from '@/lib/sim/words'
import { hueOf, pageInks } from '../inks'
import { sentence } from '../names'
import { pictureOf, type Wording } from '../picture'
import { sign } from '../sign'
import { chartOf } from './data'
import { dashes, draw, isCompared, shadow } from './draw'

const short = (n: number) => `${Number(n.toPrecision(4))}`

const describe: Wording['describe'] = (film, at, detail) => {
  const { lines, unit } = chartOf(film)
  const now = lines.map(({ says, points }) => {
    const seen = points.filter(([when]) => when <= at)
    const values = seen.map(([, value]) => value)
    const most = Math.max(...values)
    const peak = detail === 'long' && most > values.at(-1)! ? `, at most ${short(most)}` : ''
    return `${says} ${short(values.at(-1)!)}${peak}`
  })
  const head = `chart${unit ? ` of ${unit}` : ''} over time, at ${momentWords(at)}`
  return sentence(`${head}: ${now.join('; ') || 'nothing is plotted'}`)
}

const legend: Wording['legend'] = (film, _at, inks = pageInks) => [
  ...chartOf(film).lines.map(({ says }, i) =>
    sign(
      says,
      <path
        d="M1 8h22"
        stroke={hueOf(inks, i + 1)}
        strokeWidth={2.5}
        strokeDasharray={dashes[i % 4]}
      />,
    ),
  ),
  ...(isCompared([film])
    ? [sign('the other run', <path d="M1 8h22" stroke={inks.grey} {...shadow} />)]
    : []),
]

export const chart = pictureOf('chart', draw, { describe, legend })
