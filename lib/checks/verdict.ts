// What a checker answers: whether it holds, why, and which operations show it.

/** 'undecided' when the checker stopped at its limit, or cannot judge such a history. */
export type Holds = 'yes' | 'no' | 'undecided'

export type Verdict = {
  readonly holds: Holds
  /** Why, in one sentence without a capital and a full stop. */
  readonly says: string
  /** The operations at fault, by their places in the history. */
  readonly culprits: readonly number[]
  /** An order that explains the history; if there is none, the longest beginning of one. */
  readonly order: readonly number[]
  /** How many states were looked at. */
  readonly expanded: number
}

/** A verdict with what is given, and nothing for the rest. */
export const verdict = (holds: Holds, says: string, more: Partial<Verdict> = {}): Verdict => ({
  holds,
  says,
  culprits: [],
  order: [],
  expanded: 0,
  ...more,
})
