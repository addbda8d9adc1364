// A balancer in front of many servers: each job to one at random, or to the least loaded of d
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

/** The n-th job of a server, and when it came to the balancer. */
type Job = { readonly n: number; readonly at: Millis }
export type State = {
  /** A balancer’s: how many jobs each server was given, and how many it has finished. */
  readonly given: readonly number[]
  readonly finished: readonly number[]
  /** Jobs that came back after the warm-up, and the time that they took in all. */
  readonly done: number
  readonly took: Millis
  readonly longest: number
  /** A server’s: its queue, how many it has finished, and which it has had. */
  readonly queue: readonly Job[]
  readonly ended: number
  readonly next: number
  readonly early: readonly number[]
}
type Messages = {
  job: Job
  /** How many its server has finished, this one included. */
  done: { readonly ended: number; readonly at: Millis }
}

const options = {
  choices: { is: 'number', from: 1, to: 10, default: 2, says: 'd: servers to choose from' },
  rate: {
    is: 'number',
    from: 0,
    to: 2,
    step: 0.05,
    default: 0.9,
    says: 'Load: jobs per server and service',
  },
  service: { is: 'number', from: 1, to: 600_000, default: 1000, says: 'Mean service, ms' },
  warm: { is: 'number', from: 0, to: 1e8, default: 0, says: 'Count after, ms' },
} as const satisfies Options
const commands = {
  burst: {
    says: 'many jobs at once',
    takes: { many: { is: 'number', from: 1, to: 5000, default: 100, says: 'how many' } },
    role: 'balancer',
  },
} as const

export type Balancer = {
  state: State
  messages: Messages
  timers: 'arrival' | 'done'
  options: typeof options
  commands: typeof commands
  roles: 'balancer' | 'server'
}
type At = Here<Balancer>

const draws = { gap: 0, choice: 1, service: 2 } as const
const waitFor = (timer: Balancer['timers'], mean: Millis, uniform: number) =>
  wait(timer, Math.max(0.001, exponential(mean, uniform)))

/** Jobs come at random, in proportion to the servers. */
const next = ({ role, roles, dice, options: { rate, service } }: At) =>
  role === 'balancer' && rate > 0 && roles.server.length > 0
    ? [waitFor('arrival', service / rate / roles.server.length, roll(dice, draws.gap))]
    : []

const loadOf = (s: State, i: number) => (s.given[i] ?? 0) - (s.finished[i] ?? 0)

/** To the least loaded of d servers drawn at random; the first drawn, where they are equal. */
const place = (s: State, dice: number, here: At): Step<Balancer> => {
  const servers = here.roles.server
  const places = servers.map((_, i) => i)
  const drawn = deal(dice, places, here.options.choices)
  const least = drawn.reduce((best, i) => (loadOf(s, i) < loadOf(s, best) ? i : best), drawn[0]!)
  const n = (s.given[least] ?? 0) + 1
  const given = places.map((i) => (i === least ? n : (s.given[i] ?? 0)))
  const after = { ...s, given }
  const load = loadOf(after, least)
  const longest = Math.max(s.longest, load)
  const job = send(servers[least]!, 'job', { n, at: here.clock })
  if (load < 2 || load <= s.longest) return [{ ...after, longest }, job]
  return [{ ...after, longest }, say(`${load} jobs at n${servers[least]}: the most so far`), job]
}

const serve = (s: State, here: At): Step<Balancer> => [
  s,
  ...(s.queue.length
    ? [waitFor('done', here.options.service, roll(here.dice, draws.service))]
    : []),
]

/** Whether a job is new to its server, however the network repeats and reorders. */
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
  if (role === 'balancer') return { word: 'balancer', mood: 'calm', number: s.done, counts: 'done' }
  const { length } = s.queue
  return {
    word: 'server',
    mood: length > 3 ? 'ill' : length ? 'busy' : 'calm',
    number: length,
    counts: 'jobs',
  }
}
const glyph = (type: string): Glyph => ({
  word: type,
  shape: type === 'job' ? 'square' : 'dot',
  routine: true,
})

