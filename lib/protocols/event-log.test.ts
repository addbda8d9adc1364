// Do views follow from their log, whatever happens to them? One test per rule, then runs.

import { describe, expect, test } from 'vitest'
import { run } from '@/lib/sim/lean'
import type { Values } from '@/lib/sim/protocol'
import type { Line } from '@/lib/sim/scenario'
import { type Event, type EventLog, eventLog, folds, type View, words } from './event-log'
import { done, hereOf, said } from './here'

type Turned = Partial<Values<EventLog['options']>>
const nodes = ['log', 'plan', 'till'] as const
const at = (self: number, options: Turned = {}) => hereOf(eventLog, { nodes, self, options })
const { on, ask, start } = eventLog
const sold = (seat: string, who: string): Event => ({ type: 'sold', seat, who })
const back = (seat: string, who: string): Event => ({ type: 'returned', seat, who })
const story = [sold('12A', 'Ada'), sold('12B', 'Ben'), back('12A', 'Ada'), sold('12A', 'Cleo')]

const [empty] = start(at(1))
const [log] = story
  .slice(0, 2)
  .reduce((s, { seat, who }) => [ask.sell(s[0], { seat, who }, at(1))[0]], [empty])
const [seats] = start(at(2))
const read = (list: readonly Event[], options: Turned = {}) =>
  on.events(seats, { after: 0, list }, 1, at(2, options))

describe('the log', () => {
  test('what happens is written at its end', () => {
    expect(log!.events).toEqual(story.slice(0, 2))
    const step = ask.giveBack(log!, { seat: '12A' }, at(1))
    expect(step[0].events).toEqual(story.slice(0, 3))
    expect(said(step)).toEqual(['n1 writes event 3: 12A given back by Ada'])
  })

  test('what may happen is decided by what has happened', () => {
    const twice = ask.sell(log!, { seat: '12A', who: 'Ben' }, at(1))
    expect(twice[0]).toMatchObject({ events: log!.events, refused: 1 })
    expect(said(twice)).toEqual(['n1 refuses: 12A is sold to Ada'])
    expect(said(ask.giveBack(log!, { seat: '9Z' }, at(1)))).toEqual(['n1 refuses: 9Z is not sold'])
    const [returned] = ask.giveBack(log!, { seat: '12A' }, at(1))
    expect(ask.sell(returned, { seat: '12A', who: 'Ben' }, at(1))[0].events).toHaveLength(4)
  })

  test('a reader is given what comes after that which it has, so many at once', () => {
    const answer = (after: number, batch: number) =>
      done(on.read(log!, { after }, 2, at(1, { batch })))
    expect(answer(0, 1)).toMatchObject([{ to: 2, body: { after: 0, list: [story[0]] } }])
    expect(answer(1, 5)).toMatchObject([{ to: 2, body: { after: 1, list: [story[1]] } }])
    expect(answer(2, 5)).toEqual([])
  })
})

describe('a reader', () => {
  test('begins by asking for everything', () => {
    expect(done(start(at(2)))).toEqual([
      { do: 'send', to: 1, type: 'read', body: { after: 0 } },
      { do: 'wait', timer: 'poll', ms: 100 },
    ])
    expect(start(at(1))).toHaveLength(1)
  })

  test('folds events in their order, and each once', () => {
    const [s] = read(story)
    expect(s.now).toEqual({ view: { '12B': 'Ben', '12A': 'Cleo' }, read: 4 })
    for (const after of [0, 3, 5]) {
      expect(on.events(s, { after, list: story }, 1, at(2))).toEqual([s])
    }
  })

  test('asks on as long as answers are full', () => {
    expect(done(read(story, { batch: 4 }))).toMatchObject([{ body: { after: 4 } }, { do: 'wait' }])
    expect(done(read(story, { batch: 5 }))).toMatchObject([{ do: 'wait', ms: 100 }])
  })

  test('saves what it has after so many events', () => {
    expect(read(story)[0].saved.read).toBe(0)
    expect(read(story, { snapshot: 5 })[0].saved.read).toBe(0)
    const step = read(story, { snapshot: 4 })
    expect(step[0].saved).toBe(step[0].now)
    expect(said(step)).toEqual(['n2 has folded 4 events: 12A Cleo, 12B Ben, and saves it'])
  })

  test('wakes with what it has saved, or with nothing', () => {
    const [s] = read(story)
    const bare = eventLog.wake!(s, at(2))
    expect(bare[0]).toMatchObject({ now: { view: {}, read: 0 }, folded: 0, begun: 2 })
    expect(said(bare)).toEqual(['n2 begins with nothing'])
    const [kept] = read(story, { snapshot: 4 })
    const woken = eventLog.wake!(kept, at(2))
    expect(woken[0].now).toEqual(kept.now)
    expect(done(woken)).toMatchObject([{ body: { after: 4 } }, {}])
  })

  test('forgets even what it has saved when it is rebuilt', () => {
    const [s] = read(story, { snapshot: 4 })
    const step = ask.rebuild(s, {}, at(2))
    expect(step[0]).toMatchObject({ now: { read: 0 }, saved: { read: 0 } })
    expect(done(step)).toMatchObject([{ body: { after: 0 } }, {}])
    expect(done(ask.rebuild(log!, {}, at(1)))).toEqual([])
  })
})

