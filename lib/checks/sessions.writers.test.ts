// A session that reads nothing is a session all the same: it must have an order of the writes.

import { expect, test } from 'vitest'
import { sessions } from './history.fixture'
import { guaranteed } from './sessions'

test('writes that no order keeps are in nobody’s order, also in that of who reads nothing', () => {
  const history = sessions({ A: 'wy2', C: 'rx5 rx4 wx4 wx5 rx-' })
  const { holds, says } = guaranteed(history, 'writes-follow-reads')
  expect(holds).toBe('no')
  expect(says).toContain('(written after reading it)')
})
