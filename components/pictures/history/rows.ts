// The operations of a history, each with its place: a band for a client, rows where they overlap.

import { type Film, historyAt } from '@/lib/sim/film'
import type { Json, Millis, Operation } from '@/lib/sim/protocol'
import { named } from '@/lib/sim/scenario'
import { textWidth } from '../lettering'

export type Bar = {
  readonly op: Operation
  /** As it stood at the moment: an operation that had not ended yet is pending. */
  readonly outcome: 'pending' | 'ok' | 'fail' | 'unknown'
  readonly says: string
  readonly row: number
  readonly client: number
  /** Where its words begin. */
  readonly left: number
}
export type Rows = {
  readonly clients: readonly string[]
  readonly bars: readonly Bar[]
  /** How many rows each client has. */
  readonly depth: readonly number[]
}

export const outcomeWords = {
  pending: 'pending',
  ok: 'done',
  fail: 'refused',
  unknown: 'no answer',
} as const

const said = (value: Json): string =>
  value === null || value === '' ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** "read 12A: Ada, done". */
export const wordsOf = (film: Film, op: Operation, outcome: Bar['outcome']) => {
  const [value, result] = [said(op.value), outcome === 'ok' ? said(op.result) : '']
  const what = [op.type, value].filter(Boolean).join(' ')
  const empty = outcome === 'ok' && !value && !result
  const gives = empty
    ? `${what}: nothing`
    : result && result !== value
      ? `${what}: ${result}`
      : what
  const how = (outcome === 'ok' && op.amiss) || outcomeWords[outcome]
  return named(`${gives}, ${how}`, film.names)
}

const keyOf = ({ client, type, value, from }: Operation) =>
  JSON.stringify([client, type, value, from])

/** Every operation of the film, so that nothing moves; each as it stands at `at`. */
export const rowsOf = (
  film: Film,
  at: Millis,
  along: (at: Millis) => number,
  size: number,
  most = Infinity,
): Rows => {
  const all = historyAt(film, film.until)
  const now = new Map(historyAt(film, at).map((op) => [keyOf(op), op]))
  const poster = along(film.scenario.poster)
  /** Words stay inside, and off the playhead of the still. */
  const leftOf = (x: number, wide: number) => {
    const inside = Math.max(0, Math.min(x, most - wide))
    return inside < poster + 4 && inside + wide > poster - 4 ? poster - 6 - wide : inside
  }
  const clients = film.names.filter((name) => all.some((op) => op.client === name))
  const ends: number[][] = clients.map(() => [])
  const bars = all.map((final): Bar => {
    const op = now.get(keyOf(final)) ?? final
    const ended = op.to !== null && op.to <= at
    const outcome = ended ? op.outcome : 'pending'
    const says = wordsOf(film, op, outcome)
    const client = clients.indexOf(op.client)
    const widest = Math.max(
      textWidth(says, size),
      textWidth(wordsOf(film, final, final.outcome), size),
    )
    const left = leftOf(along(final.from), widest)
    const right = Math.max(along(final.to ?? film.until), left + widest) + 12
    const rows = ends[client]!
    const free = rows.findIndex((end) => end <= Math.min(left, along(final.from)))
    const row = free < 0 ? rows.length : free
    rows[row] = right
    return { op: { ...op, to: ended ? op.to : final.to }, outcome, says, row, client, left }
  })
  return { clients, bars, depth: ends.map((rows) => Math.max(1, rows.length)) }
}
