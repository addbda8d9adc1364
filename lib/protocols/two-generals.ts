// Two generals who must attack together, and messengers who may be caught: after Gray 1978
// (Notes on Data Base Operating Systems), and Akkoyunlu, Ekanadham and Huber 1975 before him.

import {
  type Face,
  type Glyph,
  type Here,
  type Millis,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  stop,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

export type State = {
  /** The plan is this general's own: it writes the odd letters, the other the even ones. */
  readonly plans: boolean
  /** To whom it writes; 0 while to nobody. */
  readonly other: NodeId
  /** The latest letter that it has read, and the latest that it has sent; 0 for none. */
  readonly got: number
  readonly sent: number
  readonly messengers: number
  readonly dawn: Millis
  readonly does: 'waits' | 'attacks' | 'stays'
}
type Messages = { letter: { readonly nth: number } }

const options = {
  letters: { is: 'number', from: 1, to: 20, step: 1, default: 3, says: 'letters in all' },
  retry: {
    is: 'number',
    from: 0,
    to: 60_000,
    default: 0,
    says: 'sends again after, ms (0: never)',
  },
  dawn: { is: 'number', from: 10, to: 600_000, default: 1000, says: 'dawn after, ms' },
} as const satisfies Options

const commands = { plan: { says: 'attack at dawn', takes: {} } } as const

export type TwoGenerals = {
  state: State
  messages: Messages
  timers: 'retry' | 'dawn'
  options: typeof options
  commands: typeof commands
  roles: 'general'
}
type At = Here<TwoGenerals>
type Rule = Step<TwoGenerals>

/** The last letter that is due to a general: without it, it stays where it is. */
export const dueTo = (plans: boolean, letters: number) => letters - (letters % 2 === +plans ? 1 : 0)

/** What who reads the nth letter then knows: that the other knows, that it knows, … */
export const knowledge = (nth: number, reader: NodeId, writer: NodeId): string =>
  nth === 0
    ? `n${reader} has the plan`
    : nth === 1
      ? `n${reader} knows of the plan`
      : nth > 4
        ? `n${reader} knows, ${nth} letters deep`
        : `n${reader} knows that ${knowledge(nth - 1, writer, reader)}`

/** Sends a letter on its way; where an answer is due, it may be sent again. */
const write = (s: State, nth: number, here: At): Rule => {
  const { letters, retry } = here.options
  if (!s.other || nth > letters) return [s]
  const answered = nth < letters && retry > 0 ? [wait('retry', retry)] : []
  const next = { ...s, sent: nth, messengers: s.messengers + 1 }
  return [next, send(s.other, 'letter', { nth }), ...answered]
}

const until = (dawn: Millis, here: At) => wait('dawn', Math.max(0.001, dawn - here.clock))

const face = ({ does, got, sent }: State): Face => ({
  word: does,
  mood: does === 'attacks' ? 'proud' : does === 'waits' && got + sent ? 'busy' : 'calm',
})

const glyph = (_type: string, { nth }: { nth: number }): Glyph => ({
  word: nth === 1 ? 'attack at dawn' : `letter ${nth}`,
  shape: nth === 1 ? 'square' : 'dot',
  number: nth,
})

const facts = (world: World<State>) => {
  const by = (does: State['does']) => world.nodes.filter((n) => n.state.does === does)
  const [attackers, waiting] = [by('attacks').map((n) => n.id), by('waits').length]
  return {
    attackers,
    /** It is dawn, and everybody has made up their mind. */
    decided: waiting === 0,
    together: attackers.length === world.nodes.length,
    /** Who attacks while the other stays; 0 for nobody. */
    alone: waiting === 0 && attackers.length === 1 ? attackers[0]! : 0,
    agree: waiting === 0 && attackers.length !== 1,
    split: waiting === 0 && attackers.length === 1,
    /** The latest letter that each has read, and how many messengers went out in all. */
    read: world.nodes.map((n) => n.state.got),
    messengers: world.nodes.reduce((sum, n) => sum + n.state.messengers, 0),
  }
}

export const twoGenerals: Protocol<TwoGenerals> = {
  name: 'two-generals',
  says: 'Two generals who must attack together, and messengers who may be caught (Gray 1978).',
  options,
  commands,
  roles: ['general'],
  pictures: ['lanes'],
  start(here) {
    const dawn = here.clock + here.options.dawn
    const s: State = { plans: false, other: 0, got: 0, sent: 0, messengers: 0, dawn, does: 'waits' }
    return [s, until(dawn, here)]
  },
  /** Letters are kept; one who wakes after dawn decides at once. */
  wake: (s, here) => [s, ...(s.does === 'waits' ? [until(s.dawn, here)] : [])],

  on: {
    /** Every letter is answered by the next, as long as the plan has one more. */
    letter(s, { nth }, from, here) {
      if (s.does !== 'waits') return [s, say(`n${here.self} reads letter ${nth} after dawn`)]
      if (nth % 2 === +s.plans) return [s, say(`n${here.self} has a plan of its own`)]
      if (nth < s.got) return [s]
      const [next, ...answer] = write({ ...s, got: nth, other: from }, nth + 1, here)
      const says =
        nth === s.got ? `n${here.self} reads letter ${nth} again` : knowledge(nth, here.self, from)
      return [next, stop('retry'), say(says), ...answer]
    },
  },

  after: {
    /** No answer: this letter was lost, or its answer was. */
    retry(s, here) {
      if (s.does !== 'waits' || s.sent < s.got) return [s]
      const [next, ...effects] = write(s, s.sent, here)
      return [next, say(`n${here.self} sends letter ${s.sent} again`), ...effects]
    },

    /** Whoever has read all that was due to it attacks. It cannot know more. */
    dawn(s, here) {
      const { letters } = here.options
      const due = dueTo(s.plans, letters)
      const goes = (s.plans || s.got > 0) && s.got >= due
      const why = goes
        ? s.sent === letters
          ? `attacks, and cannot know whether letter ${letters} arrived`
          : `attacks: it has read letter ${letters}, the last`
        : `stays: ${s.plans || s.got ? `letter ${due} never came` : 'it knows of no plan'}`
      const does = goes ? 'attacks' : 'stays'
      return [{ ...s, does }, stop('retry'), say(`n${here.self} ${why}`)]
    },
  },

  ask: {
    plan(s, _command, here) {
      if (s.does !== 'waits') return [s, say(`n${here.self} plans too late`)]
      if (s.plans || s.got) return [s, say(`n${here.self} knows of a plan already`)]
      const [next, ...effects] = write({ ...s, plans: true, other: here.peers[0] ?? 0 }, 1, here)
      return [next, say(`n${here.self} sends the plan: attack at dawn`), ...effects]
    },
  },
  face,
  glyph,
  facts,

  always: {
    'nobody attacks without a plan': {
      first: null,
      then(_memo: null, world, event) {
        const wrong =
          world.nodes[event.node - 1]?.state.does === 'attacks' &&
          !world.nodes.some((n) => n.state.plans)
        return wrong ? `n${event.node} attacks, and nobody has a plan` : null
      },
    },
  },

  eventually: {
    'at dawn everybody decides': (world) => world.nodes.every((n) => n.state.does !== 'waits'),
  },
}
