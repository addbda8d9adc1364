// The lanes in words: what changed on them, and when, from the same layout as the drawing.

import type { Film } from '@/lib/sim/film'
import { messageAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { counted, fateWords, grouped, listed, sentence } from '../names'
import type { Wording } from '../picture'
import { alikeWords } from './alike'
import { type Layout, layoutOf } from './layout'
import { apartWords } from './past'

type Change = {
  readonly name: string
  readonly at: Millis
  readonly says: string
  readonly loud: boolean
}

/** Every change with a label, up to the moment, in order. */
const changesOf = (film: Film, { shown, spans, plot }: Layout, at: Millis): Change[] =>
  spans
    .flatMap((lane, k) =>
      lane.flatMap(({ from, says, face, up, paused }) => {
        const loud = !up || paused || face.mood !== 'calm'
        const name = film.names[shown[k]! - 1]!
        return says && from <= at ? [{ name, at: Math.max(from, plot.page.from), says, loud }] : []
      }),
    )
    .sort((a, b) => a.at - b.at)

const changeWords = ({ name, says, at }: Change) => `${name}: ${says} at ${momentWords(at)}`

const most = 8
/** The latest that matter most; where none is loud, the latest. */
const chief = (changes: readonly Change[]) => {
  const loud = changes.filter((one) => one.loud)
  return (loud.length ? loud : changes).slice(-most)
}

const messagesWords = (film: Film, { arrows }: Layout, at: Millis) => {
  const sent = arrows.filter(({ message }) => messageAt(film, message).sent <= at)
  const words = grouped(sent, ({ glyph, fate, message }) => {
    const met = messageAt(film, message).until <= at
    const end = met ? fateWords[fate as keyof typeof fateWords] : undefined
    return [glyph.word, glyph.answer && `(${glyph.answer})`, end].filter(Boolean).join(' ')
  }).map(([says, group]) => `${group.length} × ${says}`)
  return sent.length ? [`${counted(sent.length, 'message')}: ${words.join(', ')}`] : []
}

/** Whose lanes have a band, and what lies outside of one. */
const bandWords = ({ names }: Film, { alike, past, shown }: Layout) => {
  const named = (lanes: readonly { readonly lane: number }[]) =>
    listed(lanes.map(({ lane }) => names[shown[lane]! - 1]!))
  return [
    ...(alike.length ? [`${alikeWords}: ${named(alike)}`] : []),
    ...(past?.apart ?? []).map(
      (one) => `${named([one])} at ${momentWords(one.at)}: ${apartWords} the last event`,
    ),
  ]
}

export const describe: Wording['describe'] = (film, at, detail, films) => {
  const layout = layoutOf(film, at, 'wide', films)
  const { shown, plot } = layout
  const changes = changesOf(film, layout, at)
  const told = detail === 'long' ? changes : chief(changes)
  const of =
    shown.length < film.names.length ? `${shown.length} of ${film.names.length}` : shown.length
  const { from, to } = plot.page
  const stretch = `${momentWords(from)} to ${momentWords(to)}`
  const head = `Space-time diagram of ${of} nodes, ${stretch}, seen at ${momentWords(at)}`
  const what = told.length ? [told.map(changeWords).join('; ')] : []
  const names =
    detail === 'long' ? [`lanes of ${listed(shown.map((id) => film.names[id - 1]!))}`] : []
  const all = [head, ...names, ...bandWords(film, layout), ...what]
  return [...all, ...messagesWords(film, layout, at)].map(sentence).join(' ')
}
