// Who is silent is suspected: after a fixed time, or when the silence has become unlikely
// (φ accrual: Hayashibara et al. 2004).

import { sqrt } from '@/lib/sim/curves'
import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { deviationsFor, moments } from '@/lib/values/phi'

/** What one node knows of another: its last beat, when that came, and the gaps before it. */
type Watched = {
  readonly nth: number
  readonly heard: Millis
  readonly gaps: readonly Millis[]
  /** Since when it is suspected, for those who look on; null while it is not. */
  readonly suspected: Millis | null
}
export type State = {
  /** How often it has beaten, on disk, and when it last did, for those who look on. */
  readonly beats: number
  readonly beat: Millis
  readonly others: { readonly [id: NodeId]: Watched }
  /** How often it has suspected somebody, and how often that one was heard again. */
  readonly suspicions: number
  readonly revoked: number
}
type Messages = { beat: { readonly nth: number } }

const options = {
  every: { is: 'number', from: 1, to: 60_000, default: 100, says: 'a beat every, ms' },
  detector: {
    is: 'choice',
    of: ['fixed silence', 'φ accrual'],
    default: 'fixed silence',
    says: 'suspects by',
  },
  timeout: { is: 'number', from: 1, to: 600_000, default: 250, says: 'silence allowed, ms' },
  threshold: { is: 'number', from: 0.1, to: 100, step: 0.1, default: 8, says: 'φ allowed' },
  window: { is: 'number', from: 2, to: 1000, default: 100, says: 'gaps remembered' },
  least: { is: 'number', from: 0.1, to: 60_000, default: 10, says: 'least deviation, ms' },
} as const satisfies Options

export type Heartbeat = {
  state: State
  messages: Messages
  timers: 'beat' | 'look'
  options: typeof options
  commands: Record<never, never>
  roles: 'node' | 'watcher'
}
type At = Here<Heartbeat>
type Rule = Step<Heartbeat>

const audience = (here: At) => (here.roles.watcher.length ? here.roles.watcher : here.peers)
/** Whom one watches: with watchers about, they watch the nodes; else all watch each other. */
const watchedBy = (here: At) =>
  here.role === 'watcher' ? here.roles.node : here.roles.watcher.length ? [] : here.peers

/** After how long a silence one is suspected: a function of the gaps that came before it. */
export const allowance = (here: At): ((gaps: readonly Millis[]) => Millis) => {
  const { detector, timeout, threshold, every, least } = here.options
  if (detector === 'fixed silence') return () => timeout
  const deviations = deviationsFor(threshold)
  return (gaps) => {
    const known = gaps.length > 1 ? moments(gaps) : { mean: every, variance: (every * every) / 16 }
    return known.mean + deviations * Math.max(least, sqrt(known.variance))
  }
}

/** A clock that was set back cannot say how long anybody has been silent: that counts from now. */
const notAhead = (s: State, { clock }: At): State => {
  const all = Object.entries(s.others)
  const counts = all.map(([id, it]) => [id, { ...it, heard: Math.min(it.heard, clock) }] as const)
  return all.some(([, it]) => it.heard > clock) ? { ...s, others: Object.fromEntries(counts) } : s
}

/** Looks again when the next of those not yet suspected will have been silent too long. */
const lookAgain = (s: State, here: At) => {
  const allowed = allowance(here)
  const left = watchedBy(here)
    .map((id) => s.others[id]!)
    .filter((it) => it.suspected === null)
    .map((it) => it.heard + allowed(it.gaps) - here.clock)
  return left.length ? [wait('look', Math.max(1, Math.min(...left)))] : []
}

const begin = (beats: number, here: At): Rule => {
  const heard: Watched = { nth: 0, heard: here.clock, gaps: [], suspected: null }
  const others = Object.fromEntries(watchedBy(here).map((id) => [id, heard]))
  const s: State = { beats, beat: here.at, others, suspicions: 0, revoked: 0 }
  const first =
    here.role === 'node' ? [wait('beat', Math.max(0.001, here.dice * here.options.every))] : []
  return [s, ...first, ...lookAgain(s, here)]
}

const face = (s: State, here: At): Face => {
  const ids = watchedBy(here)
  const gone = ids.filter((id) => s.others[id]?.suspected !== null)
  return {
    word: gone.length ? `suspects ${gone.map((id) => `n${id}`).join(', ')}` : here.role,
    mood: gone.length ? 'busy' : 'calm',
    ...(ids.length && { votes: ids.map((id) => (gone.includes(id) ? 'no' : 'yes')) }),
  }
}

