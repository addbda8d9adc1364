// Does every protocol stand in one tier, and is what is said of it true?

import { expect, it } from 'vitest'
import { fetchProtocol, protocols } from '@/lib/protocols'
import { mutants } from '@/lib/protocols/mutants'
import { weathers } from '@/lib/protocols/weathers'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { heldOf, leastOf, numbersOf, tiers } from './tiers'

it('every protocol stands in one tier', () => {
  const all = Object.values(tiers).flatMap(({ names }) => [...names])
  expect([...all].sort()).toEqual(Object.keys(protocols).sort())
})

it('what is printed of a protocol is counted and hunted, not remembered', async () => {
  const held = await heldOf('ballot')
  expect(held).toMatchObject({ name: 'ballot', promises: 2, endings: 1 })
  expect(held.schedules).toBeGreaterThan(0)
  expect(held.rules).toBeGreaterThan(10)
  expect(held.least).toEqual({ ties: 300, 'both passed': 100, restarts: 200 })
  for (const { seed } of held.mutants) expect(seed).toBeLessThan(held.schedules)
})

it('papers have promises, endings, published numbers and at least three mutants', async () => {
  for (const name of tiers.papers.names) {
    const { always, eventually } = (await fetchProtocol(name)) as AnyProtocol
    const counts = [always, eventually, await mutants[name]()].map((it) => Object.keys(it ?? {}))
    const [promises, endings, broken] = counts.map(({ length }) => length) as [
      number,
      number,
      number,
    ]
    expect(Math.min(promises, endings, await numbersOf(name)), name).toBeGreaterThan(0)
    expect(broken, name).toBeGreaterThanOrEqual(3)
  }
})

it('what fuzz met is known of everything that is fuzzed', async () => {
  for (const name of Object.keys(weathers))
    expect(Object.keys(leastOf(name)).length, name).toBeGreaterThan(0)
  expect(leastOf('raft-clients')).toMatchObject({ 'logged twice': 10, read: 300 })
})

it('disks are lost in random weather, or it is said why a protocol cannot do without', async () => {
  for (const [name, fetch] of Object.entries(weathers)) {
    const { words, disk } = (await fetch()).weather
    expect(Boolean(words.wipe) !== Boolean(disk), name).toBe(true)
  }
})
