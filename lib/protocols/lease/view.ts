// How a lock, its holders and a store are shown, and what is true of them.

import type { Face, Glyph, Here, Operation } from '@/lib/sim/protocol'
import type { World, WorldNode } from '@/lib/sim/world'
import { type Lease, last, open, type State } from './kind'

const words = {
  asks: 'asks',
  works: 'holds',
  writes: 'writes',
  done: 'done',
  refused: 'refused',
  late: 'too late',
} as const

export const face = (s: State, here: Here<Lease>): Face => {
  if (here.role === 'lock') {
    const lent = s.holder.client
    return {
      word: lent ? 'lent' : 'free',
      mood: lent ? 'busy' : 'calm',
      number: s.token,
      counts: 'token',
      ...(lent && { holds: `n${lent}` }),
    }
  }
  if (here.role === 'store') {
    const number = here.options.fencing ? s.highest : s.written
    const mood = s.overwrote ? 'ill' : 'calm'
    return { word: 'store', mood, number, counts: 'token', ...(s.value && { holds: s.value }) }
  }
  const job = last(s)
  const ill = job?.phase === 'refused' || job?.phase === 'late'
  return {
    word: job ? words[job.phase] : 'idle',
    mood: ill ? 'ill' : job?.phase === 'done' ? 'proud' : open(job) ? 'busy' : 'calm',
    ...(job?.token && { number: job.token, counts: 'token', holds: job.value }),
  }
}

const shapes = {
  acquire: 'diamond',
  grant: 'triangle',
  release: 'triangle',
  write: 'square',
  written: 'dot',
} as const
export const glyph = (
  type: keyof typeof shapes,
  { token, ok }: { token?: number; ok?: boolean },
): Glyph => ({
  word: type,
  shape: shapes[type],
  ...(token && { number: token }),
  ...(type === 'written' && { answer: ok ? 'yes' : 'no' }),
  ...(type === 'release' && { routine: true }),
})

const withRole = (world: World<State>, role: string) => world.nodes.filter((n) => n.role === role)
/** Who is at work under the lease, or writing, and has not heard that it ended. */
const believes = (n: WorldNode<State>) => ['works', 'writes'].includes(last(n.state)?.phase ?? '')
/** Who would find by its own clock that it holds the lease, if it looked. */
export const holds = (n: WorldNode<State>) => n.up && believes(n) && n.clock < last(n.state)!.until

export const facts = (world: World<State>) => {
  const [lock] = withRole(world, 'lock')
  const [store] = withRole(world, 'store')
  const jobs = world.nodes.flatMap((n) => n.state.jobs)
  const believers = world.nodes.filter(believes).map((n) => n.id)
  return {
    token: lock?.state.token ?? 0,
    /** To whom the lock has lent; 0 while to nobody. */
    holder: lock?.state.holder.client ?? 0,
    /** Who believes to hold the lease. */
    believers,
    twoBelieve: believers.length > 1,
    /** Who holds it by its own clock, whether it looks or not. */
    counting: world.nodes.filter(holds).map((n) => n.id),
    value: store?.state.value ?? '',
    written: store?.state.written ?? 0,
    /** Writes under an older token that were taken, over a newer one. */
    overwrote: store?.state.overwrote ?? 0,
    /** Writes that the token kept out. */
    refused: store?.state.refused ?? 0,
    done: jobs.filter((job) => job.phase === 'done').length,
    late: jobs.filter((job) => job.phase === 'late' || job.phase === 'refused').length,
  }
}

export const history = (world: World<State>): readonly Operation[] =>
  world.nodes.flatMap((n) =>
    n.state.jobs.map(({ phase, value, from, to }) => ({
      client: n.name,
      type: 'write',
      value,
      result: null,
      from,
      to,
      // A store may have taken what it refuses now: its first answer may have been lost.
      outcome: phase === 'done' ? 'ok' : 'unknown',
    })),
  )
