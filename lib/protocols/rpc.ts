// A remote call that is asked again when no answer comes, with or without an idempotency key.
// At-least-once and at-most-once after Birrell and Nelson 1984.

import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Operation,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  stop,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

/** One call as its client sees it, noted with the moment for those who look on. */
type Call = {
  readonly tries: number
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'unknown'
  readonly seat: string
}
/** One seat that the server has sold, and for which request. */
type Sale = {
  readonly client: NodeId
  readonly nth: number
  readonly key: string
  readonly seat: string
}
export type State = {
  /** A client's. */
  readonly calls: readonly Call[]
  /** A server's, on disk. */
  readonly sales: readonly Sale[]
}
type Messages = {
  /** `key` is empty where the client gives none. */
  request: { readonly nth: number; readonly key: string }
  reply: { readonly nth: number; readonly seat: string }
}

const options = {
  keys: { is: 'switch', default: false, says: 'requests carry an idempotency key' },
  timeout: { is: 'number', from: 1, to: 60_000, default: 200, says: 'asks again after, ms' },
  backoff: { is: 'switch', default: false, says: 'waits twice as long each time' },
  tries: { is: 'number', from: 1, to: 20, step: 1, default: 3, says: 'attempts at most' },
} as const satisfies Options

const commands = { call: { says: 'buy a seat', takes: {}, role: 'client' } } as const

export type Rpc = {
  state: State
  messages: Messages
  timers: 'timeout'
  options: typeof options
  commands: typeof commands
  roles: 'client' | 'server'
}
type At = Here<Rpc>
type Rule = Step<Rpc>

const fresh: State = { calls: [], sales: [] }
const last = (s: State) => s.calls[s.calls.length - 1]
const close = (s: State, call: Call): State => ({ ...s, calls: [...s.calls.slice(0, -1), call] })
/** Seats of row 12 in order: 12A to 12Z, then row 13. */
export const seatOf = (n: number) =>
  `${12 + Math.floor(n / 26)}${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}`

/** Sends the request once more, under the same key, and waits. */
const attempt = (s: State, call: Call, here: At): Rule => {
  const server = here.roles.server[0] ?? 0
  const nth = s.calls.length
  const tries = call.tries + 1
  const { keys, timeout, backoff } = here.options
  const factor = backoff ? 1 << (tries - 1) : 1
  const again =
    tries > 1
      ? `n${here.self} asks again: no answer, for whatever reason`
      : `n${here.self} asks for a seat`
  return [
    close(s, { ...call, tries }),
    send(server, 'request', { nth, key: keys ? `${here.self}.${nth}` : '' }),
    wait('timeout', timeout * factor),
    say(again),
  ]
}

/** Sales that repeat another of the same call. */
const repeated = (sales: readonly Sale[]) =>
  sales.filter((sale, i) =>
    sales.slice(0, i).some((other) => other.client === sale.client && other.nth === sale.nth),
  )

const face = (s: State, here: At): Face => {
  if (here.role === 'server') {
    const holds = s.sales.slice(-3).map(({ seat, client }) => `${seat} n${client}`)
    const twice = repeated(s.sales).length > 0
    return {
      word: twice ? 'sold twice' : 'server',
      mood: twice ? 'ill' : 'calm',
      ...(holds.length && { holds: holds.join(', ') }),
    }
  }
  const call = last(s)
  const waits = call?.to === null
  const lost = call && !waits && call.outcome === 'unknown'
  return {
    word: waits
      ? call.tries > 1
        ? `asks again (${call.tries})`
        : 'asks'
      : lost
        ? 'gave up'
        : call
          ? 'served'
          : 'client',
    mood: waits ? 'busy' : lost ? 'ill' : call ? 'proud' : 'calm',
    ...(call?.seat && { holds: call.seat }),
  }
}

const glyph = (type: string, body: { key?: string; seat?: string }): Glyph =>
  type === 'request'
    ? { word: body.key ? `a seat? (${body.key})` : 'a seat?', shape: 'diamond' }
    : { word: body.seat ?? 'reply', shape: 'dot', answer: 'yes' }

const callsOf = (world: World<State>) => world.nodes.flatMap((n) => n.state.calls)
const salesOf = (world: World<State>) => world.nodes.flatMap((n) => n.state.sales)

