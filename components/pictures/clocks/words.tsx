// The clocks in words, and what their signs mean.

import { momentWords } from '@/lib/sim/words'
import { pageInks } from '../inks'
import { counted, sentence } from '../names'
import type { Wording } from '../picture'
import { sign } from '../sign'
import { jumpPath } from './draw'
import { errorWords, sampleAt, seriesOf } from './series'

export const describe: Wording['describe'] = (film, at, detail) => {
  const { scale, jumps } = seriesOf(film)
  const { errors, bound } = sampleAt(film, at)
  const each = film.names.map((name, i) => `${name} ${errorWords(errors[i]!, scale)}`)
  const back = jumps.filter((jump) => jump.at <= at).length
  const parts = [
    `${counted(film.names.length, 'clock')} at ${momentWords(at)} of true time`,
    `how wrong each is: ${each.join(', ')}`,
    ...(bound === undefined
      ? []
      : [`none should be wrong by more than ${errorWords(bound, scale).slice(1)}`]),
    ...(back ? [`clocks were set back ${counted(back, 'time')}`] : []),
  ]
  const long =
    detail === 'long' ? [`half a turn of a dial is ${errorWords(scale, scale).slice(1)}`] : []
  return [...parts, ...long].map(sentence).join(' ')
}

export const legend: Wording['legend'] = (film, _at, inks = pageInks) => {
  const { samples, jumps } = seriesOf(film)
  const bounded = samples.some(({ bound }) => bound !== undefined)
  const hand = (
    <path
      d="M12 15a7 7 0 1 1 .1 0M12 8l5 4M12 1v3"
      fill="none"
      stroke={inks.ink}
      strokeWidth={1.5}
    />
  )
  return [
    sign('upright: right; half a turn: the scale', hand),
    ...(bounded
      ? [sign('guaranteed bound', <path d="M0 3h24v10H0Z" fill={inks.grey} fillOpacity={0.35} />)]
      : []),
    ...(jumps.length
      ? [sign('clock set back', <path d={jumpPath({ x: 12, y: 12 })} fill={inks.vermilion} />)]
      : []),
  ]
}
