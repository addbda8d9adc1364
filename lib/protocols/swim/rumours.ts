// What members say of each other: which rumour overrides which, and how they travel (§4.1, §4.2).

import { ln } from '@/lib/sim/curves'
import { type NodeId, say } from '@/lib/sim/protocol'
import type { Here, Rule, Rumour, State, Step } from './kind'

/** The order of rumours in one life (§4.2): alive_i < suspected_i < alive_{i+1} < … < failed. */
const age = ({ life, status, incarnation: i }: Rumour) =>
  life * 1e6 + { alive: 2 * i, suspect: 2 * i + 1, failed: 5e5 }[status]
/** Whether `a` overrides `b`. Whatever is said of a later life overrides what was said before. */
export const newer = (a: Rumour, b: Rumour) => age(a) > age(b)

/** What a member holds of another. */
export const heldOf = (s: State, about: NodeId): Rumour =>
  s.known[about] ?? { about, status: 'alive', life: 0, incarnation: 0 }
export const statusOf = (s: State, id: NodeId) => heldOf(s, id).status
/** What a member says of itself. */
export const own = ({ life, incarnation }: State, about: NodeId): Rumour => ({
  about,
  status: 'alive',
  life,
  incarnation,
})

/** Rules one after another, and all that they do. */
export const chain = (s: State, ...rules: readonly Rule[]): Step =>
  rules.reduce<Step>(
    ([now, ...does], rule) => {
      const [next, ...more] = rule(now)
      return [next, ...does, ...more]
    },
    [s],
  )

/** A rumour replaces those about the same member, and has been told to nobody. */
const retell = (s: State, rumour: Rumour): State => ({
  ...s,
  news: [{ rumour, told: 0 }, ...s.news.filter((it) => it.rumour.about !== rumour.about)],
})

/** How often a rumour is told: λ ln n times, rounded up (§4.1). */
export const tellings = (lambda: number, members: number) => -Math.floor(-lambda * ln(members))

/**
 * The news for one message, those told least first (§4.1), and what is left to tell. Two things are
 * told always: to a member that it is not thought alive (the buddy system of Dadgar et al. 2018),
 * and in answer to that, by a member that has just `refuted` it. So whoever pings a suspect with
 * success takes it alive again, as §4.2 asks; but by the suspect’s own word, in a new incarnation.
 * Un-marking it without that would put alive_i over suspected_i, which no other member may believe.
 */
export const carry = (
  s: State,
  to: NodeId,
  here: Here,
  refuted?: boolean,
): readonly [State, readonly Rumour[]] => {
  const { spread, carry } = here.options
  const most = tellings(spread, here.peers.length + 1)
  const due = s.news.filter(({ told }) => told < most)
  const chosen = [...due].sort((a, b) => a.told - b.told).slice(0, carry)
  const news = due.map((it) => (chosen.includes(it) ? { ...it, told: it.told + 1 } : it))
  const told = chosen.map((it) => it.rumour)
  const theirs = heldOf(s, to)
  if (theirs.status !== 'alive' && !told.includes(theirs)) told.push(theirs)
  if (refuted && !told.some(({ about }) => about === here.self)) told.push(own(s, here.self))
  return [{ ...s, news }, told]
}

/** §4.2: who hears that it is not thought alive outbids that, in a new life if it is failed. */
const refute = (before: State, heard: Rumour, { self }: Here): Step => {
  if (heard.status === 'alive') return [before]
  if (!newer(heard, own(before, self))) return [retell(before, own(before, self))]
  const failed = heard.status === 'failed'
  const next: State = {
    ...before,
    known: { ...before.known, [self]: heard },
    incarnation: failed ? 0 : heard.incarnation + 1,
    life: heard.life + +failed,
  }
  const text = failed ? 'has failed, and comes back' : 'is suspected, and refutes it'
  return [retell(next, own(next, self)), say(`n${self} hears that it ${text}`)]
}

const words = { alive: 'takes back', suspect: 'suspects', failed: 'gives up' } as const

/** Takes a rumour about another member, if it overrides what is known. */
export const believe = (s: State, rumour: Rumour, { self, options }: Here, why = ''): Step => {
  const { about, status } = rumour
  const before = heldOf(s, about)
  if (!newer(rumour, before)) return [s]
  const { [about]: _, ...others } = s.left
  const left = status === 'suspect' ? { ...others, [about]: options.patience } : others
  const next = retell({ ...s, left, known: { ...s.known, [about]: rumour } }, rumour)
  const text = `n${self} ${words[status]} n${about}${why}`
  return before.status === status ? [next] : [next, say(text)]
}

/** Takes all that a message carried. */
export const hear =
  (news: readonly Rumour[], here: Here): Rule =>
  (s) =>
    chain(
      s,
      ...news.map(
        (it): Rule =>
          (now) =>
            (it.about === here.self ? refute : believe)(now, it, here),
      ),
    )
