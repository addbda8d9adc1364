// What the shapes of a cluster mean: only those that are in the drawing.

import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { arc, circle } from '../geometry'
import { answerPath, barsPath, crossPath, hatchPath, shapePath } from '../glyphs'
import { type Inks, pageInks } from '../inks'
import { grouped } from '../names'
import type { Sign } from '../picture'
import { sign } from '../sign'
import { type Scene, type SeenMessage, sceneAt } from './seen'

const middle = { x: 12, y: 8 }
const ringed = (d: string, hue: string, dash?: string) => (
  <path d={d} fill="none" stroke={hue} strokeWidth={2} strokeDasharray={dash} />
)

const roleSigns = ({ nodes }: Scene, inks: Inks): Sign[] => {
  const up = nodes.filter(({ node }) => node.up && !node.paused)
  const many = nodes.length > 9
  return grouped(up, ({ face }) => `${face.mood} ${face.word}`)
    .filter(([words]) => many || !words.startsWith('calm'))
    .map(([, [one]]) => {
      const { mood, word } = one!.face
      if (many) {
        const fill = { calm: 0, busy: 0.45, proud: 1, ill: 0 }[mood]
        return sign(
          word,
          <path
            d={circle(12, 8, 5)}
            fill={inks.ink}
            fillOpacity={fill}
            stroke={inks.ink}
            strokeWidth={1.5}
          />,
        )
      }
      if (mood === 'proud') return sign(word, ringed(circle(12, 8, 7) + circle(12, 8, 4), inks.ink))
      return sign(
        word,
        ringed(
          circle(12, 8, 6.5),
          mood === 'ill' ? inks.vermilion : inks.ink,
          mood === 'ill' ? '2 3' : '4 3',
        ),
      )
    })
}

const messageSigns = (messages: readonly SeenMessage[], inks: Inks): Sign[] =>
  grouped(messages, ({ glyph }) => `${glyph.word}${glyph.answer ? `: ${glyph.answer}` : ''}`).map(
    ([words, [one]]) => {
      const { shape, answer } = one!.glyph
      return sign(
        words,
        <>
          <path d={shapePath(shape, 5.5, 12, 8)} fill={inks.ink} />
          <path d={answerPath(answer, 3.3, 12, 8)} stroke={inks.panel} strokeWidth={1.6} />
        </>,
      )
    },
  )

const deathSigns = (messages: readonly SeenMessage[], inks: Inks): Sign[] => {
  const says = { lost: 'lost', cut: 'stopped by the wall', unheard: 'not heard' } as const
  return grouped(messages, ({ message }) => says[message.fate as keyof typeof says]).map(
    ([words]) => {
      const cross = words !== says.unheard && crossPath(6, 12, 8)
      return sign(
        words,
        <>
          <path d={circle(12, 8, 5)} fill="none" stroke={inks.ink} strokeWidth={1.5} />
          {cross && <path d={cross} stroke={inks.vermilion} strokeWidth={1.8} />}
        </>,
      )
    },
  )
}

export const legend = (film: Film, at: Millis, inks: Inks = pageInks): Sign[] => {
  const scene = sceneAt(film, at)
  const { nodes, messages, world } = scene
  const dead = messages.filter(({ message }) => message.fate !== 'flying')
  const flying = messages.filter(({ message }) => message.fate === 'flying')
  const few = nodes.length <= 9
  const some = (test: (one: (typeof nodes)[number]) => unknown) => nodes.some(test)
  const has: (Sign | false)[] = [
    some(({ node }) => !node.up) &&
      sign(
        'down',
        <>
          {ringed(circle(12, 8, 7), inks.grey)}
          {ringed(hatchPath(7, 12, 8, 4), inks.grey)}
        </>,
      ),
    some(({ node }) => node.paused) &&
      sign('paused', <path d={barsPath(5, 12, 8)} stroke={inks.ink} strokeWidth={3} />),
    few &&
      some(({ node }) => node.up && node.timers.length) &&
      sign(
        'time left',
        <path d={arc(middle, 6, 0.7)} fill="none" stroke={inks.grey} strokeWidth={2.5} />,
      ),
    few &&
      some(({ node, face }) => node.up && face.votes) &&
      sign(
        'votes had',
        <>
          <path d={circle(5, 8, 3.5) + circle(19, 8, 3.5)} fill="none" stroke={inks.ink} />
          <path d={circle(5, 8, 3.5)} fill={inks.ink} />
        </>,
      ),
    few &&
      some(({ face }) => face.log?.length) &&
      sign(
        'log: full is committed',
        <>
          <rect x={1} y={4} width={9} height={9} fill={inks.ink} stroke={inks.ink} />
          <rect x={13} y={4} width={9} height={9} fill="none" stroke={inks.ink} />
        </>,
      ),
    world.cuts.length > 0 &&
      sign(
        'cut',
        <path d="M1 8h22" stroke={inks.vermilion} strokeWidth={4} strokeDasharray="8 4" />,
      ),
  ]
  return [
    ...roleSigns(scene, inks),
    ...has.filter((one) => one !== false),
    ...messageSigns(flying, inks),
    ...deathSigns(dead, inks),
  ]
}
