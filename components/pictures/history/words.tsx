// A history in words, and what its bars mean.

import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { pageInks } from '../inks'
import { counted, grouped, sentence } from '../names'
import type { Wording } from '../picture'
import { sign } from '../sign'
import { dashes, rim } from './draw'
import { outcomeWords, rowsOf, wordsOf } from './rows'

const begun = (film: Film, at: Millis) =>
  rowsOf(film, at, () => 0, 0).bars.filter(({ op }) => op.from <= at)

export const describe: Wording['describe'] = (film, at, detail) => {
  const bars = begun(film, at)
  const told = detail === 'long' ? bars : bars.slice(-8)
  const each = told.map(({ op, outcome }) => {
    const until = outcome === 'pending' || op.to === null ? '' : ` to ${momentWords(op.to)}`
    return `${op.client}: ${wordsOf(film, op, outcome)} (${momentWords(op.from)}${until})`
  })
  const head = `History at ${momentWords(at)}: ${counted(bars.length, 'operation')}`
  return [head, ...(each.length ? [each.join('; ')] : [])].map(sentence).join(' ')
}

export const legend: Wording['legend'] = (film, at, inks = pageInks) => {
  const bars = begun(film, at)
  const known = grouped(bars, ({ outcome }) => outcomeWords[outcome]).map(([says, [one]]) => {
    const { outcome } = one!
    const fill = outcome === 'ok' ? inks.ink : inks.panel
    const stroke = outcome === 'fail' ? inks.vermilion : inks.ink
    const d = outcome === 'pending' ? 'M23 3H2v10h21' : 'M2 3h20v10H2Z'
    return sign(
      says,
      <path d={d} fill={fill} stroke={stroke} strokeWidth={2} strokeDasharray={dashes[outcome]} />,
    )
  })
  const wrong = bars.some(({ op, outcome }) => outcome === 'ok' && op.amiss)
  const mark = [
    <path key="bar" d="M6 5h12v6H6Z" fill={inks.ink} />,
    <path
      key="rim"
      d="M2 1h20v14H2Z"
      fill="none"
      stroke={inks.vermilion}
      strokeWidth={rim.width}
      strokeDasharray={rim.dash}
    />,
  ]
  return wrong ? [...known, sign('a wrong answer', mark)] : known
}
