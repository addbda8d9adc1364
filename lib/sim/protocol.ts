// The one contract of the house: a protocol is a table of pure rules.
// Time and chance are handed in as data; a rule depends on what it is given and on nothing else.

import type { Event, World } from './world'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Milliseconds as a double; the only unit of time that needs no name. */
export type Millis = number
/** Nodes are numbered from 1; 0 is nobody. */
export type NodeId = number

/** A number; `node` where it is a node's: what 0 is called, if that may be chosen. */
type Numeral = {
  is: 'number'
  node?: true | string
  from: number
  to: number
  step?: number
  default: number
  says: string
}

/** What a protocol lets one turn, and how a dial for it looks. `says` is the dial's label. */
export type Option =
  | Numeral
  | { is: 'range'; from: number; to: number; default: readonly [number, number]; says: string }
  | { is: 'switch'; default: boolean; says: string }
  | { is: 'choice'; of: readonly string[]; default: string; says: string }
  | { is: 'text'; longest: number; default: string; says: string }
  /** Plain data (the logs that raft starts with). `fault` says in one sentence what is wrong. */
  | { is: 'data'; default: Json; says: string; fault: (value: Json) => string | undefined }
export type Options = { readonly [name: string]: Option }

type ValueOf<O extends Option> = O extends { is: 'number' }
  ? number
  : O extends { is: 'range' }
    ? readonly [number, number]
    : O extends { is: 'switch' }
      ? boolean
      : O extends { is: 'choice'; of: readonly (infer C)[] }
        ? C
        : O extends { is: 'text' }
          ? string
          : O extends { default: infer D }
            ? D
            : Json
/** The values that belong to a table of options. */
export type Values<O extends Options> = { readonly [K in keyof O]: ValueOf<O[K]> }

/** A command from outside: what a menu calls it, what it takes, and which role may be asked. */
export type Command = { readonly says: string; readonly takes: Options; readonly role?: string }

/** All the types of one protocol under one name. */
export type Kind = {
  state: unknown
  messages: object
  timers: string
  options: Options
  commands: { readonly [name: string]: Command }
  roles: string
}

/** What a node sees of the world when something happens to it. */
export type Here<K extends Kind = Kind> = {
  readonly self: NodeId
  readonly role: K['roles']
  /** The others of one's own role that one is linked to, in order. */
  readonly peers: readonly NodeId[]
  /** The numbers of all nodes of each role. */
  readonly roles: { readonly [R in K['roles']]: readonly NodeId[] }
  /** This node's own clock: its crystal, which may drift, plus its offset. */
  readonly clock: Millis
  /**
   * The moment of the run, which no node can know: a rule may note it down for those who look on
   * (facts, histories), and never acts on it. A test holds all that are fuzzed to that.
   */
  readonly at: Millis
  /** One fresh number in [0, 1), a multiple of 2⁻³²; see `roll` for more of them. */
  readonly dice: number
  readonly options: Values<K['options']>
}

type Of<M> = keyof M & string
/** The five words a rule can say to the world. */
export type Effect<K extends Kind = Kind> =
  | { [T in Of<K['messages']>]: Send<T, K['messages'][T]> }[Of<K['messages']>]
  | { [T in Of<K['messages']>]: SendAll<T, K['messages'][T]> }[Of<K['messages']>]
  | { readonly do: 'wait'; readonly timer: K['timers']; readonly ms: Millis }
  | { readonly do: 'stop'; readonly timer: K['timers'] }
  | { readonly do: 'say'; readonly sentence: string }
type Send<T, B> = {
  readonly do: 'send'
  readonly to: NodeId
  readonly type: T
  readonly body: B
}
type SendAll<T, B> = { readonly do: 'sendAll'; readonly type: T; readonly body: B }

/** A rule's answer: the next state, then what to do about it. */
export type Step<K extends Kind = Kind> = readonly [K['state'], ...Effect<K>[]]

/** Effects and steps as the kernel takes them, whoever's they are. */
export type AnyEffect =
  | Send<string, Json>
  | SendAll<string, Json>
  | Extract<Effect, { do: 'wait' | 'stop' | 'say' }>
export type AnyStep = readonly [state: unknown, ...effects: AnyEffect[]]

/** One entry of a replicated log, as a picture may show it. */
export type Entry = { readonly term: number; readonly value: string; readonly committed: boolean }
/** How a picture may show a node: all that pictures know of a state. */
export type Face = {
  readonly word: string
  readonly mood: 'calm' | 'busy' | 'proud' | 'ill'
  readonly number?: number
  /** What the number counts: "term", "version". */
  readonly counts?: string
  readonly holds?: string
  readonly votes?: readonly ('yes' | 'no' | 'waiting')[]
  readonly log?: readonly Entry[]
  readonly place?: readonly [x: number, y: number]
}

/** How a picture may show a message on its way. Left out, it is a dot with its type as its word. */
export type Glyph = {
  readonly word: string
  readonly shape: 'dot' | 'diamond' | 'square' | 'triangle'
  readonly answer?: 'yes' | 'no'
  readonly number?: number
  /** Routine messages (heartbeats) are folded in lanes and transcripts. */
  readonly routine?: boolean
}

