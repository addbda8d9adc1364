// What a member of SWIM keeps, says to others, and lets one turn.

import type { Here as AnyHere, NodeId, Options, Step as Steps } from '@/lib/sim/protocol'

export type Status = 'alive' | 'suspect' | 'failed'
/** What is said of a member (§4.2). Whoever comes back has another life: failing is for good. */
export type Rumour = {
  readonly about: NodeId
  readonly status: Status
  readonly life: number
  readonly incarnation: number
}
/** A rumour to hand on, and how often it was told. */
export type News = { readonly rumour: Rumour; readonly told: number }
/** Who is probed, as which of one’s probes, and what became of it. */
type Probe = { readonly target: NodeId; readonly nth: number; readonly answered: boolean }

export type State = {
  // On disk.
  readonly life: number
  readonly incarnation: number
  /** What was heard of whom. A member of whom nothing was heard is alive from the start. */
  readonly known: { readonly [member: NodeId]: Rumour }
  /** The periods that are left to each suspicion. */
  readonly left: { readonly [member: NodeId]: number }
  // In memory.
  readonly news: readonly News[]
  /** Whom to probe yet in this round, in its order (§4.3). */
  readonly order: readonly NodeId[]
  readonly probe: Probe | null
  // Kept for the record; no rule looks at it.
  readonly periods: number
  /** In which period it found whom silent by a probe of its own. */
  readonly found: { readonly [member: NodeId]: number }
}

type Carrying = { readonly news: readonly Rumour[] }
export type Messages = {
  /** `for` is the member that asked for this probe; 0: nobody did. */
  ping: Carrying & { readonly nth: number; readonly for: NodeId }
  ack: Carrying & { readonly nth: number; readonly for: NodeId }
  pingReq: Carrying & { readonly nth: number; readonly target: NodeId }
}

export const options = {
  period: { is: 'number', from: 3, to: 600_000, default: 1000, says: 'Period, ms' },
  timeout: { is: 'number', from: 1, to: 200_000, default: 300, says: 'Timeout, ms' },
  helpers: { is: 'number', from: 0, to: 20, default: 3, says: 'k: helpers' },
  suspicion: { is: 'switch', default: true, says: 'Suspicion (§4.2)' },
  patience: { is: 'number', from: 1, to: 1000, default: 5, says: 'Patience, periods' },
  inTurn: { is: 'switch', default: true, says: 'In turn (§4.3)' },
  spread: { is: 'number', from: 0, to: 20, default: 3, says: 'λ: news lasts' },
  carry: { is: 'number', from: 0, to: 100, default: 6, says: 'News a message' },
  again: {
    is: 'number',
    from: 0,
    to: 1000,
    default: 0,
    says: 'Retry failed, periods',
  },
  together: { is: 'switch', default: false, says: 'All in step' },
} as const satisfies Options

export type Swim = {
  state: State
  messages: Messages
  timers: 'period' | 'timeout'
  options: typeof options
  commands: Record<never, never>
  roles: 'member'
}
export type Here = AnyHere<Swim>
export type Step = Steps<Swim>
export type Rule = (s: State) => Step
