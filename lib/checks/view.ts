// One view of a history: whether an order keeps its rule and gives every read the latest value.

import type { Json } from '@/lib/sim/protocol'
import type { Access } from './accesses'
import { circle, closure, type Edges } from './circle'
import { models } from './model'
import { operationText } from './operation'
import { arrange } from './orders'
import { type Verdict, verdict } from './verdict'

/** Why access a must come before access b in this view; undefined if it need not. */
export type Rule = (a: Access, b: Access) => string | undefined

export type View = {
  readonly list: readonly Access[]
  readonly rule: Rule
  /** Whose reads must be explained; everybody's, if left out. The others only carry order. */
  readonly reader?: string
  readonly initial: Json
}

const older = 'it read an older value'
const overwritten = 'a read that follows the first still read the second'
const source = 'which read it'

const explained = ({ reader }: View, access: Access) =>
  !access.writes && (reader === undefined || access.client === reader)

function edgesOf({ list, rule }: View): Edges {
  return list.map((a) =>
    list.map((b) => {
      if (a === b) return undefined
      return !b.writes && b.source === a.place ? source : rule(a, b)
    }),
  )
}

/**
 * What a read says about the other writes of its key, once some order is known: none stands
 * between the write it read and itself. True if an edge was added.
 */
function deduce(view: View, edges: Edges, reach: readonly boolean[][]): boolean {
  let added = false
  const add = (a: number, b: number, why: string) => {
    if (reach[a]![b] || edges[a]![b]) return
    edges[a]![b] = why
    added = true
  }
  view.list.forEach((read, r) => {
    if (!explained(view, read)) return
    const from = view.list.findIndex((access) => access.place === read.source)
    view.list.forEach((other, w) => {
      if (!other.writes || other.key !== read.key || w === from) return
      if (from === -1 || reach[from]![w]) add(r, w, older)
      if (from !== -1 && reach[w]![r]) add(w, from, overwritten)
    })
  })
  return added
}

/** A circle in words, turned so that it ends with what a read saw. */
function explain(list: readonly Access[], edges: Edges, way: readonly number[]): string {
  const why = (k: number) => edges[way[k]!]![way[(k + 1) % way.length]!]!
  const last = way.findIndex((_, k) => why(k) === older)
  const turned = way.map((_, k) => (last + 1 + k) % way.length)
  const text = (k: number) => operationText(list[way[k]!]!.operation)
  const steps = turned.map((k, i) => {
    const from = i === 0 ? `“${text(k)}” must come` : i + 1 === way.length ? 'and that' : 'that'
    return `${from} before “${text((k + 1) % way.length)}” (${why(k)})`
  })
  return steps.join(', ')
}

/** Tries to arrange the writes and the reads to be explained; the others have done their part. */
function arranged(view: View, reach: readonly boolean[][]): Verdict {
  const shown = view.list.flatMap((a, i) => (a.writes || explained(view, a) ? [i] : []))
  const operations = shown.map((i) => view.list[i]!.operation)
  const before = shown.map((a) => shown.map((b) => reach[a]![b]!))
  const { answer, order, expanded } = arrange(operations, before, models.kv, view.initial)
  const places = order.map((i) => view.list[shown[i]!]!.place)
  const found = { order: places, expanded }
  if (answer === 'yes') return verdict('yes', 'every read has the value written last', found)
  if (answer === 'open') return verdict('undecided', `undecided after ${expanded} states`, found)
  const stuck = shown.map((i) => view.list[i]!).find(({ place }) => !places.includes(place))!
  const says = `no order of the writes explains that ${operationText(stuck.operation)}`
  return verdict('no', says, { ...found, culprits: [stuck.place] })
}

/**
 * Whether the view has an order that keeps its rule, and in which every read that is to be
 * explained has the value written last. 'no' by a circle of what must come first, or when all
 * orders have been tried.
 */
export function judge(view: View): Verdict {
  const edges = edgesOf(view)
  let reach = closure(edges)
  while (!reach.some((row, i) => row[i]) && deduce(view, edges, reach)) reach = closure(edges)
  if (!reach.some((row, i) => row[i])) return arranged(view, reach)
  const plain = edges.map((row) => row.map((why) => (why === overwritten ? undefined : why)))
  const way = circle(plain) ?? circle(edges)!
  const culprits = way.map((i) => view.list[i]!.place)
  return verdict('no', explain(view.list, edges, way), { culprits })
}

/** All must hold: the first that does not decides, then the first that is undecided. */
export function all(verdicts: readonly Verdict[], says: string): Verdict {
  const expanded = verdicts.reduce((sum, v) => sum + v.expanded, 0)
  const decisive =
    verdicts.find((v) => v.holds === 'no') ?? verdicts.find((v) => v.holds === 'undecided')
  return decisive ? { ...decisive, expanded } : verdict('yes', says, { expanded })
}
