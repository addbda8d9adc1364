// Explores all states that can be reached, breadth first, and what is found among them.

import type { Json } from '@/lib/sim/protocol'
import { jsonText } from '@/lib/values/json-text'

export type Exploring<S> = {
  readonly initial: readonly S[]
  /** Every state that can come next; the same one may be given more than once. */
  readonly next: (state: S) => readonly S[]
  /** A text that is the same for states that count as the same; left out: all of it. */
  readonly key?: (state: S) => string
  /** States to look for, by name: something that must never be, or something that should occur. */
  readonly find?: { readonly [name: string]: (state: S) => boolean }
  /** Stop after so many states; a million, if left out. */
  readonly limit?: number
}

export type Explored<S> = {
  /** How many different states there are. */
  readonly states: number
  /** How many were made: the initial ones, and every successor of every state (as TLC counts). */
  readonly generated: number
  /** How many levels there are; the initial states are the first. */
  readonly depth: number
  /** False if the limit stopped it. */
  readonly complete: boolean
  /** Of each name the first state found, with the shortest way to it from an initial state. */
  readonly found: { readonly [name: string]: readonly S[] }
  /** How many states have no successor. */
  readonly ends: number
}

/** One exploration under way: the states in the order met, each with the one it came from. */
class Exploration<S> {
  readonly met: { readonly state: S; readonly from: number; readonly level: number }[] = []
  readonly found: { [name: string]: readonly S[] } = {}
  generated = 0
  private readonly known = new Set<string>()

  constructor(private readonly what: Exploring<S>) {}

  meet(state: S, from: number) {
    this.generated++
    const key = this.what.key?.(state) ?? jsonText(state as Json)
    if (this.known.has(key)) return
    this.known.add(key)
    const level = from === -1 ? 1 : this.met[from]!.level + 1
    const place = this.met.push({ state, from, level }) - 1
    for (const [name, holds] of Object.entries(this.what.find ?? {}))
      if (!Object.hasOwn(this.found, name) && holds(state)) this.found[name] = this.wayTo(place)
  }

  private wayTo(place: number): S[] {
    const way: S[] = []
    for (let at = place; at !== -1; at = this.met[at]!.from) way.unshift(this.met[at]!.state)
    return way
  }
}

/** Every state reachable from the initial ones. States are JSON values unless `key` is given. */
export function explore<S>(what: Exploring<S>): Explored<S> {
  const run = new Exploration(what)
  const { limit = 1_000_000 } = what
  let ends = 0
  for (const state of what.initial) run.meet(state, -1)
  let at = 0
  for (; at < run.met.length && run.met.length <= limit; at++) {
    const next = what.next(run.met[at]!.state)
    if (next.length === 0) ends++
    for (const state of next) run.meet(state, at)
  }
  return {
    states: run.met.length,
    generated: run.generated,
    depth: run.met.at(-1)?.level ?? 0,
    complete: at === run.met.length,
    found: run.found,
    ends,
  }
}
