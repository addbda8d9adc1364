// The messages of a page as arrows: from sending to receiving, or to where each of them dies.

import { type Film, glyphOf, messageAt, walls } from '@/lib/sim/film'
import type { Glyph, Millis, NodeId } from '@/lib/sim/protocol'
import type { Fate, World } from '@/lib/sim/world'
import { groupsOf } from '../cluster/links'
import { between, clamp, type Point, type Segment } from '../geometry'
import { sentNumber } from '../hue'
import type { Plot } from './plot'

export type Arrow = {
  readonly message: number
  readonly line: Segment
  readonly glyph: Glyph
  readonly hue: number | undefined
  readonly fate: Fate
  /** Cut off by an edge of the page: no head. */
  readonly open: boolean
}
export type Wall = { readonly from: Millis; readonly to: Millis; readonly after: number }

/** A wall runs along time, in the middle between two lanes. */
export const wallLine = ({ point }: Plot, { from, to, after }: Wall): Segment => {
  const at = (when: Millis) => between(point(when, after), point(when, after + 1), 0.5)
  return [at(from), at(to)]
}

/** Walls between neighbouring lanes, where the groups of a cut are runs of lanes. */
export const wallsOf = (film: Film, shown: readonly NodeId[], { page }: Plot): Wall[] =>
  walls(film).flatMap(({ cut, from, to }) => {
    if (!('groups' in cut) || from > page.to || to < page.from) return []
    const groups = groupsOf(cut, film.names.length)
    const sides = shown.map((id) => groups.findIndex((group) => group.includes(id)))
    const gaps = sides.flatMap((side, i) =>
      i + 1 < sides.length && side !== sides[i + 1] ? [i] : [],
    )
    const runs = sides.every(
      (side, i) => side >= 0 && (side === sides[i - 1] || sides.indexOf(side) === i),
    )
    const lone = groups.some((group) => group.length === 1)
    if (!runs && !(lone && gaps.length <= 2)) return []
    return gaps.map((after) => ({
      from: Math.max(from, page.from),
      to: Math.min(to, page.to),
      after,
    }))
  })

const wayToWall = (a: number, b: number, at: Millis, found: readonly Wall[]) => {
  const hit = found.find(
    ({ from, to, after }) =>
      from <= at && at <= to && after >= Math.min(a, b) && after < Math.max(a, b),
  )
  return hit ? (hit.after + 0.5 - a) / (b - a) : 0.5
}

/** Where on its way a message ended: 1 if it was received. */
const endOf = (
  film: Film,
  id: number,
  lanes: readonly [number, number],
  found: readonly Wall[],
) => {
  const { fate, sent, due, until } = messageAt(film, id)
  // Never upon a lane in the middle, whose node would seem to have got it.
  const far = Math.abs(lanes[1] - lanes[0])
  if (fate === 'lost') return far % 2 ? 0.5 : 0.5 + 0.5 / far
  if (fate !== 'cut') return 1
  return Math.max(wayToWall(...lanes, until, found), (until - sent) / (due - sent || 1))
}

/** Arrows of whatever is not routine, and of routine messages that died. */
export const arrowsOf = (
  film: Film,
  plot: Plot,
  shown: readonly NodeId[],
  world: World,
  found: readonly Wall[],
): Arrow[] => {
  const { from, to } = plot.page
  const { sent, due, bodies } = film.reel.messages
  const arrows: Arrow[] = []
  for (let id = 0; id < bodies.length; id++) {
    if (sent.data[id]! > to || due.data[id]! < from) continue
    const message = messageAt(film, id)
    const glyph = glyphOf(film, message)
    const lanes = [shown.indexOf(message.from), shown.indexOf(message.to)] as const
    const boring = glyph.routine && (message.fate === 'arrived' || message.fate === 'flying')
    if (boring || lanes[0] < 0 || lanes[1] < 0) continue
    const received = message.fate === 'arrived' ? message.until : message.due
    const [a, b] = [plot.point(message.sent, lanes[0]), plot.point(received, lanes[1])]
    const end = endOf(film, id, lanes, found)
    const [first, last] = clipped(plot, a, between(a, b, end))
    const open = last < 1
    const line = [between(a, b, first * end), between(a, b, last * end)] as const
    const hue = sentNumber(film, world, message)
    arrows.push({ message: id, line, glyph, hue, fate: message.fate, open })
  }
  return arrows
}

/** The part of the way that lies on the page. */
export const clipped = ({ down, inside }: Plot, a: Point, b: Point): [number, number] => {
  const [from, to] = down ? [a.y, b.y] : [a.x, b.x]
  const [least, most] = down ? [inside[1], inside[3]] : [inside[0], inside[2]]
  const way = (edge: number) => (to === from ? 0 : (edge - from) / (to - from))
  return [from < least ? clamp(way(least), 0, 1) : 0, to > most ? clamp(way(most), 0, 1) : 1]
}
