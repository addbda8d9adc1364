// What may be seen of Raft says what is so: faces, glyphs and facts.

import { expect, it } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { World } from '@/lib/sim/world'
import { raft, type State } from './index'
import { append, appended, candidate, follower, here, leader, logOf } from './raft.made'

const any = raft
const scenario = (change: Partial<AnyScenario>): AnyScenario => ({
  protocol: 'raft',
  nodes: 5,
  seed: 3,
  delay: 10,
  until: 1500,
  poster: 0,
  ...change,
})

it('a face has the role in a word and the term as its number', () => {
  expect(raft.face(leader(), here())).toMatchObject({ word: 'leader', mood: 'proud', number: 3 })
  expect(raft.face(follower(), here()).votes).toBeUndefined()
})

it('a candidate shows who voted, who refused, and who has not answered', () => {
  const { votes } = raft.face(candidate({ votes: [1, 3], refusals: [2] }), here())
  expect(votes).toEqual(['yes', 'no', 'yes', 'waiting', 'waiting'])
})

it('a log shows which of its entries are committed', () => {
  const { log } = raft.face(follower({ log: logOf(1, 2), committed: 1 }), here())
  expect(log).toMatchObject([
    { term: 1, value: 'of 1', committed: true },
    { term: 2, value: 'of 2', committed: false },
  ])
})

it('heartbeats and their replies are routine; what brings news is not', () => {
  const glyph = raft.glyph as unknown as (type: string, body: object) => object
  expect(glyph('append', append())).toMatchObject({ word: 'heartbeat', routine: true })
  expect(glyph('appended', appended({ took: 0 }))).toMatchObject({ answer: 'yes', routine: true })
  const entries = append({ entries: logOf(3) })
  expect(glyph('append', entries)).toMatchObject({ word: 'append', routine: false })
  expect(glyph('appended', appended())).toMatchObject({ answer: 'yes', routine: false })
  const refused = appended({ ok: false, took: 0 })
  expect(glyph('appended', refused)).toMatchObject({ answer: 'no', routine: false })
  expect(glyph('vote', { term: 3, granted: false })).toMatchObject({ answer: 'no' })
  expect(glyph('requestVote', {})).toMatchObject({ shape: 'diamond', routine: false })
})

it('the leader is the one of the highest term, whoever else still believes to lead', () => {
  const { facts, world } = run(
    any,
    scenario({
      script: [
        [10, { ask: { node: 1, type: 'campaign' } }],
        [100, { cut: [[1]] }],
        [150, { ask: { node: 2, type: 'campaign' } }],
        [300, { ask: { node: 1, type: 'read' } }],
      ],
      until: 400,
    }),
  )
  expect(facts).toMatchObject({ leader: 2, leaders: [1, 2], term: 2, stands: 2, read: '' })
  expect(facts.votes).toEqual([1, 2, 2, 2, 2])
  expect(facts.electedAfter).toBe(170)
  expect(facts.heardAfter).toBeNull()
  const known = { client: 'n1', type: 'read', from: 300, to: 300, outcome: 'ok' }
  expect(raft.history!(world as World<State>)).toMatchObject([known])
})

it('nobody leads while nobody does, and the last to hear a leader is known', () => {
  const none = run(any, scenario({ until: 100 })).facts
  expect(none).toMatchObject({ leader: 0, leaders: [], term: 0, electedAfter: null })
  const script = [[10, { ask: { node: 1, type: 'campaign' } }]] as AnyScenario['script']
  const { facts } = run(any, scenario({ script, until: 100 }))
  expect(facts).toMatchObject({ electedAfter: 30, heardAfter: 40 })
})
