// A broker between those who publish and those who consume: what at-most-once and at-least-once
// mean when consumers crash, answers are lost, and one message cannot be handled at all.

import {
  type Here,
  type NodeId,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import { type Broker, commands, fresh, type Item, type Letter, options, type State } from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph } from './view'

export type { State } from './kind'

type At = Here<Broker>

const sure = ({ options: { delivery } }: At) => delivery === 'at least once'
const letterOf = ({ id, value, poison }: Letter): Letter => ({ id, value, poison })

/** Who may be given something now: whoever has nothing; at most once, anybody. */
const idle = ({ items }: State, here: At): readonly NodeId[] => {
  const busy = new Set(sure(here) ? items.map((it) => it.with) : [])
  return here.roles.consumer.filter((id) => !busy.has(id))
}

/** Wakes when the first of those that are out is due. */
const soon = (items: readonly Item[], { clock, options: { patience } }: At) => {
  const due = items.filter((it) => it.with).map((it) => it.due - clock)
  return due.length ? [wait('again', Math.max(1, Math.min(patience, ...due)))] : []
}

/** Gives out what waits, each to the next of those it is for; at most once, it then forgets it. */
const giveOut = (s: State, here: At): Step<Broker> => {
  let free = idle(s, here)
  if (!free.length) return [s]
  const items: Item[] = []
  const sends = []
  for (const item of s.items) {
    const able = item.with ? [] : free.filter((id) => !item.to || item.to === id)
    if (!able.length) {
      items.push(item)
      continue
    }
    const taker = able[(s.accepted.indexOf(item.id) + item.tries) % able.length]!
    sends.push(send(taker, 'deliver', letterOf(item)))
    if (!sure(here)) continue
    const due = here.clock + here.options.patience
    items.push({ ...item, with: taker, tries: item.tries + 1, due })
    free = free.filter((id) => id !== taker)
  }
  return sends.length ? [{ ...s, items }, ...sends, ...soon(items, here)] : [s]
}

/** What was given out in vain waits again, or after so many attempts is set aside. */
const takeBack = (s: State, back: (item: Item) => boolean, here: At): Step<Broker> => {
  const { attempts } = here.options
  const isDead = (it: Item) => back(it) && attempts > 0 && it.tries >= attempts
  const dead = s.items.filter(isDead)
  const items = s.items
    .filter((it) => !isDead(it))
    .map((it) => (back(it) ? { ...it, with: 0 } : it))
  const [next, ...does] = giveOut({ ...s, items, dead: [...s.dead, ...dead] }, here)
  const text = (it: Item) => `n${here.self} sets “${it.value}” aside after ${it.tries} attempts`
  return [next, ...dead.map((it) => say(text(it))), ...does]
}

/** A publisher sends, and keeps what it may have to send again. */
const publish = (s: State, value: string, poison: boolean, here: At): Step<Broker> => {
  const letter = { id: `${here.self}.${s.published + 1}`, value, poison }
  const pending = sure(here) ? [...s.pending, letter] : []
  const again = pending.length === 1 ? [wait('again', here.options.patience)] : []
  return [
    { ...s, published: s.published + 1, pending },
    say(`n${here.self} publishes “${value}”`),
    ...here.roles.broker.map((to) => send(to, 'publish', letter)),
    ...again,
  ]
}

const paced = ({ role, options: { every } }: At) =>
  role === 'publisher' && every ? [wait('next', every)] : []

const begin = (s: State, here: At): Step<Broker> => {
  const again = s.pending.length || s.items.length ? [wait('again', here.options.patience)] : []
  return [s, ...again, ...paced(here)]
}

/** A consumer handles what it was given, one after another. */
const handle = (s: State, here: At): Step<Broker> => {
  const [letter, ...inbox] = s.inbox
  if (!letter) return [s]
  const { id, value, poison } = letter
  const known = here.options.remembers && s.done.includes(id)
  const done = poison || known ? s.done : [...s.done, id]
  const more = inbox.length ? [wait('work', here.options.work)] : []
  const answer = { id, failed: poison }
  const ack = sure(here) ? here.roles.broker.map((to) => send(to, 'ack', answer)) : []
  const what = poison ? 'cannot handle' : known ? 'has handled before' : 'handles'
  return [{ ...s, inbox, done }, say(`n${here.self} ${what} “${value}”`), ...ack, ...more]
}

export const broker: Protocol<Broker> = {
  name: 'broker',
  says: 'A message broker: at most once or at least once, poison, redelivery and fan-out.',
  options,
  commands,
  roles: ['broker', 'publisher', 'consumer'],
  single: ['broker'],
  pictures: ['bars', 'chart', 'lanes'],
  start: (here) => begin(fresh, here),
  /** What a consumer was about to handle is gone; everything else is on disk. */
  wake: (s, here) => begin({ ...s, inbox: [] }, here),

  on: {
    /** Accepted once, however often it is published; a fan-out makes one copy for each. */
    publish(s, letter, from, here) {
      const ok = send(from, 'accepted', { id: letter.id })
      if (s.accepted.includes(letter.id)) return [s, ok]
      const { consumer } = here.roles
      const item = { ...letterOf(letter), tries: 0, with: 0, due: 0 }
      const copies = (here.options.fanOut ? consumer : [0]).map((to) => ({ ...item, to }))
      const accepted = s.accepted.concat([letter.id])
      const [next, ...does] = giveOut({ ...s, accepted, items: s.items.concat(copies) }, here)
      return [next, ok, ...does]
    },

    accepted: (s, { id }) => [{ ...s, pending: s.pending.filter((it) => it.id !== id) }],

    /** At most once: it takes note before it handles, and a second copy is ignored. */
    deliver(s, letter, _from, here) {
      const twice = sure(here)
        ? s.inbox.some((it) => it.id === letter.id)
        : s.seen.includes(letter.id)
      if (twice) return [s]
      const next = { ...s, inbox: [...s.inbox, letter], seen: [...s.seen, letter.id] }
      return [next, ...(s.inbox.length ? [] : [wait('work', here.options.work)])]
    },

    ack(s, { id, failed }, from, here) {
      const mine = (it: Item) => it.id === id && it.with === from
      if (failed) return takeBack(s, mine, here)
      return giveOut({ ...s, items: s.items.filter((it) => !mine(it)) }, here)
    },
  },

  after: {
    work: handle,

    /** No answer in time: the broker delivers again, a publisher publishes again. */
    again(s, here) {
      const later = wait('again', here.options.patience)
      if (here.role === 'publisher') {
        const sends = here.roles.broker.flatMap((to) =>
          s.pending.map((it) => send(to, 'publish', it)),
        )
        return [s, ...sends, ...(sends.length ? [later] : [])]
      }
      const late = (it: Item) => it.with > 0 && it.due <= here.clock
      const [next, ...does] = takeBack(s, late, here)
      const says = s.items.filter(late).map((it) => say(`no answer for “${it.value}” in time`))
      return [next, ...says, ...does, ...soon(next.items, here)]
    },

    next(s, here) {
      const [next, ...does] = publish(s, `order ${s.published + 1}`, false, here)
      return [next, ...does, ...paced(here)]
    },
  },

  ask: { publish: (s, { value, poison }, here) => publish(s, value, poison, here) },
  face,
  glyph,
  facts,

  always,
  eventually,
}
