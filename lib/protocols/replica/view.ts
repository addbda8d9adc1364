// How replicas and clients are shown, and what is true of them.

import type { Face, Glyph, Here, Operation } from '@/lib/sim/protocol'
import type { World } from '@/lib/sim/world'
import { last, type Op, type Replica, type State, type Version } from './kind'

export const face = (s: State, here: Here<Replica>): Face => {
  const op = last(s)
  if (here.role === 'replica') {
    const primary = here.self === here.roles.replica[0]
    return {
      word: primary ? 'primary' : 'follower',
      mood: s.waiting.length ? 'busy' : primary ? 'proud' : 'calm',
      number: s.version.n,
      counts: 'version',
      ...(s.version.n && { holds: s.version.value }),
    }
  }
  const waits = op?.to === null
  return {
    word: waits ? `${op.type}s` : 'client',
    mood: waits ? 'busy' : op?.outcome === 'unknown' ? 'ill' : 'calm',
    ...(op?.outcome === 'ok' && { holds: op.version.value || 'nothing' }),
  }
}

export const glyph = (type: string, body: { version?: Version; n?: number }): Glyph => ({
  word: type,
  shape: type === 'write' || type === 'copy' ? 'square' : type === 'read' ? 'diamond' : 'dot',
  ...(body.version && { number: body.version.n }),
  ...(type === 'copied' && { routine: true }),
})

export const opsOf = (world: World<State>) => world.nodes.map((n) => n.state.ops)
/** Whether a client's i-th operation is a read older than what it had read, or written, before. */
const isBehind = (ops: readonly Op[], i: number, type: Op['type']) => {
  const [read] = only([ops[i]!], 'read')
  return read && only(ops.slice(0, i), type).some((op) => op.version.n > read.version.n)
}
const behind = (ops: readonly Op[], type: Op['type']) =>
  ops.filter((_, i) => isBehind(ops, i, type)).length
/** Terry et al. 1994, §3: the two guarantees that reads of one session ask for. */
const amissIn = (ops: readonly Op[], i: number) =>
  isBehind(ops, i, 'write')
    ? { amiss: 'own write missed' }
    : isBehind(ops, i, 'read')
      ? { amiss: 'older than before' }
      : {}
const only = (ops: readonly Op[], type: Op['type']) =>
  ops.filter((op) => op.type === type && op.outcome === 'ok')
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)

export const facts = (world: World<State>) => {
  const clients = opsOf(world)
  const all = clients.flat()
  const reads = only(all, 'read')
  return {
    reads: reads.length,
    writes: only(all, 'write').length,
    /** Reads that missed a write that had ended before they began. */
    stale: reads.filter((r) =>
      only(all, 'write').some((op) => op.to! <= r.from && op.version.n > r.version.n),
    ).length,
    /** Reads that missed a write of the reader’s own (Terry et al.: read your writes). */
    missedOwn: sum(clients.map((ops) => behind(ops, 'write'))),
    /** Reads older than an earlier read of the same client (monotonic reads). */
    wentBack: sum(clients.map((ops) => behind(ops, 'read'))),
    versions: world.nodes.filter((n) => n.role === 'replica').map((n) => n.state.version.n),
    unanswered: all.filter((op) => op.outcome === 'unknown').length,
    waiting: world.nodes.filter((n) => n.state.waiting.length).length,
    lastRead: reads[reads.length - 1]?.version.value ?? '',
  }
}

export const history = (world: World<State>): readonly Operation[] =>
  world.nodes.flatMap((n) =>
    n.state.ops.map(({ type, from, to, outcome, version }, i, ops) => ({
      client: n.name,
      type,
      value: type === 'write' ? version.value : null,
      result: type === 'read' && outcome === 'ok' ? version.value || null : null,
      from,
      to,
      outcome,
      ...amissIn(ops, i),
    })),
  )
