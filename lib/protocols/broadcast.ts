// Broadcast to a group: in causal order, so that nobody reads an answer before what it answers
// (Birman, Schiper and Stephenson 1991), or as it comes; to all at once, or flooding the links.

import {
  type Effect,
  type Face,
  type Glyph,
  type Here,
  type NodeId,
  type Options,
  type Protocol,
  type Step,
  say,
  send,
  sendAll,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { type VectorClock, vectorClock } from '@/lib/values/vector-clock'

/** The n-th post of a member; `after`: up to which post of each member it had read before. */
export type Post = {
  readonly by: NodeId
  readonly n: number
  readonly text: string
  readonly after: VectorClock
}
export type State = {
  /** What it has read, in that order; on disk. */
  readonly read: readonly Post[]
  /** What has come, and must wait for what came before it. */
  readonly held: readonly Post[]
}
type Messages = {
  post: Post
  /** The names of all posts that the sender has. */
  have: { readonly posts: readonly string[] }
}

const options = {
  causal: { is: 'switch', default: true, says: 'In causal order' },
  relay: {
    is: 'choice',
    of: ['never', 'others', 'all'],
    default: 'never',
    says: 'What is new is passed on to',
  },
  repair: {
    is: 'number',
    from: 0,
    to: 600_000,
    default: 500,
    says: 'Ask for what is missing every, ms (0: never)',
  },
} as const satisfies Options
const commands = {
  post: {
    says: 'post',
    takes: { text: { is: 'text', longest: 40, default: 'Is 12A free?', says: 'what' } },
  },
} as const

export type Broadcast = {
  state: State
  messages: Messages
  timers: 'repair'
  options: typeof options
  commands: typeof commands
  roles: 'member'
}
type At = Here<Broadcast>

const nameOf = ({ by, n }: Pick<Post, 'by' | 'n'>) => `${by}.${n}`
/** The newest post of each member among these. */
const newest = (posts: readonly Post[]): VectorClock =>
  posts.reduce((all, { by, n }) => vectorClock.merge(all, { [by]: n }), vectorClock.zero)

/** Whether all posts of each member up to these are among those named: read as they came, some of
 * them may be missing in between. */
const hasAll = (named: ReadonlySet<string>, upTo: VectorClock) =>
  Object.entries(upTo).every(([by, n]) => {
    for (let i = n; i > 0; i--) if (!named.has(`${by}.${i}`)) return false
    return true
  })

/** All that its author had posted or read before has been read here. */
const isDue = ({ by, n, after }: Post, read: readonly Post[]) =>
  hasAll(new Set(read.map(nameOf)), { ...after, [by]: n - 1 })

/** Reads all that is due, until nothing more is. */
const deliver = (before: State, here: At): Step<Broadcast> => {
  let { read, held } = before
  const does: Effect<Broadcast>[] = []
  for (;;) {
    const next = held.find((post) => !here.options.causal || isDue(post, read))
    if (!next) break
    read = [...read, next]
    held = held.filter((post) => post !== next)
    does.push(say(`n${here.self} reads “${next.text}”`))
  }
  return [{ read, held }, ...does]
}

const again = ({ options: { repair } }: At) => (repair > 0 ? [wait('repair', repair)] : [])

/** Flooding: what is new goes on to all that one is linked to, or to all but who sent it. */
const passOn = (post: Post, from: NodeId, { peers, options: { relay } }: At) =>
  relay === 'never'
    ? []
    : peers.filter((to) => relay === 'all' || to !== from).map((to) => send(to, 'post', post))

const face = ({ read, held }: State): Face => {
  const last = read[read.length - 1]
  if (held.length) return { word: `holds ${held.length} back`, mood: 'busy' }
  if (last && !isDue(last, read)) return { word: 'too early', mood: 'ill', holds: last.text }
  return {
    word: 'member',
    mood: 'calm',
    number: read.length,
    counts: 'read',
    ...(last && { holds: last.text }),
  }
}
const glyph = (type: string, body: Partial<Post>): Glyph =>
  type === 'post'
    ? { word: body.text ?? '', shape: 'square' }
    : { word: 'have', shape: 'dot', routine: true }

/** Posts that a member had before something that comes before them in causal order. */
const tooEarly = (read: readonly Post[]) => {
  const before = new Set<string>()
  return read.filter((post) => {
    const early = !hasAll(before, post.after)
    before.add(nameOf(post))
    return early
  })
}

const facts = (world: World<State>) => {
  const reads = world.nodes.map((n) => n.state.read)
  return {
    posts: new Set(reads.flat().map(nameOf)).size,
    read: reads.map((read) => read.length),
    /** The posts that each has read, in that order. */
    order: reads.map((read) => read.map(nameOf)),
    held: world.nodes.map((n) => n.state.held.length),
    /** How often somebody read an answer before what it answers; and who, first. */
    early: reads.reduce((sum, read) => sum + tooEarly(read).length, 0),
    confused: (world.nodes.find((n) => tooEarly(n.state.read).length) ?? { id: 0 }).id,
    /** Whether all have read all that anyone has. */
    complete: reads.every((read) => read.length === new Set(reads.flat().map(nameOf)).size),
  }
}

export const broadcast: Protocol<Broadcast> = {
  name: 'broadcast',
  says: 'Broadcast in causal order, or as it comes (Birman, Schiper and Stephenson 1991).',
  options,
  commands,
  roles: ['member'],
  pictures: ['lanes'],
  start: (here) => [{ read: [], held: [] }, ...again(here)],
  wake: ({ read }, here) => [{ read, held: [] }, ...again(here)],

  on: {
    post(s, post, from, here) {
      const known = [...s.read, ...s.held].some((it) => nameOf(it) === nameOf(post))
      if (known) return [s]
      const [after, ...does] = deliver({ ...s, held: [...s.held, post] }, here)
      const waits = after.held.includes(post)
      const text = `n${here.self} holds “${post.text}” of n${from} back: something is missing`
      return [after, ...(waits ? [say(text)] : []), ...does, ...passOn(post, from, here)]
    },

    /** Somebody lacks what is known here. */
    have: (s, { posts }, from) => [
      s,
      ...s.read.filter((it) => !posts.includes(nameOf(it))).map((it) => send(from, 'post', it)),
    ],
  },

  after: {
    repair: (s, here) => [
      s,
      sendAll('have', { posts: [...s.read, ...s.held].map(nameOf) }),
      ...again(here),
    ],
  },

  ask: {
    post(s, { text }, here) {
      const after = newest(s.read)
      const post = { by: here.self, n: vectorClock.count(after, here.self) + 1, text, after }
      const says = say(`n${here.self} posts “${text}”`)
      return [{ ...s, read: [...s.read, post] }, says, sendAll('post', post)]
    },
  },
  face,
  glyph,
  facts,

  always: {
    'in causal order, nobody reads an answer before what it answers': {
      first: false,
      then(other: boolean, { nodes, options }, { node }) {
        if (other || !options.causal) return true
        const [early] = tooEarly(nodes[node - 1]?.state.read ?? [])
        return early ? `n${node} read “${early.text}” before what it answers` : false
      },
    },
    'nobody reads a post twice': {
      first: null,
      then(_: null, { nodes }, { node }) {
        const read = (nodes[node - 1]?.state.read ?? []).map(nameOf)
        return new Set(read).size === read.length ? null : `n${node} has read a post twice`
      },
    },
  },
  eventually: {
    'where what is missing is asked for, all read everything': (world) =>
      world.options.repair === 0 || facts(world).complete,
  },
}
