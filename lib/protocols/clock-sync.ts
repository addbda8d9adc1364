// Clocks that drift, and how they are set right again: by Cristian's method or as NTP does.

import {
  type Effect,
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World, WorldNode } from '@/lib/sim/world'
import {
  boundOf,
  type Correction,
  correctionAt,
  cristianOffset,
  ntpDelay,
  ntpOffset,
} from '@/lib/values/clock-correction'

/** What one exchange of messages told: how far ahead the server is, and how sure that is. */
type Sample = {
  readonly poll: number
  readonly offset: Millis
  readonly delay: Millis
  readonly bound: Millis
  /** What the bare clock showed when it asked: from then on drift adds to the bound. */
  readonly t1: Millis
}
type Asked = Messages['request'] & { readonly from: number; readonly t2: Millis }
export type State = {
  readonly correction: Correction
  /** How often it has asked, which samples it has of the last time, and the one it believes. */
  readonly poll: number
  readonly came: number
  readonly best: Sample | null
  readonly set: Sample | null
  readonly jumpedBack: number
  /** A server's: who waits for an answer. */
  readonly asked: readonly Asked[]
}
type Messages = {
  request: { readonly poll: number; readonly t1: Millis }
  reply: { readonly poll: number; readonly t1: Millis; readonly t2: Millis; readonly t3: Millis }
}
type Roles = 'clock' | 'server'

const options = {
  method: {
    is: 'choice',
    of: ['not at all', 'Cristian', 'NTP'],
    default: 'not at all',
    says: 'how clocks are set right',
  },
  poll: { is: 'number', from: 100, to: 86_400_000, default: 900_000, says: 'ask every, ms' },
  samples: { is: 'number', from: 1, to: 8, step: 1, default: 1, says: 'questions each time' },
  slew: { is: 'switch', default: false, says: 'turn the clock slowly instead of setting it' },
  ratePpm: { is: 'number', from: 1, to: 100_000, default: 500, says: 'how fast it is turned, ppm' },
  least: { is: 'number', from: 0, to: 60_000, default: 0, says: 'no message takes less than, ms' },
  driftPpm: { is: 'number', from: 0, to: 1000, default: 200, says: 'drift to reckon with, ppm' },
  think: { is: 'number', from: 0, to: 60_000, default: 0, says: 'the server answers after, ms' },
} as const satisfies Options

const commands = {
  sync: { says: 'ask for the time', takes: {}, role: 'clock' },
} as const

export type ClockSync = {
  state: State
  messages: Messages
  timers: 'poll' | 'think'
  options: typeof options
  commands: typeof commands
  roles: Roles
}
type At = Here<ClockSync>

const reads = (s: State, clock: Millis) => clock + correctionAt(s.correction, clock)

const still: Correction = { from: 0, to: 0, at: 0, ratePpm: 0 }
const fresh: State = {
  correction: still,
  poll: 0,
  came: 0,
  best: null,
  set: null,
  jumpedBack: 0,
  asked: [],
}

const amount = (ms: Millis) => `${ms < 0 ? '' : '+'}${Math.floor(ms * 1000 + 0.5) / 1000} ms`

/** Believes a sample: steps the clock to the server's time, or begins to slew it there. */
const adjust = (s: State, sample: Sample, here: At): Step<ClockSync> => {
  const now = correctionAt(s.correction, here.clock)
  const by = sample.offset - now
  const { slew, ratePpm } = here.options
  const correction = {
    from: slew ? now : sample.offset,
    to: sample.offset,
    at: here.clock,
    ratePpm,
  }
  const back = !slew && by < 0
  const how = slew ? 'turns its clock slowly' : back ? 'sets its clock back' : 'sets its clock'
  const much = back ? amount(-by).slice(1) : amount(by)
  return [
    { ...s, correction, set: sample, best: null, jumpedBack: s.jumpedBack + (back ? 1 : 0) },
    say(`n${here.self} ${how} by ${much}, sure to ${amount(sample.bound).slice(1)}`),
  ]
}

