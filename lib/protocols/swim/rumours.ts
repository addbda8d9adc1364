// What members say of each other: which rumour overrides which, and how they travel (§4.1, §4.2).

import { ln } from '@/lib/sim/curves'
import { type NodeId, say } from '@/lib/sim/protocol'
import type { Here, News, Rule, Rumour, State, Step } from './kind'

const rank = { alive: 0, suspect: 1, failed: 2 } as const

/**
 * Whether `a` overrides `b` (§4.2): alive_i < suspected_i < alive_{i+1} < … < failed, in one life;
 * whatever is said of a later life overrides what was said of an earlier one.
 */
export const newer = (a: Rumour, b: Rumour): boolean => {
  const final = Math.floor(rank[a.status] / 2) - Math.floor(rank[b.status] / 2)
  const later = a.life - b.life || final || a.incarnation - b.incarnation
  return (b.status === 'failed' ? a.life - b.life : later || rank[a.status] - rank[b.status]) > 0
}

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
 * The news for one message, those told least first (§4.1), and what is left to tell. A member that
 * is not thought alive always hears of it: the buddy system of Dadgar et al. 2018.
 */
export const carry = (s: State, to: NodeId, here: Here): readonly [State, readonly Rumour[]] => {
  const { spread, carry } = here.options
  const most = tellings(spread, here.peers.length + 1)
  const fit = ({ told }: News) => told < most
  const chosen = s.news
    .filter(fit)
    .sort((a, b) => a.told - b.told)
    .slice(0, carry)
  const news = s.news.map((it) => (chosen.includes(it) ? { ...it, told: it.told + 1 } : it))
  const told = chosen.map((it) => it.rumour)
  const theirs = heldOf(s, to)
  const due = theirs.status !== 'alive' && !told.includes(theirs)
  return [{ ...s, news: news.filter(fit) }, due ? [...told, theirs] : told]
}

/** §4.2: who hears that it is not thought alive outbids that, in a new life if it is failed. */
const refute = (before: State, heard: Rumour, { self }: Here): Step => {
  if (heard.status === 'alive') return [before]
  if (!newer(heard, own(before, self))) return [retell(before, own(before, self))]
  const s = { ...before, known: { ...before.known, [self]: heard } }
  const failed = heard.status === 'failed'
  const more = failed ? { incarnation: 0 } : { incarnation: heard.incarnation + 1 }
  const next = { ...s, ...more, life: heard.life + +failed }
  const text = failed ? 'has failed, and comes back' : 'is suspected, and refutes it'
  return [retell(next, own(next, self)), say(`n${self} hears that it ${text}`)]
}

const words = { alive: 'takes alive again', suspect: 'suspects', failed: 'holds failed' } as const

/** Takes a rumour about another member, if it overrides what is known. */
export const believe = (s: State, rumour: Rumour, { self, options }: Here, why = ''): Step => {
  const { about, status } = rumour
  const before = heldOf(s, about)
  if (!newer(rumour, before)) return [s]
  const { [about]: _, ...others } = s.left
  const left = status === 'suspect' ? { ...others, [about]: options.patience } : others
  const next = retell({ ...s, left, known: { ...s.known, [about]: rumour } }, rumour)
  const text = `n${self} ${words[status]}: n${about}${why}`
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
