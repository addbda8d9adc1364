// A figure as the server draws it.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { AnyScenario } from '@/lib/sim/scenario'
import { Figure } from './figure'

const vote: AnyScenario = {
  protocol: 'ballot',
  title: 'Two motions, one seat',
  nodes: 5,
  seed: 13,
  delay: [14, 26],
  until: 400,
  poster: 60,
  pictures: ['cluster', 'lanes'],
  script: [[2, { ask: { node: 1, type: 'propose', motion: 'A' } }]],
  levers: [{ label: 'Quorum of two', options: { quorum: 2 } }],
}
const draw = async (of: AnyScenario, held?: number) =>
  renderToStaticMarkup(
    (await Figure({ of, held, id: 'vote', number: 3, children: 'A caption.' })) as never,
  )

describe('a figure at rest', () => {
  it('has its title, its setting, its caption and its words', async () => {
    const html = await draw(vote)
    expect(html).toContain('Figure 3 · Two motions, one seat')
    expect(html).toContain('5 nodes, seed 13')
    expect(html).toContain('A caption.')
    expect(html).toContain('n1 puts motion A: seat 12A to Ada')
  })

  it('says, as the first of a post, what a finger finds in its picture', async () => {
    const first = async (pictures: AnyScenario['pictures']) =>
      renderToStaticMarkup(
        (await Figure({ of: { ...vote, pictures }, id: 'a', number: 1, children: '' })) as never,
      )
    expect(await first(['cluster'])).toContain('Tap a node to break it, drag the line')
    expect(await first(['history'])).toContain('Tap a name to break whom it names, drag the line')
    expect(await draw(vote)).not.toContain('Tap a')
  })

  it('has five stops for the keyboard', async () => {
    const html = await draw(vote)
    const stops = [
      ...html.matchAll(/<(a|summary|button|select|input|[a-z]+ [^>]*tabindex="0")(?=[ >])[^>]*>/gi),
    ]
      .map(([tag]) => tag)
      .filter((tag) => !/tabindex="-1"/.test(tag))
    expect(stops.map((tag) => /^<(\w+)/.exec(tag)![1])).toEqual([
      ...['a', 'div', 'input', 'button', 'summary'],
    ])
  })

  it('gives every id the figure’s own beginning, and none twice', async () => {
    const html = await draw(vote)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids.every((id) => id.startsWith('vote'))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('carries no style of its own, which the policy would block', async () => {
    expect(await draw(vote)).not.toContain(' style=')
  })

  it('says with a sentence which protocol or picture there is not', async () => {
    await expect(draw({ ...vote, protocol: 'rift' })).rejects.toThrow('there is no protocol “rift”')
    await expect(draw({ ...vote, pictures: ['map' as never] })).rejects.toThrow(
      'there is no picture “map”',
    )
  })

  it('shows nothing of what is still to come while a question holds it', async () => {
    const veils = (html: string, opacity: string) =>
      [...html.matchAll(new RegExp(`<rect [^>]*fill-opacity="${opacity}"`, 'g'))].length
    const future = 'class="track beyond"'
    for (const picture of ['lanes', 'history'] as const) {
      const of = { ...vote, pictures: [picture] }
      const open = await draw(of)
      expect(veils(open, '0.78')).toBeGreaterThan(0)
      expect(open).not.toContain(future)
      const held = await draw(of, 60)
      expect(veils(held, '0.78')).toBe(0)
      expect(veils(held, '1')).toBe(veils(open, '0.78'))
      expect(held).toContain(future)
    }
  })

  it('folds away in its words what the question asks about', async () => {
    const rest = (html: string) => html.split('<details><summary')[1]
    expect(rest(await draw(vote))).toBeUndefined()
    const held = await draw(vote, 20)
    const then = rest(held)!
    expect(then).toContain('After 20 ms: the answer to the question')
    const moments = [...then.matchAll(/<td>([\d.]+) ms<\/td>/g)].map(([, at]) => Number(at))
    expect(moments.length).toBeGreaterThan(0)
    expect(Math.min(...moments)).toBeGreaterThan(20)
    expect(held.split('<td>').length).toBe((await draw(vote)).split('<td>').length)
  })

  it('stands two films over the same chance side by side, each with its name', async () => {
    const against = { label: 'with a quorum of two', options: { quorum: 2 } }
    const html = await draw({ ...vote, pictures: ['cluster'], against })
    expect(html).toContain('this run')
    expect(html.match(/with a quorum of two/g)!.length).toBeGreaterThanOrEqual(2)
    const beside = 'with a majority'
    const named = await draw({ ...vote, pictures: ['cluster'], against: { ...against, beside } })
    expect(named).not.toContain('this run')
    expect(named.match(/with a majority/g)!.length).toBeGreaterThanOrEqual(2)
  })
})