const facts = (world: World<State>) => {
  const calls = callsOf(world)
  const sales = salesOf(world)
  return {
    calls: calls.length,
    requests: calls.reduce((sum, call) => sum + call.tries, 0),
    sold: sales.length,
    /** Seats sold for a call that had been served before. */
    twice: repeated(sales).length,
    answered: calls.filter((call) => call.outcome === 'ok').length,
    /** Calls given up: the client cannot know whether a seat was sold. */
    unknown: calls.filter((call) => call.to !== null && call.outcome === 'unknown').length,
    /** Of these, those for which a seat was sold. */
    soldUnknown: world.nodes.flatMap((n) =>
      n.state.calls.filter(
        (call, i) =>
          call.to !== null &&
          call.outcome === 'unknown' &&
          sales.some((sale) => sale.client === n.id && sale.nth === i + 1),
      ),
    ).length,
  }
}

const history = (world: World<State>): readonly Operation[] =>
  world.nodes.flatMap((n) =>
    n.state.calls.map(({ from, to, outcome, seat }) => ({
      client: n.name,
      type: 'buy',
      value: null,
      result: seat || null,
      from,
      to,
      outcome,
    })),
  )

export const rpc: Protocol<Rpc> = {
  name: 'rpc',
  says: 'A remote call with timeouts, retries and idempotency keys (Birrell and Nelson 1984).',
  options,
  commands,
  roles: ['client', 'server'],
  pictures: ['lanes'],
  start: () => [fresh],
  /** What was sold is on disk; so is what one asked for. */
  wake: (s, here) => [s, ...(last(s)?.to === null ? [wait('timeout', here.options.timeout)] : [])],

  on: {
    /** Sells the next seat; with a key it has served, it only repeats the answer. */
    request(s, { nth, key }, from, here) {
      const before = key && s.sales.find((sale) => sale.key === key)
      if (before) {
        const says = say(`n${here.self} knows ${key} and repeats the answer`)
        return [s, send(from, 'reply', { nth, seat: before.seat }), says]
      }
      const seat = seatOf(s.sales.length)
      const sales = [...s.sales, { client: from, nth, key, seat }]
      return [
        { ...s, sales },
        send(from, 'reply', { nth, seat }),
        say(`n${here.self} sells ${seat} to n${from}`),
      ]
    },

    /** The first answer ends the call; later ones find nobody waiting. */
    reply(s, { nth, seat }, _from, here) {
      const call = last(s)
      if (!call || nth !== s.calls.length || call.to !== null) return [s]
      const ended: Call = { ...call, to: here.at, outcome: 'ok', seat }
      return [close(s, ended), stop('timeout'), say(`n${here.self} has ${seat}`)]
    },
  },

  after: {
    /** Lost, slow or dead: a timeout cannot tell. */
    timeout(s, here) {
      const call = last(s)
      if (call?.to !== null) return [s]
      if (call.tries < here.options.tries) return attempt(s, call, here)
      return [
        close(s, { ...call, to: here.at }),
        say(`n${here.self} gives up, and cannot know whether it was served`),
      ]
    },
  },

  ask: {
    call(s, _command, here) {
      if (last(s)?.to === null) return [s, say(`n${here.self} waits already`)]
      const call: Call = { tries: 0, from: here.at, to: null, outcome: 'unknown', seat: '' }
      return here.roles.server.length
        ? attempt({ ...s, calls: [...s.calls, call] }, call, here)
        : [s, say(`n${here.self} finds no server`)]
    },
  },
  face,
  glyph,
  facts,
  history,

  always: {
    'with keys no call is served twice': {
      first: false,
      then(without: boolean, world) {
        const now = without || !world.options.keys
        const [sale] = now ? [] : repeated(salesOf(world))
        return sale ? `n${sale.client} is sold ${sale.seat} for a call that was served` : now
      },
    },
    'whoever has a seat was sold it, for that call': {
      first: null,
      then(_memo: null, world, event) {
        const sold = (seat: string, nth: number) =>
          salesOf(world).some(
            (it) => it.seat === seat && it.client === event.node && it.nth === nth,
          )
        const calls = world.nodes[event.node - 1]?.state.calls ?? []
        const wrong = calls.find((call, i) => call.seat && !sold(call.seat, i + 1))
        return wrong ? `n${event.node} was not sold ${wrong.seat} for that call` : null
      },
    },
  },

  eventually: {
    'every call ends': (world) => callsOf(world).every((call) => call.to !== null),
  },
}
