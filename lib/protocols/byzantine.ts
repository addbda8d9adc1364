// The Byzantine generals and their oral messages: OM(m) of Lamport, Shostak and Pease 1982.

import { roll } from '@/lib/sim/dice'
import {
  type Face,
  type Glyph,
  type Here,
  type NodeId,
  type Options,
  type Promised,
  type Protocol,
  type Step,
  say,
  send,
  wait,
} from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'

export type Order = 'attack' | 'retreat'
/** Through whom an order came, the commander first: "1", "1 3", … */
type Path = string
export type State = {
  /** What was received by which path. */
  readonly received: { readonly [path: Path]: Order }
  readonly decided: Order | null
  /** How a lieutenant's votes stood when it decided: "2 to 1". */
  readonly stood?: string
  readonly sent: number
}
type Messages = { order: { readonly path: Path; readonly order: Order } }

const options = {
  m: { is: 'number', from: 0, to: 4, step: 1, default: 1, says: 'm: traitors to withstand' },
  order: { is: 'choice', of: ['attack', 'retreat'], default: 'attack', says: 'The order' },
  lies: {
    is: 'choice',
    of: ['some of each', 'the opposite', 'anything', 'nothing'],
    default: 'some of each',
    says: 'Traitors say',
  },
  round: { is: 'number', from: 1, to: 60_000, default: 100, says: 'A round takes, ms' },
} as const satisfies Options

export type Byzantine = {
  state: State
  messages: Messages
  timers: 'decide'
  options: typeof options
  commands: Record<never, never>
  roles: 'general' | 'traitor'
}
type At = Here<Byzantine>

const other = (order: Order): Order => (order === 'attack' ? 'retreat' : 'attack')
const all = ({ roles: { general, traitor } }: At) => [...general, ...traitor].sort((a, b) => a - b)
const idsOf = (path: Path) => path.split(' ').map(Number)
const pathOf = (ids: readonly NodeId[]): Path => ids.join(' ')

/** Exactly how many messages OM(m) sends among n generals: (n−1) + (n−1)(n−2) + … */
export const messagesOf = (n: number, m: number) => {
  let [sum, round] = [0, 1]
  for (let i = 0; i <= m; i++) {
    round *= n - 1 - i
    sum += round
  }
  return sum
}

/** What a traitor says to one in place of an order; undefined: nothing. */
const lie = (order: Order, to: NodeId, { dice, options: { lies } }: At): Order | undefined => {
  if (lies === 'nothing') return undefined
  if (lies === 'the opposite') return other(order)
  const heads = lies === 'anything' ? roll(dice, to) < 0.5 : to % 2 === 0
  return heads ? 'attack' : 'retreat'
}

/** OM(m), step 1, and step 2 of whoever acts as commander in OM(m − 1): tells all others. */
const tell = (s: State, path: readonly NodeId[], order: Order, here: At): Step<Byzantine> => {
  const to = all(here).filter((id) => !path.includes(id))
  const said = (id: NodeId) => (here.role === 'traitor' ? lie(order, id, here) : order)
  const words = to.map((id) => [id, said(id)] as const)
  const sends = words.flatMap(([id, word]) =>
    word ? [send(id, 'order', { path: pathOf(path), order: word })] : [],
  )
  const lies = words.filter(([, word]) => word !== order)
  const told = lies.map(([id, word]) => `${word ?? 'nothing'} to n${id}`).join(', ')
  const after = { ...s, sent: s.sent + sends.length }
  return [after, ...(lies.length ? [say(`n${here.self} lies: ${told}`)] : []), ...sends]
}

/** More than half of them attack; a tie, like silence, is a retreat. */
const majority = (orders: readonly Order[]): Order =>
  orders.filter((order) => order === 'attack').length * 2 > orders.length ? 'attack' : 'retreat'

/** What came by this path, and what each of the others says came to it. */
const votes = (s: State, path: readonly NodeId[], here: At): [by: NodeId, order: Order][] => {
  const own: [NodeId, Order] = [path.at(-1)!, s.received[pathOf(path)] ?? 'retreat']
  if (path.length > here.options.m) return [own]
  const others = all(here).filter((id) => id !== here.self && !path.includes(id))
  return [own, ...others.map((id): [NodeId, Order] => [id, resolve(s, [...path, id], here)])]
}
/** Step 3: the majority of them. */
const resolve = (s: State, path: readonly NodeId[], here: At): Order =>
  majority(votes(s, path, here).map(([, order]) => order))

/** "2 to 1", those for it first. */
const standing = (s: State, decided: Order, here: At) => {
  const heard = votes(s, [1], here)
  const ayes = heard.filter(([, order]) => order === decided).length
  return `${ayes} to ${heard.length - ayes}`
}

