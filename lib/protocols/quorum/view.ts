// How copies and clients are shown, and what is true of them.

import type { Face, Glyph, Operation } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { last, needed, type Op, type State, type Version } from './kind'

export const face = (s: State, here: { readonly role: string }): Face => {
  const op = last(s)
  if (here.role === 'replica') {
    const { n, value } = s.version
    return { word: 'copy', mood: 'calm', number: n, counts: 'version', ...(n && { holds: value }) }
  }
  const waits = op?.to === null
  const word = waits ? (op.type === 'read' ? 'reads' : 'writes') : 'client'
  const mood = waits ? 'busy' : op?.outcome === 'unknown' ? 'ill' : 'calm'
  return {
    word,
    mood,
    ...(op?.version.n && { holds: op.version.value, number: op.version.n, counts: 'version' }),
  }
}

export const glyph = (type: string, body: { version?: Version }): Glyph => ({
  word: type,
  shape: type === 'write' || type === 'repair' ? 'square' : type === 'read' ? 'diamond' : 'dot',
  ...(body.version && { number: body.version.n }),
})

export const opsOf = (world: World<State>) => world.nodes.flatMap((n) => n.state.ops)
export const rw = (world: World<State>) => {
  const n = world.nodes.filter((node) => node.role === 'replica').length
  const { r, w } = world.options as { r: number; w: number }
  return { n, r: needed(r, n), w: needed(w, n) }
}
const doneIn = (world: World<State>, type: Op['type']) =>
  opsOf(world).filter((op) => op.outcome === 'ok' && op.type === type)
/** How many versions older than the newest of these that ended before it a read is. */
const behind = (read: Op, before: readonly Op[]) =>
  before.reduce(
    (most, op) => (op.to! <= read.from ? Math.max(most, op.version.n - read.version.n) : most),
    0,
  )

export const facts = (world: World<State>) => {
  const reads = doneIn(world, 'read')
  const writes = doneIn(world, 'write')
  const late = reads.map((op) => behind(op, writes))
  const stale = late.filter((k) => k > 0).length
  const { n, r, w } = rw(world)
  return {
    n,
    r,
    w,
    overlap: r + w > n,
    reads: reads.length,
    writes: writes.length,
    /** Reads that missed a write which had ended before they began. */
    stale,
    staleShare: stale / (reads.length || 1),
    /** How many reads were 0, 1, 2 … versions behind. */
    behind: late.length
      ? Array.from({ length: Math.max(...late) + 1 }, (_, k) => late.filter((l) => l === k).length)
      : [],
    /** Reads that returned something older than an earlier read had. */
    backwards: reads.filter((op) => behind(op, reads) > 0).length,
    versions: world.nodes
      .filter((node) => node.role === 'replica')
      .map((node) => node.state.version.n),
    /** The copies that the last write reached in time, and those that the last read heard. */
    quorums: [writes, reads].map((ops) => ops[ops.length - 1]?.copies ?? []),
    unanswered: opsOf(world).filter((op) => op.outcome === 'unknown').length,
    lastRead: reads[reads.length - 1]?.version.value ?? '',
  }
}

export const history = (world: World<State>): readonly Operation[] => {
  const writes = doneIn(world, 'write')
  return world.nodes.flatMap((n) =>
    n.state.ops.map((op) => {
      const { type, from, to, outcome, version } = op
      const read = type === 'read' && outcome === 'ok'
      const missed = read && behind(op, writes) > 0
      return {
        client: n.name,
        type,
        value: type === 'write' ? version.value : null,
        result: read ? version.value || null : null,
        from,
        to,
        outcome,
        ...(missed && { amiss: 'a write missed' }),
      }
    }),
  )
}
