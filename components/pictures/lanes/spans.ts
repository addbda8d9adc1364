// How each node's face changes over a page: the spans of its lane.

import { eventAt, type Film, lastEvent, stateAfter, worldAt } from '@/lib/sim/film'
import type { Face, Millis } from '@/lib/sim/protocol'
import type { Event, World } from '@/lib/sim/world'
import { faceAfter, faceIn, hueNumber } from '../hue'
import type { Page } from './page'

export type Span = {
  readonly from: Millis
  readonly to: Millis
  readonly face: Face
  readonly up: boolean
  readonly paused: boolean
  readonly hue: number | undefined
  /** What is new in it, in words; '' where nothing is worth a label. */
  readonly says: string
  /** The event that began it; -1 for what was so when the page begins. */
  readonly event: number
}

const wordOf = ({ face, up, paused }: Omit<Span, 'says'>) =>
  !up ? 'down' : paused ? 'paused' : face.word

/** Of all that is held what was not held before; where nothing is new, all of it. */
const newOf = (holds: string | undefined, before = '') => {
  const known = before.split(', ')
  return (
    holds
      ?.split(', ')
      .filter((one) => !known.includes(one))
      .join(', ') || holds
  )
}

/** "candidate 2", "term 3", "down", "12A: Ada": only what differs from before. */
const newsOf = (span: Omit<Span, 'says'>, before: Span | undefined, role?: string) => {
  const { number, holds, mood, counts = '' } = span.face
  const word = wordOf(span)
  const odd = !span.up || span.paused || mood !== 'calm'
  const named = [word, span.up && !span.paused && number].filter((n) => n || n === 0).join(' ')
  if (!before) return odd ? named : ''
  const held = holds !== before.face.holds && span.up ? newOf(holds, before.face.holds) : undefined
  if (odd && word !== wordOf(before)) return [named, held].filter(Boolean).join(', ')
  const turned = number !== before.face.number && number !== undefined
  const news = turned ? (odd ? named : `${counts} ${number}`.trim()) : ''
  const fell = !odd && before.face.mood !== 'calm' && word !== wordOf(before) && word !== role
  return [news || (fell && word), held].filter(Boolean).join(', ')
}

const same = (a: Omit<Span, 'says'>, b: Span) =>
  wordOf(a) === wordOf(b) &&
  a.face.mood === b.face.mood &&
  a.face.number === b.face.number &&
  a.face.holds === b.face.holds &&
  a.up === b.up

/** What turns a node off or on; the world after it says how. A crash ends with a wake. */
const isTurn = ({ kind, type }: Event) =>
  kind === 'wake' || ((kind === 'line' || kind === 'end') && (type === 'crash' || type === 'pause'))

/** The spans of every node of a page; `world` is as the page begins. */
export const spansOf = (film: Film, page: Page, world: World): Span[][] => {
  const all = world.nodes.map(({ id, up, paused }): Span[] => {
    const face = faceIn(film, world, id)
    const hue = up ? hueNumber(film, id, face) : undefined
    const first = { from: page.from, to: page.to, face, up, paused, hue, event: -1 }
    return [{ ...first, says: newsOf(first, undefined) }]
  })
  const add = (event: Event, lane: Span[], next: Partial<Span>) => {
    const last = lane.at(-1)!
    const { at: from, index } = event
    const span = { ...last, ...next, from, to: page.to, event: index }
    const hue = span.up ? hueNumber(film, event.node, span.face) : undefined
    if (same(span, last)) return
    lane[lane.length - 1] = { ...last, to: from }
    lane.push({ ...span, hue, says: newsOf(span, last, film.roles[event.node - 1]) })
  }
  for (let i = lastEvent(film, page.from) + 1; i < film.length; i++) {
    const event = eventAt(film, i)
    if (event.at > page.to) break
    const lane = all[event.node - 1]
    if (!lane) continue
    const { up, paused } = isTurn(event)
      ? worldAt(film, event.at).nodes[event.node - 1]!
      : lane.at(-1)!
    const state = stateAfter(film, i)
    const shown = { ...world, at: event.at }
    const face = state === undefined ? {} : { face: faceAfter(film, shown, event.node, state) }
    add(event, lane, { up, paused, ...face })
  }
  return all
}
