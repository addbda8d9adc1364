// A letter that is typed while a part wakes is not lost.

import { expect, it } from 'vitest'
import { newest } from './again'

it('what was typed since is newer than what was kept', () => {
  expect(newest({ value: 'spli', selectionStart: 4 }, 'spl')).toBe('spli')
})

it('what was kept is given again where waking has put a field back', () => {
  expect(newest({ value: '', selectionStart: 0 }, 'spl')).toBe('spl')
  expect(newest({ value: '50', selectionStart: null }, '70')).toBe('70')
  expect(newest({ value: 'pull' }, 'push')).toBe('push')
})
