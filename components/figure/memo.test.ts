// What is kept is used only for the very same things.

import { afterEach, expect, it, vi } from 'vitest'
import { memo } from './memo'

afterEach(() => vi.unstubAllEnvs())

const counting = () => {
  const last = memo<number>()
  let made = 0
  return (name: string, ...of: unknown[]) =>
    last(
      name,
      () => of,
      () => ++made,
    )
}

it('In development what was made is used again, until something it is made of is another.', () => {
  vi.stubEnv('NODE_ENV', 'development')
  const ask = counting()
  const film = {}
  expect([ask('a', film, 1), ask('a', film, 1), ask('b', film, 1)]).toEqual([1, 1, 2])
  expect([ask('a', {}, 1), ask('a', {}, 2), ask('a')]).toEqual([3, 4, 5])
})

it('A build makes everything anew.', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const ask = counting()
  expect([ask('a', 1), ask('a', 1)]).toEqual([1, 2])
})
