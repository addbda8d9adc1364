// A lock that is lent for a time (Gray and Cheriton 1989), and the token that guards against
// holders who wake too late (Kleppmann 2016).

import { type Protocol, say, send, stop, wait } from '@/lib/sim/protocol'
import {
  type At,
  commands,
  fresh,
  type Job,
  type Lease,
  last,
  nobody,
  open,
  options,
  type Rule,
  type State,
} from './kind'
import { always, eventually } from './promises'
import { face, facts, glyph, history } from './view'

const close = (s: State, job: Job): State => ({ ...s, jobs: [...s.jobs.slice(0, -1), job] })

/** Lends to the first who waits, under a token that is greater than any before. */
const lend = (s: State, here: At): Rule => {
  const [next, ...queue] = s.queue
  if (!next) return [{ ...s, holder: nobody }, stop('expire')]
  const token = s.token + 1
  const { client, nth, asked, heard } = next
  const waited = Math.max(0, here.clock - heard)
  return [
    { ...s, token, holder: { client, nth, asked, waited }, queue },
    send(client, 'grant', { nth, token, asked, waited }),
    wait('expire', here.options.term),
    say(`n${here.self} lends to n${client} under token ${token}`),
  ]
}

/** Whether a holder that looks at its clock sees that its lease has ended. */
const isOver = (job: Job, { clock, options: { checks } }: At) => checks && clock >= job.until

/** Asks the lock, or the store, and asks again until it answers. */
const ask = (s: State, here: At): Rule => {
  const job = last(s)
  const nth = s.jobs.length
  const again = wait('retry', here.options.retry)
  if (job?.phase === 'asks') {
    const question = { nth, asked: here.clock }
    return [s, ...here.roles.lock.map((lock) => send(lock, 'acquire', question)), again]
  }
  if (job?.phase !== 'writes') return [s]
  if (isOver(job, here)) return end(s, job, 'late', 'sees that its lease has ended', here)
  const { token, value } = job
  return [s, ...here.roles.store.map((store) => send(store, 'write', { nth, token, value })), again]
}

/** A job is over; the lease goes back. */
const end = (s: State, job: Job, phase: Job['phase'], why: string, here: At): Rule => [
  close(s, { ...job, phase, to: here.at }),
  stop('retry'),
  ...here.roles.lock.map((lock) => send(lock, 'release', { token: job.token })),
  say(`n${here.self} ${why}`),
]

export const lease: Protocol<Lease> = {
  name: 'lease',
  says: 'A lock lent for a time, with or without a fencing token (Gray and Cheriton 1989).',
  options,
  commands,
  roles: ['holder', 'lock', 'store'],
  /** The tokens of two would not tell their holders apart. */
  single: ['lock'],
  pictures: ['lanes'],
  start: () => [fresh],

  /**
   * A holder forgets what it was doing. A lock whose lease is held when it wakes lets a whole term
   * pass before it lends again: its holder may still hold it. What was given back is lent at once.
   */
  wake(s, here) {
    const job = last(s)
    const jobs = job && open(job) ? close(s, { ...job, phase: 'late', to: here.at }).jobs : s.jobs
    return [{ ...s, jobs, queue: [] }, ...(s.token ? [wait('expire', here.options.term)] : [])]
  },

  on: {
    /** One holder at a time; others wait in line. A question asked again has the same answer. */
    acquire(s, { nth, asked }, from, here) {
      const { holder, queue, token } = s
      if (holder.client === from && holder.nth === nth) {
        const { asked, waited } = holder
        return [s, send(from, 'grant', { nth, token, asked, waited })]
      }
      if (queue.some((it) => it.client === from && it.nth === nth)) return [s]
      const others = queue.filter((it) => it.client !== from)
      const next = { ...s, queue: [...others, { client: from, nth, asked, heard: here.clock }] }
      return holder.client ? [next] : lend(next, here)
    },

    /**
     * The holder must stop before the lock does (§3). The grant may have been long under way,
     * so it counts from when it sent the request that was heard, and adds what that waited for at
     * the lock; what the two clocks may part by meanwhile it takes off.
     */
    grant(s, { nth, token, asked, waited }, _from, here) {
      const job = last(s)
      if (nth !== s.jobs.length || job?.phase !== 'asks') return [s]
      const { term, uncertainty } = here.options
      const until = asked + (waited + term) * (1 - uncertainty / 100)
      return [
        close(s, { ...job, phase: 'works', token, until }),
        stop('retry'),
        wait('work', here.options.work),
        say(`n${here.self} holds the lease under token ${token}`),
      ]
    },

    release: (s, { token }, _from, here) =>
      token === s.token && s.holder.client ? lend(s, here) : [s],

    /** A write under an older token comes from somebody who no longer holds the lease. */
    write(s, { nth, token, value }, from, here) {
      const late = token < s.highest
      if (late && here.options.fencing) {
        const says = say(`n${here.self} refuses token ${token}: it has seen ${s.highest}`)
        return [{ ...s, refused: s.refused + 1 }, send(from, 'written', { nth, ok: false }), says]
      }
      const highest = Math.max(s.highest, token)
      const overwrote = s.overwrote + (late ? 1 : 0)
      const over = late ? `, over what came under ${s.highest}` : ''
      return [
        { ...s, value, written: token, highest, overwrote },
        send(from, 'written', { nth, ok: true }),
        say(`n${here.self} takes ${value} under token ${token}${over}`),
      ]
    },

    written(s, { nth, ok }, _from, here) {
      const job = last(s)
      if (nth !== s.jobs.length || job?.phase !== 'writes') return [s]
      return ok
        ? end(s, job, 'done', `has written ${job.value}`, here)
        : end(s, job, 'refused', 'is refused: its lease had ended', here)
    },
  },

  after: {
    /** The lease ends by the lock's crystal, whatever its holder believes. */
    expire(s, here) {
      const [next, ...effects] = lend(s, here)
      const was = s.holder.client
      return [next, ...(was ? [say(`n${here.self} ends the lease of n${was}`)] : []), ...effects]
    },

    work(s, here) {
      const job = last(s)
      if (job?.phase !== 'works') return [s]
      if (isOver(job, here)) return end(s, job, 'late', 'sees that its lease has ended', here)
      return ask(close(s, { ...job, phase: 'writes' }), here)
    },

    retry: ask,
  },

  ask: {
    write(s, { value }, here) {
      if (open(last(s))) return [s, say(`n${here.self} is busy`)]
      const job: Job = { phase: 'asks', value, from: here.at, to: null, token: 0, until: 0 }
      const [next, ...effects] = ask({ ...s, jobs: [...s.jobs, job] }, here)
      return [next, say(`n${here.self} asks for the lease`), ...effects]
    },
  },
  face,
  glyph,
  facts,
  history,
  always,
  eventually,
}
