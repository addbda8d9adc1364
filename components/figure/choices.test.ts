// The menu of a node: what can be done, what cannot, and why.

import { describe, expect, it } from 'vitest'
import { chat, chatter } from '@/lib/sim/chatter'
import { shoot, worldAt } from '@/lib/sim/film'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { choicesOf } from './choices'

const story = (script: readonly Line[] = [], more: Partial<AnyScenario> = {}): AnyScenario => ({
  ...chat,
  script,
  ...more,
})
const choose = (scenario: AnyScenario, at: number, node: number, says: string) => {
  const found = choicesOf(shoot(chatter, scenario), at, node).find((one) => one.says === says)
  if (!found) throw new Error(`there is no choice “${says}”`)
  return found
}
const after = (scenario: AnyScenario, at: number) => worldAt(shoot(chatter, scenario), at)

describe('the menu of a node', () => {
  it('crashes it just after what is shown, and wakes it at a later moment', () => {
    const crashed = choose(story(), 100, 2, 'Crash n2').edit({})
    expect(crashed.script).toEqual([[100.001, { crash: 2 }]])
    expect(after(crashed, 200).nodes[1]!.up).toBe(false)
    const woken = choose(crashed, 250, 2, 'Wake n2').edit({})
    expect(woken.script).toEqual([[100.001, { crash: 2 }, 250.001]])
    expect(after(woken, 300).nodes[1]!.up).toBe(true)
  })

  it('wakes a node that a fact had named', () => {
    const scenario = story([[150, { crash: 'most' }]])
    const film = shoot(chatter, scenario)
    const down = worldAt(film, 200).nodes.find(({ up }) => !up)!
    const woken = choose(scenario, 200, down.id, `Wake ${down.name}`).edit({})
    expect(woken.script).toEqual([[150, { crash: 'most' }, 200.001]])
  })

  it('says why it cannot do what makes no sense', () => {
    const down = story([[50, { crash: 2 }]])
    expect(choose(down, 100, 2, 'Crash n2').why).toBe('n2 is down')
    expect(choose(down, 100, 2, 'Ask n2: greet everybody …').why).toBe('n2 is down')
    expect(choose(down, 100, 1, 'Wake n1').why).toBe('n1 is up')
    expect(choose(story(), 100, 1, 'Resume n1').why).toBe('n1 is not paused')
    expect(choose(story(), 100, 1, 'Clear what follows').why).toBe('nothing follows in the script')
    const alone = story([], { nodes: 1 })
    expect(choose(alone, 100, 1, 'Cut n1 off').why).toBe('n1 has no links')
  })

  it('does nothing at the end of the run', () => {
    const late = choicesOf(shoot(chatter, story()), 400, 1)
    expect(new Set(late.map(({ why }) => why))).toEqual(
      new Set(['the run ends here: go back in time first']),
    )
  })

  it('cuts a link one way or both ways, and heals what is cut', () => {
    const link = choose(story(), 100, 1, 'Cut the link to …')
    expect(link.edit({ other: 'n3', way: 'both ways' }).script).toEqual([
      [100.001, { cut: [[1], [3]] }],
    ])
    const oneWay = link.edit({ other: 'n3', way: 'to n1' })
    expect(oneWay.script).toEqual([[100.001, { cut: { from: 3, to: 1 } }]])
    const healed = choose(oneWay, 200, 1, 'The link from n3 to n1 heals').edit({})
    expect(healed.script).toEqual([[100.001, { cut: { from: 3, to: 1 } }, 200.001]])
  })

  it('offers as other ends only those that it has links to', () => {
    const { takes } = choose(story([], { links: 'line' }), 100, 1, 'Cut the link to …')
    expect(takes!.other).toMatchObject({ of: ['n2'] })
  })

  it('asks with the protocol’s own words and fields', () => {
    const ask = choose(story(), 100, 3, 'Ask n3: greet everybody …')
    expect(ask.takes).toEqual(chatter.commands.greet.takes)
    expect(ask.edit({ word: 'ahoy' }).script).toEqual([
      [100.001, { ask: { node: 3, type: 'greet', word: 'ahoy' } }],
    ])
  })

  it('keeps the lines after it: the story goes on with one thing changed', () => {
    const later: Line = [300, { bump: { node: 1, ms: 5 } }]
    const edited = choose(story([later]), 100, 2, 'Pause n2').edit({})
    expect(edited.script).toEqual([later, [100.001, { pause: 2 }]])
    const cleared = choose(edited, 150, 2, 'Clear what follows').edit({})
    expect(cleared.script).toEqual([[100.001, { pause: 2 }]])
  })
})