const glyph = (_type: string, { nth }: { nth: number }): Glyph => ({
  word: 'beat',
  shape: 'dot',
  number: nth,
})

/** Every suspicion now held: by whom, of whom, and since when. */
const suspicionsIn = (world: World<State>) =>
  world.nodes.flatMap((n) =>
    Object.entries(n.state.others).flatMap(([id, it]) =>
      it.suspected === null ? [] : [{ by: n.id, of: +id, at: it.suspected, heard: it.heard }],
    ),
  )

const facts = (world: World<State>) => {
  const held = suspicionsIn(world)
  const of = (id: NodeId) => world.nodes[id - 1]!
  const right = held.filter((it) => !of(it.of).up).sort((a, b) => a.at - b.at)
  const [first] = right
  return {
    suspected: [...new Set(held.map((it) => it.of))].sort((a, b) => a - b),
    suspicions: world.nodes.reduce((sum, n) => sum + n.state.suspicions, 0),
    /** Suspicions taken back, since the suspect was heard again. */
    revoked: world.nodes.reduce((sum, n) => sum + n.state.revoked, 0),
    /** Suspicions held now of somebody who is up. */
    wrong: held.length - right.length,
    /** When a node that is down was first suspected; null before. */
    detectedAt: first?.at ?? null,
    /** How long after its last beat was sent. */
    detectedAfter: first ? first.at - of(first.of).state.beat : null,
  }
}

export const heartbeat: Protocol<Heartbeat> = {
  name: 'heartbeat',
  says: 'Failure detection by silence: a fixed timeout, or φ accrual (Hayashibara et al. 2004).',
  options,
  commands: {},
  roles: ['node', 'watcher'],
  pictures: ['lanes'],
  start: (here) => begin(0, here),
  wake: (s, here) => begin(s.beats, here),

  on: {
    /** A beat is news; one overtaken by another is not. Whoever is heard is no longer suspected. */
    beat(s, { nth }, from, here) {
      const before = s.others[from]
      if (!before || nth <= before.nth) return [s]
      const gap = here.clock - before.heard
      const measured = before.nth > 0 && gap >= 0
      const gaps = measured ? [...before.gaps, gap].slice(-here.options.window) : before.gaps
      const others = {
        ...notAhead(s, here).others,
        [from]: { nth, heard: here.clock, gaps, suspected: null },
      }
      const back = before.suspected !== null
      const next = { ...s, others, revoked: s.revoked + (back ? 1 : 0) }
      const says = back ? [say(`n${here.self} hears n${from} again`)] : []
      return [next, ...says, ...lookAgain(next, here)]
    },
  },

  after: {
    beat(s, here) {
      const nth = s.beats + 1
      const beats = audience(here).map((to) => send(to, 'beat', { nth }))
      return [{ ...s, beats: nth, beat: here.at }, ...beats, wait('beat', here.options.every)]
    },

    look(before, here) {
      const s = notAhead(before, here)
      const allowed = allowance(here)
      const gone = watchedBy(here).filter((id) => {
        const it = s.others[id]!
        return it.suspected === null && here.clock - it.heard >= allowed(it.gaps) - 1e-6
      })
      const marked = gone.map((id) => [id, { ...s.others[id]!, suspected: here.at }] as const)
      const others = { ...s.others, ...Object.fromEntries(marked) }
      const next = { ...s, others, suspicions: s.suspicions + gone.length }
      return [
        next,
        ...gone.map((id) => say(`n${here.self} suspects n${id}`)),
        ...lookAgain(next, here),
      ]
    },
  },

  ask: {},
  face,
  glyph,
  facts,

  always: {
    'only who has been silent is suspected': {
      first: null,
      then(_memo: null, world, event) {
        const early = suspicionsIn(world).find(
          (it) =>
            it.by === event.node &&
            it.at === world.at &&
            world.options.detector === 'fixed silence' &&
            world.nodes[it.by - 1]!.clock - it.heard < (world.options.timeout as number) - 1e-6,
        )
        return early ? `n${early.by} suspects n${early.of} too early` : null
      },
    },
  },

  eventually: {
    'nobody who is up stays suspected': (world) =>
      suspicionsIn(world).every((it) => !world.nodes[it.of - 1]!.up),
  },
}
