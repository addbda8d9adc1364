'use client'
// Inside a node or a message: what a picture shows of it first, then every field, changes marked.

import type { ReactNode } from 'react'
import {
  eventAt,
  type Film,
  factsAt,
  glyphOf,
  lastEvent,
  messageAt,
  readsOf,
  stateAfter,
  worldAt,
} from '@/lib/sim/film'
import type { Facts, Millis, NodeId } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import type { Message } from '@/lib/sim/world'
import { spelled } from '@/lib/studies/study'
import { filmOf, nodeWords } from './node-words'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode =>
  props.about.message === undefined ? <InNode {...props} /> : <InMessage {...props} />

/** The last two events that called a rule of a node, the latest first. */
export function lastCalls(film: Film, at: Millis, node: NodeId): readonly number[] {
  const found: number[] = []
  for (let i = lastEvent(film, at); i >= 0 && found.length < 2; i--)
    if (film.reel.node.data[i] === node && stateAfter(film, i) !== undefined) found.push(i)
  return found
}

export type Field = {
  readonly name: string
  readonly is: string
  readonly was?: string | undefined
}
/** A value as people read it; thousandths are fine enough. */
function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return `${Number(value.toFixed(3))}`
  if (typeof value !== 'object' || value === null) return `${value ?? ''}` || 'none'
  if (Array.isArray(value)) {
    const apart = value.some((one) => typeof one === 'object') ? '; ' : ', '
    return value.map(text).join(apart) || 'none'
  }
  const parts = Object.entries(value).map(([name, one]) => `${spelled(name)} ${text(one)}`)
  return parts.join(', ') || 'none'
}

/** A state's fields; `was` stands where the last event changed one. */
export function fieldsOf(state: unknown, before: unknown): readonly Field[] {
  if (typeof state !== 'object' || state === null) return [{ name: 'state', is: text(state) }]
  const old = (typeof before === 'object' && before !== null ? before : {}) as Record<
    string,
    unknown
  >
  return Object.entries(state).map(([name, value]) => {
    const [is, was] = [text(value), text(old[name])]
    return before === undefined || is === was ? { name, is } : { name, is, was }
  })
}

/** Facts that are one value each; lists and tables are for pictures. */
const plain = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value === null || typeof value !== 'object'),
  )

/** Just before an event, so that what it changed can be told. */
const momentBefore = (film: Film, index: number): Millis =>
  Math.max(0, film.reel.at.data[index]! - 0.001)

/** The facts of a moment; `was` stands where an event has changed one, and nothing has since. */
export function factsOf(film: Film, now: Millis, last: number | undefined): readonly Field[] {
  const facts = plain(factsAt(film, now))
  if (last === undefined) return fieldsOf(facts, undefined)
  const before = factsAt(film, momentBefore(film, last))
  const after = factsAt(film, film.reel.at.data[last]!)
  const names = Object.keys(facts).filter((name) => after[name] === facts[name])
  return fieldsOf(facts, { ...facts, ...Object.fromEntries(names.map((n) => [n, before[n]!])) })
}

function InNode({ run, about, close, open }: SheetProps) {
  const { node = 1 } = about
  const film = filmOf(run, about.element)
  const now = Math.min(run.head.at, film.until)
  const world = worldAt(film, now)
  const { timers, up } = world.nodes[node - 1]!
  const [last, before] = lastCalls(film, now, node)
  const state = last === undefined ? undefined : stateAfter(film, last)
  const fields = fieldsOf(state, before === undefined ? undefined : stateAfter(film, before))
  const running = timers.map(({ name, due }) => ({
    name: `timer ${name}`,
    is: `runs out in ${momentWords(due - now)}`,
  }))
  const facts = factsOf(film, now, last)
  const clock = { name: 'its clock', is: momentWords(readsOf(film, world, node)) }
  return (
    <Sheet title={nodeWords(film, now, node)} anchor={about.element} onClose={close}>
      <Table says="Facts of the run" fields={facts} />
      <Table
        says={`Fields of ${film.names[node - 1]}`}
        fields={[...(up ? [clock, ...running] : []), ...fields]}
      />
      {last !== undefined && film === run.film && (
        <button
          type="button"
          className={`${row} border-t border-hair`}
          onClick={() => open('why', { event: last })}
        >
          Why is it so? Its last event
        </button>
      )}
    </Sheet>
  )
}

/** What has become of a message; whoever is paused lets it wait. */
export function fateWords(film: Film, { due, until, fate, to }: Message, at: Millis): string {
  if (until <= at && fate !== 'flying') return fate
  return due <= at ? `waits: ${film.names[to - 1]} is paused` : `due in ${momentWords(due - at)}`
}

function InMessage({ run, about, close, open }: SheetProps) {
  const { film, head } = run
  const id = about.message!
  const message = messageAt(film, id)
  const [from, to] = [film.names[message.from - 1], film.names[message.to - 1]]
  const { word } = glyphOf(film, message)
  const fields = [
    { name: 'sent', is: momentWords(message.sent) },
    { name: 'now', is: fateWords(film, message, head.at) },
    ...fieldsOf(message.body, undefined),
  ]
  const sender = film.reel.messages.event.data[id]!
  return (
    <Sheet title={`${word}, from ${from} to ${to}`} onClose={close}>
      <Table fields={fields} />
      <button
        type="button"
        className={`${row} border-t border-hair`}
        onClick={() => open('why', { event: eventAt(film, sender).index })}
      >
        Why was it sent?
      </button>
    </Sheet>
  )
}

const Table = ({ fields, says }: { fields: readonly Field[]; says?: string }) => (
  <table className="w-full border-t border-hair">
    {says && <caption className="px-4 pt-1 text-left text-soft italic">{says}</caption>}
    <tbody>
      {fields.map(({ name, is, was }) => (
        <tr key={name} className="align-top">
          <th scope="row" className="py-1 pr-3 pl-4 text-left font-normal text-soft">
            {spelled(name)}
          </th>
          <td className="py-1 pr-4 break-words tabular-nums">
            {was === undefined ? is : <b className="font-semibold">{is}</b>}
            {was !== undefined && <i className="block text-soft">was {was}</i>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
