// The logs in words, and what their cells mean.

import { momentWords } from '@/lib/sim/words'
import { type Inks, pageInks } from '../inks'
import { keptWord } from '../kept-word'
import { grouped, listed, sentence } from '../names'
import type { Sign, Wording } from '../picture'
import { sign } from '../sign'
import { cutsOf, leads, type Row, rowsAt, tornOf } from './rows'

const logWords = ({ log, face }: Row, long: boolean, kept: string) => {
  const committed = log.filter((entry) => entry.committed).length
  const terms = log
    .map(({ term, value }) => (long && value ? `${term} ${value}` : `${term}`))
    .join(', ')
  return log.length ? `${face.counts ?? 'number'}s ${terms}; ${committed} ${kept}` : 'empty'
}

export const describe: Wording['describe'] = (film, at, detail) => {
  const rows = rowsAt(film, at)
  const kept = keptWord(rows)
  const groups = grouped(rows, (row) => logWords(row, detail === 'long', kept)).map(
    ([words, group]) => `the log of ${listed(group.map(({ node }) => node.name))}: ${words}`,
  )
  const leaders = rows.filter(leads)
  const who = leaders.map(({ node, word, face }) =>
    `${node.name} is ${word} of ${face.number ?? ''}`.trimEnd(),
  )
  const torn = [...tornOf(rows)].map((i) => `two entries are ${kept} in place ${i + 1}`)
  const between = cutsOf(film, rows, at).map(
    (i) => `a cut between ${rows[i]!.node.name} and ${rows[i + 1]!.node.name}`,
  )
  const all = [`Logs at ${momentWords(at)}`, ...who, ...groups, ...torn, ...between]
  return all.map(sentence).join(' ')
}

/** Of what the drawing marks as wrong. */
const wrongSigns = (torn: string | false, isCut: boolean, inks: Inks): Sign[] => {
  const line = { fill: 'none', stroke: inks.vermilion }
  const rim = <path d="M2 1h20v14H2Z" {...line} strokeWidth={2.5} strokeDasharray="6 3" />
  const wall = <path d="M1 8h22" {...line} strokeWidth={4} strokeDasharray="8 4" />
  return [
    ...(torn ? [sign(`two ${torn} in one place`, rim)] : []),
    ...(isCut ? [sign('cut', wall)] : []),
  ]
}

export const legend: Wording['legend'] = (film, at, inks = pageInks) => {
  const rows = rowsAt(film, at)
  const all = rows.flatMap(({ log }) => log)
  const longest = Math.max(0, ...rows.map(({ log }) => log.length))
  const box = (dash?: string, fill = 0, width = 2) => (
    <path
      d="M2 2h20v12H2Z"
      fill={inks.ink}
      fillOpacity={fill}
      stroke={inks.ink}
      strokeWidth={width}
      strokeDasharray={dash}
    />
  )
  const kept = keptWord(rows)
  const counts = rows[0]?.face.counts
  const bar = <path d="M9 1h5v14H9Z" fill={inks.ink} />
  return [
    ...(all.some((entry) => entry.committed) ? [sign(kept, box(undefined, 0.3, 2.5))] : []),
    ...(all.some((entry) => !entry.committed) ? [sign(`not ${kept}`, box('6 3'))] : []),
    ...(rows.some(({ log }) => log.length < longest)
      ? [sign('not yet there', box('2 4', 0, 1))]
      : []),
    ...wrongSigns(tornOf(rows).size > 0 && kept, cutsOf(film, rows, at).length > 0, inks),
    ...(counts && all.length
      ? [
          sign(
            `${counts} of the entry`,
            <text x={12} y={13} fontSize={14} fontWeight={600} textAnchor="middle" fill={inks.ink}>
              n
            </text>,
          ),
        ]
      : []),
    ...rows.filter(leads).map(({ face }) => sign(`${face.word}’s log`, bar)),
  ]
}
