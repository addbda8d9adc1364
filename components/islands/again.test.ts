// A letter that is typed while a part wakes is not lost.

import { expect, it } from 'vitest'
import { newest } from './again'

it('what was kept is given again where waking has put the field back', () => {
  expect(newest({ value: '', defaultValue: '' }, 'spl')).toBe('spl')
  expect(newest({ value: '50', defaultValue: '50' }, '70')).toBe('70')
})

it('what was typed since is newer than what was kept', () => {
  expect(newest({ value: 'spli', defaultValue: '' }, 'spl')).toBe('spli')
})

it('a list of choices has no value that it began with', () => {
  expect(newest({ value: 'pull' }, 'push')).toBe('push')
})
