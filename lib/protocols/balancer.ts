// An usher before many windows: each buyer to one at random, or to the least loaded of d
// drawn at random (Azar et al. 1994; the supermarket model of Mitzenmacher 2001).

import { exponential } from '@/lib/sim/curves'
import { deal, roll } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Options,
  type Promised,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

/** The n-th buyer of a window, and when it came to the usher. */
type Buyer = { readonly n: number; readonly at: Millis }
export type State = {
  /** An usher’s: how many buyers each window was given, and how many it has finished. */
  readonly given: readonly number[]
  readonly finished: readonly number[]
  /** Buyers that came back after the warm-up, and the time that they took in all. */
  readonly done: number
  readonly took: Millis
  readonly longest: number
  /** A window’s: its queue, how many it has finished, and which it has had. */
  readonly queue: readonly Buyer[]
  readonly ended: number
  readonly next: number
  readonly early: readonly number[]
}
type Messages = {
  buyer: Buyer
  /** How many its window has finished, this one included. */
  done: { readonly ended: number; readonly at: Millis }
}

const options = {
  choices: {
    is: 'number',
    from: 1,
    to: 10,
    step: 1,
    default: 2,
    says: 'd: windows to choose from',
  },
  rate: {
    is: 'number',
    from: 0,
    to: 2,
    step: 0.05,
    default: 0.9,
    says: 'Load: buyers per window and service',
  },
  service: { is: 'number', from: 1, to: 600_000, default: 1000, says: 'Mean service, ms' },
  warm: { is: 'number', from: 0, to: 1e8, default: 0, says: 'Count after, ms' },
} as const satisfies Options
const commands = {
  burst: {
    says: 'many buyers at once',
    takes: { many: { is: 'number', from: 1, to: 5000, step: 1, default: 100, says: 'how many' } },
    role: 'usher',
  },
} as const

export type Balancer = {
  state: State
  messages: Messages
  timers: 'arrival' | 'done'
  options: typeof options
  commands: typeof commands
  roles: 'usher' | 'window'
}
type At = Here<Balancer>

const draws = { gap: 0, choice: 1, service: 2 } as const
const waitFor = (timer: Balancer['timers'], mean: Millis, uniform: number) =>
  wait(timer, Math.max(0.001, exponential(mean, uniform)))

/** Buyers come at random, in proportion to the windows. */
const next = ({ role, roles, dice, options: { rate, service } }: At) =>
  role === 'usher' && rate > 0 && roles.window.length > 0
    ? [waitFor('arrival', service / rate / roles.window.length, roll(dice, draws.gap))]
    : []

const loadOf = (s: State, i: number) => (s.given[i] ?? 0) - (s.finished[i] ?? 0)

/** To the least loaded of d windows drawn at random; the first drawn, where they are equal. */
const place = (s: State, dice: number, here: At): Step<Balancer> => {
  const windows = here.roles.window
  const places = windows.map((_, i) => i)
  const drawn = deal(dice, places, here.options.choices)
  const least = drawn.reduce((best, i) => (loadOf(s, i) < loadOf(s, best) ? i : best), drawn[0]!)
  const n = (s.given[least] ?? 0) + 1
  const given = places.map((i) => (i === least ? n : (s.given[i] ?? 0)))
  const after = { ...s, given }
  const load = loadOf(after, least)
  const longest = Math.max(s.longest, load)
  const buyer = send(windows[least]!, 'buyer', { n, at: here.at })
  if (load < 2 || load <= s.longest) return [{ ...after, longest }, buyer]
  return [
    { ...after, longest },
    say(`the longest queue so far: ${load} at n${windows[least]}`),
    buyer,
  ]
}

const serve = (s: State, here: At): Step<Balancer> => [
  s,
  ...(s.queue.length
    ? [waitFor('done', here.options.service, roll(here.dice, draws.service))]
    : []),
]

/** Whether a buyer is new to its window, however the network repeats and reorders. */
const take = (s: State, n: number): State | undefined => {
  if (n < s.next || s.early.includes(n)) return undefined
  let { next, early } = { next: s.next, early: [...s.early, n] }
  while (early.includes(next)) {
    early = early.filter((it) => it !== next)
    next++
  }
  return { ...s, next, early }
}

const fresh: State = {
  given: [],
  finished: [],
  done: 0,
  took: 0,
  longest: 0,
  queue: [],
  ended: 0,
  next: 1,
  early: [],
}