/** "retreat, having attack from n1, retreat from n3". */
const reasoned = (s: State, decided: Order, here: At) => {
  const heard = votes(s, [1], here).map(([id, order]) => `${order} from n${id}`)
  return here.self === 1 ? decided : `${decided}, having ${heard.join(', ')}`
}

const face = (s: State, { self, role }: { readonly self: NodeId; readonly role: string }): Face => {
  const first = s.received['1']
  const rank = self === 1 ? 'commander' : 'lieutenant'
  return {
    word: role === 'traitor' ? `traitor (${rank})` : rank,
    mood: role === 'traitor' ? 'ill' : s.decided ? 'proud' : 'busy',
    ...(s.decided
      ? { holds: s.stood ? `${s.stood}: ${s.decided}` : s.decided }
      : first && { holds: `${first}?` }),
  }
}
const glyph = (_type: string, { path, order }: Messages['order']): Glyph => ({
  word: idsOf(path).length > 1 ? `n${idsOf(path)[0]} says ${order}` : order,
  shape: order === 'attack' ? 'triangle' : 'square',
})

const loyal = (world: World<State>) =>
  world.nodes.filter((n) => n.role === 'general' && n.id !== 1 && n.state.decided)
const agreed = (world: World<State>) => new Set(loyal(world).map((n) => n.state.decided)).size <= 1
const obeyed = (world: World<State>) =>
  world.nodes[0]!.role === 'traitor' ||
  loyal(world).every((n) => n.state.decided === world.options.order)
const traitors = (world: World<State>) =>
  world.nodes.filter((n) => n.role === 'traitor').map((n) => n.id)

const facts = (world: World<State>) => {
  const n = world.nodes.length
  const m = world.options.m as number
  return {
    n,
    traitors: traitors(world),
    /** Whether theory promises agreement: n > 3m, and no more traitors than m. */
    promised: n > 3 * m && traitors(world).length <= m,
    decided: world.nodes.map((node) => node.state.decided ?? ''),
    /** IC1 and IC2, for the loyal lieutenants that have decided. */
    agreed: agreed(world),
    obeyed: obeyed(world),
    messages: world.nodes.reduce((sum, node) => sum + node.state.sent, 0),
  }
}

/**
 * Holds where n > 3m and m bears the traitors that there are, as long as what oral messages assume
 * does (§3): every message arrives in its round, so that silence can be noticed.
 */
const where = (
  holds: (world: World<State>) => boolean,
  says: string,
): Promised<Byzantine, boolean> => ({
  first: true,
  then(assumed, world, { kind, type, node }) {
    const decides = type === 'decide' && world.messages.some(({ to }) => to === node)
    const late = decides || (kind === 'message' && world.nodes[node - 1]?.state.decided)
    if (!assumed || late || kind === 'death' || kind === 'line') return false
    return !facts(world).promised || holds(world) ? true : says
  },
})

export const byzantine: Protocol<Byzantine> = {
  name: 'byzantine',
  says: 'The Byzantine generals: oral messages, OM(m) (Lamport, Shostak and Pease 1982).',
  options,
  commands: {},
  roles: ['general', 'traitor'],
  pictures: ['cluster'],

  /** n1 commands. After m + 1 rounds everyone has heard all that there is to hear. */
  start(here) {
    const { m, round, order } = here.options
    const s: State = { received: {}, decided: null, sent: 0 }
    const decide = wait('decide', (m + 1) * round)
    if (here.self !== 1) return [s, decide]
    const [after, ...does] = tell(s, [1], order, here)
    return [after, say(`n1 orders: ${order}`), ...does, decide]
  },
  wake: (s, here) => [s, ...(s.decided ? [] : [wait('decide', here.options.round)])],

  on: {
    /** Step 2: each lieutenant passes on what it heard, as commander of OM(m − 1). */
    order(s, { path, order }, from, here) {
      const ids = idsOf(path)
      if (s.received[path] || ids[ids.length - 1] !== from || s.decided) return [s]
      const heard = { ...s, received: { ...s.received, [path]: order } }
      return ids.length > here.options.m ? [heard] : tell(heard, [...ids, here.self], order, here)
    },
  },

  after: {
    decide(s, here) {
      const decided = here.self === 1 ? here.options.order : resolve(s, [1], here)
      const stood = here.self === 1 ? {} : { stood: standing(s, decided, here) }
      return [
        { ...s, decided, ...stood },
        say(`n${here.self} decides: ${reasoned(s, decided, here)}`),
      ]
    },
  },

  ask: {},
  face,
  glyph,
  facts,
  always: {
    'IC1: of over 3m generals, all loyal lieutenants obey one order': where(
      agreed,
      'they do not agree',
    ),
    'IC2: of over 3m, they obey a loyal commander': where(obeyed, 'one does not obey'),
  },
  eventually: {
    'everyone decides': ({ nodes }) => nodes.every((n) => n.state.decided),
  },
}
