// What is there before what, among files that import and fetch each other.

import { expect, it } from 'vitest'
import { followers, sharers } from './together.js'

/** `a: 'b >c'`: a imports b at once, and fetches c when it is wanted. */
const house = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files).map(([name, needs]) => {
      const imports = needs.split(' ').flatMap((it) => {
        const kind = it.startsWith('>') ? 'dynamic-import' : 'import-statement'
        return it ? [{ path: it.replace('>', ''), kind: kind as 'dynamic-import' }] : []
      })
      return [name, { bytes: 1, imports }] as const
    }),
  )

const inputs = house({
  loader: '>hydrate >copy',
  copy: '',
  hydrate: 'engine >player >study',
  engine: '',
  player: 'engine lines menus >drag',
  menus: '>menu >take-away',
  menu: 'lines sheet >keys',
  keys: 'sheet',
  drag: 'lines',
  study: 'engine numbers >take-away',
  'take-away': '',
  lines: 'numbers',
  sheet: 'engine',
  numbers: '',
})

it('knows what only a player and what follows it fetch', () => {
  expect([...followers(inputs, 'player')].sort()).toEqual(['drag', 'keys', 'menu'])
})

it('knows that all but what the loader fetches itself follows the engine', () => {
  const all = ['drag', 'keys', 'menu', 'player', 'study', 'take-away']
  expect([...followers(inputs, 'hydrate')].sort()).toEqual(all)
})

it('knows who shares a file with another', () => {
  expect([...sharers(inputs, 'lines')].sort()).toEqual(['drag', 'menu', 'player', 'study'])
})