const face = (s: State, { role }: { readonly role: string }): Face => {
  if (role === 'usher') return { word: 'usher', mood: 'calm', number: s.done, counts: 'done' }
  const { length } = s.queue
  return {
    word: 'window',
    mood: length > 3 ? 'ill' : length ? 'busy' : 'calm',
    number: length,
    counts: 'buyers',
  }
}
const glyph = (type: string): Glyph => ({
  word: type,
  shape: type === 'buyer' ? 'square' : 'dot',
  routine: true,
})

const facts = (world: World<State>) => {
  const loads = world.nodes.filter((n) => n.role === 'window').map((n) => n.state.queue.length)
  const ushers = world.nodes.filter((n) => n.role === 'usher').map((n) => n.state)
  const sum = (of: (s: State) => number) => ushers.reduce((all, s) => all + of(s), 0)
  const longest = Math.max(0, ...loads)
  const done = sum((s) => s.done)
  return {
    loads,
    /** The same for the bars: by node, and nothing for the usher. */
    queues: world.nodes.map((n) => (n.role === 'window' ? n.state.queue.length : null)),
    /** The longest queue now, and the longest that the usher ever made. */
    longest,
    longestEver: Math.max(0, ...ushers.map((s) => s.longest)),
    /** How many windows have at least 1, 2, 3 … buyers. */
    atLeast: Array.from({ length: longest }, (_, k) => loads.filter((it) => it > k).length),
    idle: loads.filter((it) => it === 0).length,
    done,
    /** Mean time of a buyer, in services. */
    meanTime: done ? sum((s) => s.took) / done / (world.options.service as number) : 0,
  }
}

/** With one usher: what it thinks of a window is no less than what the window has. */
const noLess: Promised<Balancer, null> = {
  first: null,
  then(_, { nodes }, { node }) {
    const [one, two] = nodes.filter((n) => n.role === 'usher')
    if (!one || two || !nodes[node - 1]) return null
    const windows = nodes.filter((n) => n.role === 'window')
    const i = windows.findIndex(
      ({ id, state }, at) =>
        (node === id || node === one.id) && state.queue.length > loadOf(one.state, at),
    )
    if (i < 0) return null
    const { id, state } = windows[i]!
    return `n${id} has ${state.queue.length} buyers, and is thought to have ${loadOf(one.state, i)}`
  },
}

export const balancer: Protocol<Balancer> = {
  name: 'balancer',
  says: 'Balancing load by d random choices (Azar et al. 1994, Mitzenmacher 2001).',
  options,
  commands,
  roles: ['window', 'usher'],
  pictures: ['bars'],
  start: (here) => [fresh, ...next(here)],
  wake(s, here) {
    const [after, ...does] = serve(s, here)
    return [after, ...does, ...next(here)]
  },

  on: {
    buyer(before, buyer, _from, here) {
      const s = take(before, buyer.n)
      if (!s) return [before]
      const after = { ...s, queue: [...s.queue, buyer] }
      return s.queue.length ? [after] : serve(after, here)
    },

    done(s, { ended, at }, from, here) {
      const i = here.roles.window.indexOf(from)
      if (ended <= (s.finished[i] ?? 0)) return [s]
      const finished = here.roles.window.map((_, j) => (j === i ? ended : (s.finished[j] ?? 0)))
      if (here.clock < here.options.warm) return [{ ...s, finished }]
      return [{ ...s, finished, done: s.done + 1, took: s.took + here.at - at }]
    },
  },

  after: {
    arrival(s, here) {
      const [after, ...does] = place(s, roll(here.dice, draws.choice), here)
      return [after, ...does, ...next(here)]
    },

    done(s, here) {
      const [buyer, ...queue] = s.queue
      if (!buyer) return [s]
      const ended = s.ended + 1
      const [after, ...does] = serve({ ...s, queue, ended }, here)
      const to = here.roles.usher
      return [after, ...to.map((id: NodeId) => send(id, 'done', { ended, at: buyer.at })), ...does]
    },
  },

  ask: {
    burst(before, { many }, here) {
      let s = before
      const sends = []
      for (let i = 0; i < many && here.roles.window.length > 0; i++) {
        const [after, ...does] = place(s, roll(here.dice, 10 + i), here)
        s = after
        sends.push(...does.filter((one) => one.do === 'send'))
      }
      return [s, say(`${many} buyers come to n${here.self} at once`), ...sends]
    },
  },
  face,
  glyph,
  facts,
  always: { 'the usher thinks no window less loaded than it is': noLess },
}