const facts = (world: World<State>) => {
  const loads = world.nodes.filter((n) => n.role === 'server').map((n) => n.state.queue.length)
  const balancers = world.nodes.filter((n) => n.role === 'balancer').map((n) => n.state)
  const sum = (of: (s: State) => number) => balancers.reduce((all, s) => all + of(s), 0)
  const longest = Math.max(0, ...loads)
  const done = sum((s) => s.done)
  return {
    loads,
    /** The same for the bars: by node, and nothing for the balancer. */
    queues: world.nodes.map((n) => (n.role === 'server' ? n.state.queue.length : null)),
    /** The longest queue now, and the longest that the balancer ever made. */
    longest,
    longestEver: Math.max(0, ...balancers.map((s) => s.longest)),
    /** How many servers have at least 1, 2, 3 … jobs. */
    atLeast: Array.from({ length: longest }, (_, k) => loads.filter((it) => it > k).length),
    idle: loads.filter((it) => it === 0).length,
    done,
    /** Mean time of a job, in services. */
    meanTime: done ? sum((s) => s.took) / done / (world.options.service as number) : 0,
  }
}

/** With one balancer: what it thinks of a server is no less than what the server has. */
const noLess: Promised<Balancer, null> = {
  first: null,
  then(_, { nodes }, { node }) {
    const [one, two] = nodes.filter((n) => n.role === 'balancer')
    if (!one || two || !nodes[node - 1]) return null
    const servers = nodes.filter((n) => n.role === 'server')
    const i = servers.findIndex(
      ({ id, state }, at) =>
        (node === id || node === one.id) && state.queue.length > loadOf(one.state, at),
    )
    if (i < 0) return null
    const { id, state } = servers[i]!
    return `n${id} has ${state.queue.length} jobs, and is thought to have ${loadOf(one.state, i)}`
  },
}

export const balancer: Protocol<Balancer> = {
  name: 'balancer',
  says: 'Balancing load by d random choices (Azar et al. 1994, Mitzenmacher 2001).',
  options,
  commands,
  roles: ['server', 'balancer'],
  pictures: ['bars'],
  start: (here) => [fresh, ...next(here)],
  wake(s, here) {
    const [after, ...does] = serve(s, here)
    return [after, ...does, ...next(here)]
  },

  on: {
    job(before, job, _from, here) {
      const s = take(before, job.n)
      if (!s) return [before]
      const after = { ...s, queue: [...s.queue, job] }
      return s.queue.length ? [after] : serve(after, here)
    },

    done(s, { ended, at }, from, here) {
      const i = here.roles.server.indexOf(from)
      if (ended <= (s.finished[i] ?? 0)) return [s]
      const finished = here.roles.server.map((_, j) => (j === i ? ended : (s.finished[j] ?? 0)))
      if (here.clock < here.options.warm) return [{ ...s, finished }]
      return [{ ...s, finished, done: s.done + 1, took: s.took + here.clock - at }]
    },
  },

  after: {
    arrival(s, here) {
      const [after, ...does] = place(s, roll(here.dice, draws.choice), here)
      return [after, ...does, ...next(here)]
    },

    done(s, here) {
      const [job, ...queue] = s.queue
      if (!job) return [s]
      const ended = s.ended + 1
      const [after, ...does] = serve({ ...s, queue, ended }, here)
      const to = here.roles.balancer
      return [after, ...to.map((id: NodeId) => send(id, 'done', { ended, at: job.at })), ...does]
    },
  },

  ask: {
    burst(before, { many }, here) {
      let s = before
      const sends = []
      for (let i = 0; i < many && here.roles.server.length > 0; i++) {
        const [after, ...does] = place(s, roll(here.dice, 10 + i), here)
        s = after
        sends.push(...does.filter((one) => one.do === 'send'))
      }
      return [s, say(`${many} jobs come to n${here.self} at once`), ...sends]
    },
  },
  face,
  glyph,
  facts,
  always: { 'the balancer thinks no server less loaded than it is': noLess },
}