export type Facts = { readonly [name: string]: Json }

/** What one client saw of one operation, and when in truth. `to` is null while it is pending. */
export type Operation = {
  readonly client: string
  readonly type: string
  readonly value: Json
  readonly result: Json
  readonly from: Millis
  readonly to: Millis | null
  readonly outcome: 'ok' | 'fail' | 'unknown'
  /** What is wrong with the answer that it was given, in a few words; left out where nothing is. */
  readonly amiss?: string
}

type StateWorld<K extends Kind> = World<K['state']>
/** What must always hold. `then` answers the next memo, or a string saying what broke. */
export type Promised<K extends Kind = Kind, M = unknown> = {
  readonly first: M
  readonly then: (memo: M, world: StateWorld<K>, event: Event) => M | string
}

export type Protocol<K extends Kind = Kind> = {
  readonly name: string
  /** One sentence for people: what it is and from which paper. */
  readonly says: string
  readonly options: K['options']
  readonly commands: K['commands']
  /** Left out: one role, 'node'. The first is the default of a plain number of nodes. */
  readonly roles?: readonly K['roles'][]
  /** Roles that at most one node of a scenario may have. */
  readonly single?: readonly K['roles'][]
  /** How it is drawn unless the scenario says otherwise. */
  readonly pictures: readonly PictureName[]
  readonly start: (here: Here<K>) => Step<K>
  readonly on: {
    readonly [T in Of<K['messages']>]: (
      state: K['state'],
      body: K['messages'][T],
      from: NodeId,
      here: Here<K>,
    ) => Step<K>
  }
  readonly after: { readonly [T in K['timers']]: (state: K['state'], here: Here<K>) => Step<K> }
  readonly ask: {
    readonly [C in Of<K['commands']>]: (
      state: K['state'],
      command: Values<K['commands'][C]['takes']>,
      here: Here<K>,
    ) => Step<K>
  }
  /** What is not taken from `before` was not on disk. Left out: start(here). */
  readonly wake?: (before: K['state'], here: Here<K>) => Step<K>
  readonly face: (state: K['state'], here: Here<K>) => Face
  // A method, not a property: so any protocol's may be called with a text.
  glyph?(type: Of<K['messages']>, body: never): Glyph
  /** What happened before what is its subject: pictures show it of the last event of a still. */
  readonly past?: true
  /**
   * Where all is counted part by part: of which count a node has noted its part last, from 1, and
   * what the parts come to. Pictures draw a line through the moments at which they were noted.
   */
  readonly noted?: {
    readonly nth: (state: K['state']) => number
    readonly says: (facts: Facts) => string
  }
  /** Of what each of those in the fact `quorums` is one: a legend says it. */
  readonly quorums?: readonly string[]
  /** The time a protocol that corrects its clock would show; left out: the clock itself. */
  readonly reads?: (state: K['state'], clock: Millis) => Millis
  readonly facts: (world: StateWorld<K>) => Facts
  readonly history?: (world: StateWorld<K>) => readonly Operation[]
  // biome-ignore lint/suspicious/noExplicitAny: each promise has a memo of its own type
  readonly always?: { readonly [sentence: string]: Promised<K, any> }
  /** Required once all faults have ended. */
  readonly eventually?: { readonly [sentence: string]: (world: StateWorld<K>) => boolean }
}

/** Any protocol at all: a union of protocols is not callable, this is. */
// biome-ignore lint/suspicious/noExplicitAny: rules are contravariant in their state and bodies
export type AnyProtocol = Protocol<any>

export type PictureName =
  | 'cluster'
  | 'quorums'
  | 'lanes'
  | 'clocks'
  | 'history'
  | 'log'
  | 'ring'
  | 'points'
  | 'bars'
  | 'tree'
  | 'chart'
  | 'heart'

export const send = <T extends string, const B>(to: NodeId, type: T, body: B) =>
  ({ do: 'send', to, type, body }) as const
/** To every peer. */
export const sendAll = <T extends string, const B>(type: T, body: B) =>
  ({ do: 'sendAll', type, body }) as const
/** Sets a timer, or sets it again; it runs on the node's crystal. */
export const wait = <T extends string>(timer: T, ms: Millis) => ({ do: 'wait', timer, ms }) as const
export const stop = <T extends string>(timer: T) => ({ do: 'stop', timer }) as const
/** Why a rule did what it did, in one sentence without a capital: "n2 votes for n1". */
export const say = (sentence: string) => ({ do: 'say', sentence }) as const

/** A promise made of a plain condition on the world. */
export const everywhere = <S>(holds: (world: World<S>) => boolean) => ({
  first: null,
  then: (_memo: null, world: World<S>) => (holds(world) ? null : 'it does not hold'),
})

/** The value each option has when nobody turned it. */
export const defaults = <O extends Options>(options: O): Values<O> =>
  Object.fromEntries(Object.entries(options).map(([k, o]) => [k, o.default])) as Values<O>
