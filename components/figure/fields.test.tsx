// Does a form offer what may be chosen, and nothing else?

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { store } from '@/lib/protocols/store'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { Fields } from './fields'

it('a buyer may be told a window to buy at, and no buyer', () => {
  const film = shoot(store as AnyProtocol, {
    protocol: 'store',
    nodes: ['window', 'window', 'buyer', 'buyer'],
    names: ['East', 'West', 'Ada', 'Ben'],
    seed: 1,
    delay: 10,
    until: 100,
    poster: 0,
  })
  const html = renderToStaticMarkup(<Fields of={store.commands.buy.takes} film={film} />)
  const offered = [...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, says]) => says)
  expect(offered).toEqual(['12A', '12B', '12C', 'its own', 'East', 'West'])
})
