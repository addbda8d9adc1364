// A legend lists what is in the still first, and what comes later only with that note.

import { expect, it } from 'vitest'
import { pageInks } from '@/components/pictures/inks'
import { ballot } from '@/lib/protocols/ballot'
import { store } from '@/lib/protocols/store'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { fetchPictures } from './develop'
import { signsOf } from './signs'

const vote = (poster: number): AnyScenario => ({
  protocol: 'ballot',
  seed: 1,
  delay: [10, 30],
  nodes: ['voter', 'voter', 'voter', 'proposer'],
  options: { quorum: 2 },
  until: 200,
  poster,
  pictures: ['cluster', 'lanes'],
})
const pictures = await fetchPictures(['cluster', 'lanes'])
const at = (poster: number) => {
  const film = shoot(ballot as AnyProtocol, vote(poster))
  const says = pictures.map(({ legend }) => legend(film, poster, pageInks).map((it) => it.says))
  return { signs: signsOf([film], pictures, pageInks), says }
}
const words = (signs: ReturnType<typeof signsOf>, when?: string) =>
  signs.flatMap((it) => (it.when === when ? it.says.split(', ') : []))

it('what the first picture has stands first, then what stands beside it, then what comes', () => {
  const { signs, says } = at(30)
  const [first = [], second = []] = says
  expect(words(signs).sort()).toEqual(first.flatMap((it) => it.split(', ')).sort())
  const others = second.filter((it) => !first.includes(it)).flatMap((it) => it.split(', '))
  expect(words(signs, 'second').sort()).toEqual(others.sort())
  const tiers = signs.map(({ when }) => ['second', 'later'].indexOf(when ?? ''))
  expect(tiers).toEqual([...tiers].sort())
})

it('what is not in the still comes last, and says so', () => {
  const film = shoot(ballot as AnyProtocol, vote(1))
  const signs = signsOf([film], pictures.slice(0, 1), pageInks)
  expect(words(signs, 'second')).toEqual([])
  expect(words(signs, 'later').length).toBeGreaterThan(0)
  expect(signs.at(-1)?.when).toBe('later')
})

it('what is seen at any moment of a story of a page is named', () => {
  const ask = { node: 2, type: 'buy' }
  const seats = ['12A', '12B', '12C', '12A', '12B']
  const film = shoot(store as AnyProtocol, {
    protocol: 'store',
    nodes: ['window', 'buyer'],
    seed: 1,
    delay: [10, 30],
    script: [
      ...seats.map((seat, i) => [i * 100, { ask: { ...ask, seat } }] as const),
      [700, { ask: { ...ask, type: 'giveBack', seat: '12C' } }],
    ],
    until: 900,
    poster: 900,
  })
  const known = words(signsOf([film], pictures.slice(0, 1), pageInks), 'later')
  expect(known).toEqual(expect.arrayContaining(['12A?', '12B?', '12C?', '12C back', 'yes']))
})

it('nothing stands twice, and the same signs are there wherever the still is', () => {
  const all = [30, 90, 200].map((poster) =>
    at(poster).signs.flatMap(({ says }) => says.split(', ')),
  )
  for (const one of all) {
    expect(new Set(one).size).toBe(one.length)
    expect([...one].sort()).toEqual([...all[0]!].sort())
  }
})

it('what two pictures draw in two ways is named once, with both, told or not', () => {
  const { signs } = at(200)
  const asked = signs.find(({ says }) => says.includes('A?'))
  expect(asked?.also).toHaveLength(1)
  const alone = signsOf([shoot(ballot as AnyProtocol, vote(200))], pictures.slice(0, 1), pageInks)
  expect(words(alone, 'later')).toEqual(expect.arrayContaining(['A?', 'A: yes']))
  expect(alone.every(({ also }) => also?.length === 0)).toBe(true)
})
