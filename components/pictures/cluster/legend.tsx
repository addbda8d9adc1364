// What the shapes of a cluster mean: only those that are in the drawing.

import type { ReactNode, SVGProps } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Face, Millis } from '@/lib/sim/protocol'
import { arc, circle } from '../geometry'
import { answerPath, barsPath, crossPath, hatchPath, shapePath } from '../glyphs'
import { type Inks, pageInks } from '../inks'
import { keptWord } from '../kept-word'
import { textWidth } from '../lettering'
import { letters } from '../letters'
import { fateWords, glyphWords, grouped } from '../names'
import type { Sign } from '../picture'
import { sign } from '../sign'
import { outline } from './body'
import { fills } from './dot'
import { mostNamed } from './place'
import { type Scene, type SeenMessage, type SeenNode, sceneAt } from './seen'

const stroke = (d: string, ink: string, more: SVGProps<SVGPathElement> = {}) => (
  <path key={d} d={d} fill="none" stroke={ink} strokeWidth={2} {...more} />
)
const middle = { x: 12, y: 8 }
const ring = (r: number) => circle(12, 8, r)

/** In the outline of its kind: who is drawn square is square here. */
const roleMark = (mood: Face['mood'], kind: number, inks: Inks): ReactNode => {
  const body = (r: number, ink: string, dash?: string) => (
    <rect
      key={r}
      {...outline(r, kind, middle)}
      fill="none"
      stroke={ink}
      strokeWidth={2}
      strokeDasharray={dash}
    />
  )
  if (mood === 'proud') return [body(7, inks.ink), body(4, inks.ink)]
  return mood === 'ill' ? body(6.5, inks.vermilion, '2 3') : body(6.5, inks.ink, '4 3')
}
const dotMark = (mood: Face['mood'], inks: Inks) =>
  stroke(ring(5), inks.ink, { fill: inks.ink, fillOpacity: fills[mood] })

const roleSigns = ({ nodes }: Scene, inks: Inks): Sign[] => {
  const up = nodes.filter(({ node }) => node.up && !node.paused)
  const many = nodes.length > 9
  return grouped(up, ({ face, kind }) => `${face.mood} ${face.word}${many ? '' : kind}`)
    .filter(([words]) => many || !words.startsWith('calm'))
    .map(([, [one]]) => {
      const { face, kind } = one!
      return sign(face.word, many ? dotMark(face.mood, inks) : roleMark(face.mood, kind, inks))
    })
}

/** Whether a word is too long to stand inside a node. */
const isLong = (counts = '') => textWidth(counts, 1) > 4

/** What may be seen of a node besides its role. */
const nodeSigns = ({ nodes }: Scene, inks: Inks): Sign[] => {
  const some = (test: (one: SeenNode) => unknown) => nodes.some(test)
  const few = nodes.length <= 9
  const down = [stroke(ring(7), inks.grey), stroke(hatchPath(7, 12, 8, 4), inks.grey)]
  const pips = [
    stroke(circle(19, 8, 3.5), inks.ink, { strokeWidth: 1 }),
    <path key="had" d={circle(5, 8, 3.5)} fill={inks.ink} />,
  ]
  const cells = [
    <path key="full" d="M2 4h9v9h-9Z" fill={inks.ink} />,
    stroke('M14 4h8v8h-8Z', inks.ink, { strokeWidth: 1.5 }),
  ]
  const [long] = nodes.flatMap(({ face: { counts } }) => (isLong(counts) ? [counts] : []))
  const counts = few && long
  const all: readonly (readonly [seen: unknown, says: string, mark: ReactNode])[] = [
    [some(({ node }) => !node.up), 'down', down],
    [
      some(({ node }) => node.paused),
      'paused',
      stroke(barsPath(5, 12, 8), inks.ink, { strokeWidth: 3 }),
    ],
    [
      few && some(({ node }) => node.up && node.timers.length),
      'time left',
      stroke(arc(middle, 6, 0.7), inks.grey),
    ],
    [few && some(({ node, face }) => node.up && face.votes), 'votes had', pips],
    [
      few && some(({ node, face }) => node.up && face.votes?.includes('no')),
      'vote refused',
      stroke(crossPath(3, 12, 8), inks.ink, { strokeWidth: 1.6 }),
    ],
    [few && some(({ face }) => face.log?.length), `log: full is ${keptWord(nodes)}`, cells],
    [counts, `number: ${counts}`, letters(12, 13, 'n', inks.ink, { anchor: 'middle', as: 'name' })],
  ]
  return all.filter(([seen]) => seen).map(([, says, mark]) => sign(says, mark))
}

const messageSigns = (messages: readonly SeenMessage[], inks: Inks): Sign[] =>
  grouped(messages, ({ glyph }) => glyphWords(glyph)).map(([words, [one]]) => {
    const { shape, answer } = one!.glyph
    const mark = <path key="shape" d={shapePath(shape, 5.5, 12, 8)} fill={inks.ink} />
    return sign(words, [mark, stroke(answerPath(answer, 3.3, 12, 8), inks.panel)])
  })

/** Among dots, as small as it is, its tail tells; routine is hollow, and answers are not seen. */
const smallSigns = (messages: readonly SeenMessage[], inks: Inks): Sign[] =>
  grouped(messages, ({ glyph }) => glyph.word).map(([words, [one]]) => {
    const { shape, routine } = one!.glyph
    const fill = routine ? inks.panel : inks.ink
    const tail = stroke('M1 8h16', inks.ink, { strokeOpacity: 0.5 })
    return sign(words, [tail, stroke(shapePath(shape, 4, 17, 8), inks.ink, { fill })])
  })

const deathSigns = (messages: readonly SeenMessage[], inks: Inks): Sign[] =>
  grouped(messages, ({ message }) => fateWords[message.fate as keyof typeof fateWords]).map(
    ([words]) => {
      const cross = words === fateWords.unheard ? '' : crossPath(6, 12, 8)
      return sign(words, [stroke(ring(5), inks.ink), stroke(cross, inks.vermilion)])
    },
  )

export const legend = (film: Film, at: Millis, inks: Inks = pageInks): Sign[] => {
  const scene = sceneAt(film, at)
  const alive = ({ message }: SeenMessage) => message.fate === 'flying'
  const flying = scene.messages.filter(alive)
  const wall = stroke('M1 8h22', inks.vermilion, { strokeWidth: 4, strokeDasharray: '8 4' })
  return [
    ...roleSigns(scene, inks),
    ...nodeSigns(scene, inks),
    ...(scene.world.cuts.length > 0 ? [sign('cut', wall)] : []),
    ...(scene.nodes.length > mostNamed ? smallSigns : messageSigns)(flying, inks),
    ...deathSigns(
      scene.messages.filter((one) => !alive(one)),
      inks,
    ),
  ]
}