describe('folds', () => {
  const folded = (fold: (view: View, event: Event) => View) => story.reduce<View>(fold, {})

  test('of one log there are as many views as one likes', () => {
    expect(folded(folds.seats)).toEqual({ '12B': 'Ben', '12A': 'Cleo' })
    expect(folded((v, e) => folds.till(v, e))).toEqual({ Ada: 0, Ben: 1, Cleo: 1 })
    expect(story.map(words)[2]).toBe('12A given back by Ada')
  })

  test('folding the first part and then the rest is folding the whole', () => {
    for (let cut = 0; cut <= story.length; cut++) {
      const first = story.slice(0, cut).reduce<View>(folds.seats, {})
      expect(story.slice(cut).reduce<View>(folds.seats, first)).toEqual(folded(folds.seats))
    }
  })

  test('a buyer may be called anything', () => {
    expect(folds.till({}, sold('1A', 'constructor'))).toEqual({ constructor: 1 })
  })
})

describe('crash, replay, snapshot', () => {
  const sales: Line[] = Array.from({ length: 12 }, (_, i) => [
    20 + 30 * i,
    { ask: { node: 1, type: 'sell', seat: `${i + 1}A`, who: i % 2 ? 'Ben' : 'Ada' } },
  ])
  const end = (options: Turned, script: readonly Line[], until = 1500) =>
    run(eventLog, {
      protocol: 'event-log',
      nodes,
      options,
      seed: 1,
      delay: [5, 10],
      script: [...sales, ...script],
      until,
      poster: 0,
    })
  const crash: Line = [500, { crash: 2 }, 700]

  test('a reader that lost its memory folds all again, and ends with the same view', () => {
    const [calm, crashed] = [end({}, []).facts, end({}, [crash]).facts]
    expect(crashed).toMatchObject({ seatsRead: 12, seatsFolded: 12, agree: true, behind: 0 })
    expect(crashed.seats).toEqual(calm.seats)
  })

  test('with a snapshot of ten it folds two again, not twelve', () => {
    const { facts } = end({ snapshot: 5, batch: 1 }, [crash])
    expect(facts).toMatchObject({ seatsRead: 12, seatsFolded: 2, behind: 0 })
  })

  test('what is asked of a log that is down is not sold, and what it wrote is still there', () => {
    const { facts } = end({}, [[100, { crash: 1 }, 250]])
    expect(facts).toMatchObject({ events: 7, behind: 0, agree: true })
  })

  test('a reader that joins late reads all of history', () => {
    const { facts } = end({}, [[0, { crash: 3 }, 1000]])
    expect(facts).toMatchObject({ tillRead: 12, till: { Ada: 6, Ben: 6 } })
  })

  test('a fold that was wrong is mended, and the view made again from the log', () => {
    const mended: Line[] = [
      [400, { ask: { node: 1, type: 'giveBack', seat: '1A' } }],
      [700, { turn: { counts: true } }],
      [800, { ask: { node: 3, type: 'rebuild' } }],
    ]
    const facts = (lines: number) => end({ counts: false }, mended.slice(0, lines)).facts
    expect(facts(1)).toMatchObject({ tickets: 12, agree: false, till: { Ada: 6 } })
    expect(facts(2)).toMatchObject({ tickets: 12, agree: false })
    expect(facts(3)).toMatchObject({ tickets: 11, agree: true, till: { Ada: 5 } })
  })

  test('lost and doubled messages change nothing but the time it takes', () => {
    const rough: Line[] = [
      [0, { drop: { chance: 0.4 } }, 900],
      [0, { duplicate: { chance: 0.5 } }, 900],
      [300, { crash: 3 }, 350],
    ]
    const { broken, facts } = end({ snapshot: 3 }, rough, 3000)
    expect(broken).toEqual([])
    expect(facts).toMatchObject({ behind: 0, agree: true, seatsRead: 12 })
  })
})
