// What a reader does to the operations of a history, as pure functions: a list in, a list out.

import { clients, type Entry, free, most, seats, until } from '@/lib/studies/history-entry'

export type Entries = readonly Entry[]
export type Part = 'from' | 'to' | 'all'

/** Times are whole steps of so many ms. */
export const grain = 5
const shortest = 10

const tidy = (at: number) => Math.round(at / grain) * grain
const inside = (at: number) => Math.max(0, Math.min(until, tidy(at)))

/** Moves an operation, or one of its ends, by so many ms; it stays on the axis. */
export function moved(entries: Entries, i: number, part: Part, by: number): Entries {
  const entry = entries[i]
  if (!entry) return entries
  const { from, to } = entry
  if (part === 'from')
    return entries.with(i, { ...entry, from: Math.min(inside(from + by), to - shortest) })
  if (part === 'to')
    return entries.with(i, { ...entry, to: Math.max(inside(to + by), from + shortest) })
  const shift = Math.max(-from, Math.min(until - to, tidy(by)))
  return entries.with(i, { ...entry, from: from + shift, to: to + shift })
}

export const removed = (entries: Entries, i: number): Entries => entries.toSpliced(i, 1)

const names = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eva', 'Finn'] as const

/** Values that an operation may have: who was written once is not written again. */
export function valuesFor(entries: Entries, i: number): readonly string[] {
  const entry = entries[i]
  if (entry?.type === 'read') return [free, ...names]
  const taken = entries.flatMap((it, k) =>
    it.type === 'write' && k !== i && it.seat === entry?.seat ? [it.value] : [],
  )
  return names.filter((name) => !taken.includes(name))
}

export type Field = 'type' | 'seat' | 'value'
export const choicesFor = (entries: Entries, i: number): Record<Field, readonly string[]> => ({
  type: ['read', 'write'],
  seat: seats,
  value: valuesFor(entries, i),
})

/** Changes one field; a value that cannot stay becomes the first that can. */
export function changed(entries: Entries, i: number, field: Field, value: string): Entries {
  const entry = entries[i]
  if (!entry) return entries
  const next = entries.with(i, { ...entry, [field]: value } as Entry)
  const values = valuesFor(next, i)
  if (values.includes(next[i]!.value) || values.length === 0) return next
  return next.with(i, { ...next[i]!, value: values[0]! })
}

/** Why a client gets no more, if it gets none. */
export const whyFull = (entries: Entries, client: string): string | undefined =>
  added(entries, client) !== entries
    ? undefined
    : entries.length < most
      ? `${client} has no time left`
      : `${most} are enough`

const length = 50
/** Adds a read where its client has time for it, beside others; the same list where it has not. */
export function added(entries: Entries, client: string): Entries {
  if (entries.length >= most || !(clients as readonly string[]).includes(client)) return entries
  const own = entries.filter((entry) => entry.client === client)
  const busy = (at: number) =>
    own.some(({ from, to }) => at < to + grain && from < at + length + grain)
  for (let from = until - length; from >= 0; from -= grain)
    if (!busy(from)) {
      const entry: Entry = {
        client,
        type: 'read',
        seat: seats[0],
        value: free,
        from,
        to: from + length,
      }
      return [...entries, entry]
    }
  return entries
}