/** Asks the server; what the last time brought is used first, if it was not complete. */
const ask = (before: State, here: At): Step<ClockSync> => {
  const server = here.roles.server[0]
  const next: readonly Effect<ClockSync>[] = [wait('poll', here.options.poll)]
  if (here.options.method === 'not at all' || !server || here.role === 'server') return [before]
  const [s, ...late] = before.best ? adjust(before, before.best, here) : [before]
  const poll = s.poll + 1
  const question = send(server, 'request', { poll, t1: here.clock })
  const questions = Array<typeof question>(here.options.samples).fill(question)
  return [{ ...s, poll, came: 0 }, ...late, ...questions, ...next]
}

const measure = (body: Messages['reply'], here: At): Sample => {
  const { t1, t2, t3, poll } = body
  const t4 = here.clock
  const ntp = here.options.method === 'NTP'
  const delay = ntp ? ntpDelay(t1, t2, t3, t4) : t4 - t1
  const offset = ntp ? ntpOffset(t1, t2, t3, t4) : cristianOffset(t1, t3, t4)
  return { poll, offset, delay, bound: boundOf(delay, here.options.least), t1 }
}

const pad = (n: number, digits: number) => `${n}`.padStart(digits, '0')
/** A clock's time of the day, from 0:00 at the start. */
const dayTime = (ms: Millis) => {
  const t = Math.floor(ms + 0.5)
  const day = ((t % 86_400_000) + 86_400_000) % 86_400_000
  const [h, m, s] = [day / 3_600_000, (day / 60_000) % 60, (day / 1000) % 60].map(Math.floor)
  return `${h}:${pad(m!, 2)}:${pad(s!, 2)}.${pad(day % 1000, 3)}`
}

const face = (s: State, here: At): Face => {
  const turning = correctionAt(s.correction, here.clock) !== s.correction.to
  return {
    word: here.role === 'server' ? 'time server' : turning ? 'turning' : 'clock',
    mood: here.role === 'server' ? 'proud' : turning ? 'busy' : 'calm',
    holds: dayTime(reads(s, here.clock)),
  }
}

const glyph = (type: string): Glyph =>
  type === 'request' ? { word: 'what time?', shape: 'diamond' } : { word: 'time', shape: 'dot' }

const round = (ms: Millis) => Math.floor(ms * 1e6 + 0.5) / 1e6
/** By how much drift since it asked, and what is left to turn, widen what a sample was sure to. */
const wider = ({ state: s, clock }: WorldNode<State>, driftPpm: number) =>
  s.set
    ? ((clock - s.set.t1) * driftPpm) / 1e6 +
      Math.abs(s.correction.to - correctionAt(s.correction, clock))
    : 0

const facts = (world: World<State>) => {
  const shown = world.nodes.map((n) => reads(n.state, n.clock))
  const errors = shown.map((ms) => round(ms - world.at))
  const wrong = errors.map((ms) => Math.abs(ms))
  const worst = Math.max(...wrong)
  const drift = world.options.driftPpm as number
  return {
    /** What each clock shows less the true time, in ms, in the order of the nodes. */
    errors,
    slowest: Math.min(...errors),
    fastest: Math.max(...errors),
    spread: round(Math.max(...errors) - Math.min(...errors)),
    worst,
    furthest: worst > 0 ? wrong.indexOf(worst) + 1 : 0,
    /** How wrong each may be, if the server is right; null for who never asked. */
    bounds: world.nodes.map((n) =>
      n.state.set ? round(n.state.set.bound + wider(n, drift)) : null,
    ),
    offsets: world.nodes.map((n) => (n.state.set ? round(n.state.set.offset) : null)),
    delays: world.nodes.map((n) => (n.state.set ? round(n.state.set.delay) : null)),
    jumpedBack: world.nodes.reduce((sum, n) => sum + n.state.jumpedBack, 0),
  }
}

type Seen = { readonly at: Millis; readonly clock: Millis; readonly spoilt: number }

