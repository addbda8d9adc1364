// Which promises a history keeps: reads and writes of a few clients, judged, each with its reason.

import { linearizable } from '@/lib/checks/linearizable'
import { models } from '@/lib/checks/model'
import { sequential } from '@/lib/checks/sequential'
import { type GuaranteeName, guaranteed } from '@/lib/checks/sessions'
import type { Verdict } from '@/lib/checks/verdict'
import type { Json, Operation, Values } from '@/lib/sim/protocol'
import type { Bar, Finding, History } from './drawn'
import { clients, type Entry, free, most, seats, until } from './history-entry'
import type { Study } from './study'

/** A sale that one window still does not see after another has seen it. */
const standard: readonly Entry[] = [
  { client: 'East', type: 'write', seat: '12A', value: 'Ada', from: 40, to: 150 },
  { client: 'West', type: 'read', seat: '12A', value: 'Ada', from: 70, to: 130 },
  { client: 'North', type: 'read', seat: '12A', value: free, from: 180, to: 240 },
  { client: 'North', type: 'read', seat: '12A', value: 'Ada', from: 280, to: 340 },
]

const whole = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= until
const isName = (value: unknown) => typeof value === 'string' && /^[\p{L}\d ]{1,12}$/u.test(value)

/** Anything at all may come in by a link. */
function faultOf(value: Json): string | undefined {
  if (!Array.isArray(value) || value.length > most) return `expected at most ${most} operations`
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'object' || entry === null) return 'expected operations'
    const it = entry as { [field: string]: unknown }
    if (!(clients as readonly unknown[]).includes(it.client))
      return `expected a client of ${clients.join(', ')}`
    if (it.type !== 'read' && it.type !== 'write') return 'expected read or write'
    if (!(seats as readonly unknown[]).includes(it.seat)) return 'expected seat 12A or 12B'
    if (!isName(it.value)) return 'expected a value of 1 to 12 letters'
    if (!whole(it.from) || !whole(it.to) || (it.from as number) >= (it.to as number))
      return `expected from and to, whole numbers from 0 to ${until}`
  }
  return undefined
}

const options = {
  operations: {
    is: 'data',
    default: standard as unknown as Json,
    says: 'operations',
    fault: faultOf,
  },
} as const

const asOperation = ({ client, type, seat, value, from, to }: Entry): Operation => ({
  client,
  type,
  value: type === 'write' ? { key: seat, value } : { key: seat },
  result: type === 'read' ? value : null,
  from,
  to,
  outcome: 'ok',
})

const sessions: readonly (readonly [name: string, guarantee: GuaranteeName])[] = [
  ['causal', 'causal'],
  ['read your writes', 'read-your-writes'],
  ['monotonic reads', 'monotonic-reads'],
  ['monotonic writes', 'monotonic-writes'],
  ['writes follow reads', 'writes-follow-reads'],
]

type Judged = readonly (readonly [name: string, verdict: Verdict])[]
function judge(history: readonly Operation[]): Judged {
  const initial = { initial: free }
  return [
    ['linearizable', linearizable(history, models.kv, initial)],
    ['sequential', sequential(history, models.kv, initial)],
    ...sessions.map(([name, guarantee]) => [name, guaranteed(history, guarantee, free)] as const),
  ]
}

/** Overlapping operations of one client: a client that does two things at once is two clients. */
function overlapping(entries: readonly Entry[]): string | undefined {
  for (const a of entries)
    for (const b of entries)
      if (a !== b && a.client === b.client && a.from < b.to && b.from < a.to)
        return `${a.client} does two things at once: a client does one thing after another`
  return undefined
}

const sentence = (words: string) => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`
/** Values as a sentence quotes them, where they come as a program writes them. */
const quoted = (words: string) => words.replace(/"([^"]*)"/g, '“$1”')

function sayAll(judged: Judged): string {
  const kept = judged.filter(([, { holds }]) => holds === 'yes').map(([name]) => name)
  const broken = judged.find(([, { holds }]) => holds === 'no')
  if (!broken) return 'This history is linearizable, and so it keeps every weaker promise.'
  const first = kept.length > 0 ? `keeps the promise “${kept[0]}”, and breaks` : 'breaks even'
  const last = kept.length > 0 ? broken[0] : judged.at(-1)![0]
  return `This history ${first} “${last}”. ${sentence(quoted(broken[1].says))}`
}

const wordsOf = ({ type, seat, value }: Entry) =>
  type === 'write' ? `write ${seat} = ${value}` : `read ${seat}: ${value}`

type Data = History & { readonly verdicts: { readonly [name: string]: boolean | null } }

/** "read your writes" → "readYourWrites", as a claim has it. */
const asFact = (name: string) => name.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
const truth = { yes: true, no: false, undecided: null } as const

function compute({ operations }: Values<typeof options>): Data {
  const entries = operations as unknown as readonly Entry[]
  const fault = overlapping(entries)
  const judged = fault ? [] : judge(entries.map(asOperation))
  const broken = judged.find(([, { holds }]) => holds === 'no')
  const culprits = broken?.[1].culprits ?? []
  const bars = entries.map((entry, i): Bar => {
    const { client, from, to } = entry
    const marked = culprits.includes(i)
    return { client, from, to, says: wordsOf(entry), outcome: 'ok', ...(marked && { marked }) }
  })
  return {
    says: fault ? `${fault}.` : sayAll(judged),
    findings: judged.map(
      ([name, { holds, says }]): Finding => ({ name, holds, says: quoted(says) }),
    ),
    clients,
    until,
    bars,
    groups: [],
    edits: 'operations',
    verdicts: Object.fromEntries(judged.map(([name, { holds }]) => [asFact(name), truth[holds]])),
  }
}

/**
 * Linearizability after Herlihy and Wing 1990, sequential consistency after Lamport 1979, the rest
 * after Viotti and Vukolić 2016. A seat is `free` until somebody writes it.
 */
export const history = {
  name: 'history',
  says: 'Which promises a history keeps, and which operation breaks the others.',
  options,
  compute,
  facts: ({ verdicts }) => verdicts,
  picture: 'history',
} satisfies Study<typeof options, 'history', Data>
