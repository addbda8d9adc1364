// The quorums in words, after those of the cluster, and what their outlines mean.

import type { Film } from '@/lib/sim/film'
import type { Millis, NodeId } from '@/lib/sim/protocol'
import { legend as legendOfCluster } from '../cluster/legend'
import { describe as describeCluster } from '../cluster/words'
import { circle } from '../geometry'
import { hueOf, type Inks, pageInks } from '../inks'
import { listed, sentence } from '../names'
import type { Sign, Wording } from '../picture'
import { sign } from '../sign'
import { dashes, quorumsAt, standing } from './found'

const words = (film: Film, at: Millis): string[] => {
  const quorums = quorumsAt(film, at)
  const name = (id: NodeId) => film.names[id - 1]!
  const all = standing(quorums).map((ids) => `a quorum of ${listed(ids.map(name))}`)
  if (all.length < 2) return all
  const { both } = quorums
  return [...all, both.length ? `${listed(both.map(name))} in both` : 'nobody stands in both']
}

export const describe: Wording['describe'] = (film, at, detail) =>
  [describeCluster(film, at, detail), ...words(film, at).map(sentence)].join(' ')

const signs = (film: Film, at: Millis, inks: Inks): Sign[] => {
  const quorums = quorumsAt(film, at)
  const count = standing(quorums).length
  const around = (i: number) => (
    <path
      d={circle(12, 8, 6)}
      fill={hueOf(inks, i + 1)}
      fillOpacity={0.15}
      stroke={hueOf(inks, i + 1)}
      strokeWidth={2}
      strokeDasharray={dashes[i % 3]}
    />
  )
  const { quorums: of = [] } = film.protocol
  return [
    ...quorums.all.flatMap((ids, i) =>
      ids.length ? [sign(of[i] ? `quorum of ${of[i]}` : 'a quorum', around(i))] : [],
    ),
    ...(quorums.both.length
      ? [sign('in both quorums', <path d={circle(12, 8, 6)} fill={inks.ink} />)]
      : []),
    ...(count > 1 && !quorums.both.length
      ? [
          sign(
            'nobody in both',
            <path d="M9 1v14M15 1v14" stroke={inks.vermilion} strokeWidth={3} />,
          ),
        ]
      : []),
  ]
}

export const legend: Wording['legend'] = (film, at, inks = pageInks) => [
  ...legendOfCluster(film, at, inks),
  ...signs(film, at, inks),
]