/** Per node: when and how it was last seen, and the last poll spoilt by a clock that leapt. */
const watch = (memo: readonly Seen[], world: World<State>): readonly Seen[] => {
  const drift = world.options.driftPpm as number
  const leapt = world.nodes.map(({ clock }, i) => {
    const last = memo[i] ?? { at: 0, clock: 0 }
    const passed = world.at - last.at
    return Math.abs(clock - last.clock - passed) > (passed * drift) / 1e6 + 1e-6
  })
  const server = world.nodes.findIndex((n) => n.role === 'server')
  return world.nodes.map(({ clock, state }, i) => {
    const spoilt = leapt[i] || leapt[server] ? state.poll : (memo[i]?.spoilt ?? 0)
    return { at: world.at, clock, spoilt }
  })
}

/** Both crystals drift, so what separates a clock from the server grows at twice the rate. */
const tooWrong = (world: World<State>, memo: readonly Seen[]) => {
  const server = world.nodes.find((n) => n.role === 'server')
  return world.nodes.find((n, i) => {
    const { set } = n.state
    if (!server || !set || set.poll <= memo[i]!.spoilt) return false
    const bound = set.delay / 2 + wider(n, 2 * (world.options.driftPpm as number))
    return Math.abs(reads(n.state, n.clock) - server.clock) > bound + 1e-6
  })
}

export const clockSync: Protocol<ClockSync> = {
  name: 'clock-sync',
  says:
    'Drifting clocks set right by Cristian’s method (1989) or NTP’s four timestamps ' +
    '(RFC 5905).',
  options,
  commands,
  roles: ['clock', 'server'],
  pictures: ['clocks'],
  start: (here) => ask(fresh, here),
  // The crystal runs on while a machine is down; what it was corrected by is lost.
  wake: (s, here) => ask({ ...fresh, poll: s.poll, jumpedBack: s.jumpedBack }, here),

  on: {
    request(s, { poll, t1 }, from, here) {
      const t2 = here.clock
      const { think } = here.options
      if (!think) return [s, send(from, 'reply', { poll, t1, t2, t3: t2 })]
      const asked = [...s.asked, { from, poll, t1, t2 }]
      return s.asked.length ? [{ ...s, asked }] : [{ ...s, asked }, wait('think', think)]
    },

    /** Of several answers the one with the least delay is believed (Cristian; RFC 5905 §10). */
    reply(s, body, _from, here) {
      if (body.poll !== s.poll || s.came >= here.options.samples) return [s]
      const sample = measure(body, here)
      const best = s.best && s.best.delay <= sample.delay ? s.best : sample
      const next = { ...s, came: s.came + 1, best }
      return next.came < here.options.samples ? [next] : adjust(next, best, here)
    },
  },

  after: {
    poll: ask,

    think(s, here) {
      const [first, ...asked] = s.asked
      if (!first) return [s]
      const { from, ...stamps } = first
      const answer = send(from, 'reply', { ...stamps, t3: here.clock })
      const { think } = here.options
      const due = asked[0] ? asked[0].t2 + think - here.clock : 0
      const next = asked[0] ? [wait('think', Math.max(0.001, Math.min(think, due)))] : []
      return [{ ...s, asked }, answer, ...next]
    },
  },

  ask: { sync: (s, _command, here) => ask(s, here) },
  reads,
  face,
  glyph,
  facts,

  always: {
    'no clock is further off than half the delay and the drift since': {
      first: [],
      then(memo: readonly Seen[], world) {
        const seen = watch(memo, world)
        const wrong = tooWrong(world, seen)
        return wrong ? `n${wrong.id} is wrong by more than it may be` : seen
      },
    },
    'a clock turned slowly is never set back': {
      first: 0,
      then(before: number, world) {
        const now = world.nodes.reduce((sum, n) => sum + n.state.jumpedBack, 0)
        return now > before && world.options.slew ? 'a clock was set back' : now
      },
    },
  },

  eventually: {
    'every clock has been set': (world) =>
      world.options.method === 'not at all' ||
      !world.nodes.some((n) => n.role === 'server') ||
      world.nodes.every((n) => n.role === 'server' || n.state.set),
  },
}
