// A scenario is data: all that a run needs, and nothing that runs. A file, a prop or a link.

import type {
  AnyProtocol,
  Json,
  Millis,
  NodeId,
  Options,
  PictureName,
  Protocol,
  Values,
} from './protocol'

/** A node by its number, or by a fact that holds one: 'leader'. */
export type Who = NodeId | string

/** How long a message takes, in ms: exactly, between two, or by a distribution with this mean. */
export type Delay =
  | number
  | readonly [least: Millis, most: Millis]
  | { readonly exponential: Millis }
  | { readonly pareto: readonly [least: Millis, shape: number] }
  | { readonly mix: readonly (readonly [share: number, delay: Delay])[] }
/** One delay for all, or one per message type. */
export type Delays =
  | Delay
  | { readonly each: { readonly [type: string]: Delay }; readonly other: Delay }

export type Links = 'all' | 'ring' | 'line' | 'grid' | readonly (readonly [NodeId, NodeId])[]

/** Lasts from its beginning to its end; without an end, to the end of the run. */
export type Fault =
  | { readonly cut: readonly (readonly Who[])[] | { readonly from: Who; readonly to: Who } }
  | { readonly crash: Who; readonly wipe?: boolean }
  | { readonly pause: Who }
  | { readonly slow: { readonly from?: Who; readonly to?: Who; readonly delay: Delay } }
  | { readonly drop: { readonly from?: Who; readonly to?: Who; readonly chance: number } }
  | { readonly duplicate: { readonly from?: Who; readonly to?: Who; readonly chance: number } }
  | { readonly drift: { readonly node: Who; readonly ppm: number } }

/** What `slow`, `drop` and `duplicate` hold: a delay or a chance; an end left out is any. */
export type Weathering = {
  readonly from?: Who
  readonly to?: Who
  readonly delay: Delay
  readonly chance: number
}

/** Has a moment. */
export type Act<Ask = AnyAsk, Turn = { readonly [option: string]: Json }> =
  | { readonly ask: Ask }
  | {
      readonly lose: {
        readonly from: Who
        readonly to: Who
        readonly type?: string
        readonly nth?: number
      }
    }
  | { readonly bump: { readonly node: Who; readonly ms: Millis } }
  | { readonly turn: Turn }
type AnyAsk = { readonly node: Who; readonly type: string; readonly [field: string]: Json }

/** One entry of a script: [at, act] or [from, fault, to]. */
export type Line<A = Act> =
  | readonly [at: Millis, act: A]
  | readonly [from: Millis, fault: Fault]
  | readonly [from: Millis, fault: Fault, to: Millis]

/** A button that adds lines or turns options, with one tap. */
export type Lever<L = Line, O = { readonly [option: string]: Json }> = {
  readonly label: string
  readonly lines?: readonly L[]
  readonly options?: O
  /** So many nodes instead: only in a survey whose reader may ask for that. */
  readonly nodes?: number
}

export type Crystal = { readonly offset?: Millis; readonly driftPpm?: number }

type Common<L, O, R> = {
  readonly options?: O
  /** How many, or the role of each. */
  readonly nodes: number | readonly R[]
  readonly names?: readonly string[]
  /** Offset and drift of each crystal at the start, in the order of the nodes. */
  readonly clocks?: readonly Crystal[]
  /** One whole number below 2³². */
  readonly seed: number
  /** Why this seed and no other: what must be true at a moment; `says` is told of the still. */
  readonly because?: {
    /** Left out: at the poster. */
    readonly at?: Millis
    readonly that: { readonly [fact: string]: Json }
    readonly says?: string
  }
  readonly delay: Delays
  readonly loss?: number
  readonly duplicate?: number
  readonly fifo?: boolean
  readonly links?: Links
  readonly script?: readonly L[]
  readonly until: Millis
  /** The moment of the still. */
  readonly poster: Millis
  readonly title?: string
  readonly pictures?: readonly PictureName[]
  readonly levers?: readonly Lever<L, O>[]
  /** A second film over the same chance. */
  readonly against?: {
    readonly label: string
    /** What the first film is called beside it. */
    readonly beside?: string
    readonly options?: O
    readonly script?: readonly L[]
    readonly nodes?: number | readonly R[]
  }
}

/** What the kernel, a player and a link work with: any protocol's scenario. */
export type AnyScenario = { readonly protocol: string } & Common<
  Line,
  { readonly [option: string]: Json },
  string
>

type AskOf<C> = {
  [T in keyof C & string]: C[T] extends { takes: infer O extends Options }
    ? { readonly node: Who; readonly type: T } & Partial<Values<O>>
    : never
}[keyof C & string]

/** The scenarios of one protocol: its options, commands and roles are type-checked. */
export type ScenarioOf<P extends AnyProtocol, Name extends string> =
  P extends Protocol<infer K>
    ? { readonly protocol: Name } & Common<
        Line<Act<AskOf<K['commands']>, Partial<Values<K['options']>>>>,
        Partial<Values<K['options']>>,
        K['roles']
      >
    : never

/** The faults' and acts' own words, as they stand in a line. */
export const faults = ['cut', 'crash', 'pause', 'slow', 'drop', 'duplicate', 'drift'] as const
export const acts = ['ask', 'lose', 'bump', 'turn'] as const

/** The word of a line: 'crash', 'ask', … */
export const wordOf = (line: Line) =>
  Object.keys(line[1])[0] as (typeof faults)[number] | (typeof acts)[number]
export const isFault = (line: Line) => (faults as readonly string[]).includes(wordOf(line))
/** How many nodes a scenario has. */
export const countOf = (scenario: { readonly nodes: number | readonly unknown[] }) =>
  typeof scenario.nodes === 'number' ? scenario.nodes : scenario.nodes.length
/** What nodes are called: the scenario's names, else n1, n2, … */
export const namesOf = (scenario: Pick<AnyScenario, 'nodes' | 'names'>): string[] =>
  Array.from({ length: countOf(scenario) }, (_, i) => scenario.names?.[i] ?? `n${i + 1}`)
/** The role of each node; a plain number of nodes have the protocol's first role. */
export const rolesOf = (protocol: AnyProtocol, { nodes }: Pick<AnyScenario, 'nodes'>): string[] => {
  const first = protocol.roles?.[0] ?? 'node'
  return typeof nodes === 'number' ? Array.from({ length: nodes }, () => first) : [...nodes]
}
/** The numbers of the nodes of each role, whether or not there are any; `roles` is each node's. */
export const castOf = (
  protocol: AnyProtocol,
  roles: readonly string[],
): { readonly [role: string]: readonly NodeId[] } =>
  Object.fromEntries(
    (protocol.roles ?? ['node']).map((one) => [
      one,
      roles.flatMap((role, i) => (role === one ? [i + 1] : [])),
    ]),
  )
/** The scenario of the second film, where there is one. */
export const opponent = (scenario: AnyScenario): AnyScenario | undefined => {
  // What is said of the first at its poster is not so of this one.
  const { against, because, ...first } = scenario
  if (!against) return undefined
  const options = { ...first.options, ...against.options }
  const { script = first.script, nodes = first.nodes } = against
  return { ...first, options, nodes, ...(script && { script }) }
}

/** "n3" in a sentence becomes the name that the scenario gives to node 3. */
export const named = (sentence: string, names: readonly string[]) =>
  sentence.replace(/\bn(\d+)\b/g, (whole, digits) => names[Number(digits) - 1] ?? whole)
