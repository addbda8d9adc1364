// What one session may rely on: the four guarantees, and PRAM and causal memory above them.

import type { Json, Operation } from '@/lib/sim/protocol'
import { type Access, accesses, inSession } from './accesses'
import { type Verdict, verdict } from './verdict'
import { all, judge, type Rule } from './view'

const session: Rule = (a, b) => (inSession(a, b) ? 'session order' : undefined)
const both = (a: Access, b: Access, write: boolean) => a.writes === write && b.writes === write

/** The writes of one session to one key are its versions, in that order. */
const versions: Rule = (a, b) => (both(a, b, true) && a.key === b.key ? session(a, b) : undefined)
const readOrder: Rule = (a, b) => (both(a, b, false) ? session(a, b) : undefined)
const ownWrites: Rule = (a, b) => (a.writes && !b.writes ? session(a, b) : undefined)
const writeOrder: Rule = (a, b) => (both(a, b, true) ? session(a, b) : undefined)

/** b was written by a session that had read a. */
const afterReading =
  (list: readonly Access[]): Rule =>
  (a, b) => {
    const reads = list.filter((r) => !r.writes && r.source === a.place)
    return a.writes && b.writes && reads.some((r) => session(r, b))
      ? 'written after reading it'
      : undefined
  }

const anyOf =
  (...rules: readonly Rule[]): Rule =>
  (a, b) => {
    for (const rule of rules) {
      const why = rule(a, b)
      if (why) return why
    }
    return undefined
  }

type Guarantee = {
  readonly says: string
  readonly rule: (list: readonly Access[]) => Rule
  /** Only a session whose reads are in order by themselves can bear witness. */
  readonly witness?: true
  /** What others have read counts too. */
  readonly causal?: true
}

const guarantees = {
  'read-your-writes': {
    says: 'every session sees what it wrote',
    rule: () => anyOf(versions, ownWrites),
  },
  'monotonic-reads': {
    says: 'no session reads a value older than one it has read',
    rule: () => anyOf(versions, readOrder),
  },
  'monotonic-writes': {
    says: 'what a session wrote is seen in the order of its writing',
    rule: () => anyOf(readOrder, writeOrder),
    witness: true,
  },
  'writes-follow-reads': {
    says: 'what was written after reading is seen after what was read',
    rule: (list) => anyOf(readOrder, afterReading(list)),
    witness: true,
  },
  pram: {
    says: 'every session sees each other session’s writes in their order',
    rule: () => session,
  },
  causal: {
    says: 'every session sees causes before their effects',
    rule: () => session,
    causal: true,
  },
} as const satisfies { readonly [name: string]: Guarantee }

export type GuaranteeName = keyof typeof guarantees

/** The verdict on what one client saw. */
function ofClient(list: readonly Access[], reader: string, it: Guarantee, initial: Json): Verdict {
  const own = list.filter((access) => access.writes || access.client === reader)
  if (it.witness) {
    const plain = judge({ list: own, rule: readOrder, initial })
    if (plain.holds === 'no') return verdict('yes', it.says, { expanded: plain.expanded })
    if (plain.holds === 'undecided') return plain
  }
  return judge({ list: it.causal ? list : own, reader, rule: it.rule(list), initial })
}

/**
 * Whether a history keeps a guarantee. Every session must have an order of all writes and its own
 * reads in which each read has the value written last, and which keeps
 * - read-your-writes: its writes before its later reads;
 * - monotonic-reads: its reads in their order;
 * - monotonic-writes: its reads, and the writes of every session, in their order;
 * - writes-follow-reads: its reads in their order, and what anybody wrote after what they had read;
 * - pram: all writes and its reads in session order (Lipton and Sandberg 1988);
 * - causal: all writes and its reads in causal order (causal memory: Ahamad et al. 1995).
 *
 * The four are those of Terry et al. 1994 as given by Viotti and Vukolić 2016, §3.4, whose
 * visibility and arbitration a history does not show: it keeps a guarantee if some choice of them
 * for each session explains it. Two things are taken as given, without which almost anything could
 * be explained. For the first two, the writes of one session to one key are versions in that order
 * (“will not return any value written before”). For the other two, which speak of what others see,
 * a session bears witness only where its own reads can be put in their order at all.
 *
 * 'undecided' for more than 40 operations, other types than reads and writes, a value written
 * twice, or when the search stops. `initial` is what keys hold at the beginning.
 */
export function guaranteed(
  history: readonly Operation[],
  name: GuaranteeName,
  initial: Json = null,
): Verdict {
  const found = accesses(history, initial)
  if ('verdict' in found) return found.verdict
  const { list } = found
  const it: Guarantee = guarantees[name]
  const clients = [...new Set(list.map((a) => a.client))]
  return all(
    clients.map((client) => ofClient(list, client, it, initial)),
    it.says,
  )
}
