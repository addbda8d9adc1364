// A legend: each word once, and shapes that look alike as one entry.

import { expect, it } from 'vitest'
import { merged, sign } from './sign'

const dot = (key = 'd') => <circle key={key} r={4} />
const ring = <circle key="d" r={4} fill="none" />

it('lists a word once, where it was said first', () => {
  const all = merged([sign('a', dot()), sign('b', ring), sign('a', dot())])
  expect(all.map(({ says }) => says)).toEqual(['a', 'b'])
})

it('puts under one mark what looks alike, and only that', () => {
  const all = merged([sign('puts A', [dot()]), sign('a quorum', ring), sign('puts B', [dot()])])
  expect(all.map(({ says }) => says)).toEqual(['puts A, puts B', 'a quorum'])
})

it('says an answer once that all of them have in common', () => {
  const says = (...all: string[]) => merged(all.map((one) => sign(one, dot())))[0]!.says
  expect(says('pay: yes', 'hold: yes')).toBe('pay, hold: yes')
  expect(says('pay: yes', 'hold: no')).toBe('pay: yes, hold: no')
  expect(says('pay: yes', 'hold')).toBe('pay: yes, hold')
  expect(says('1A: yes', '1B: yes', '1C: yes', '1D: yes', '1E: yes')).toBe('1A, 1B, 1C …: yes')
  expect(says('log: full is committed')).toBe('log: full is committed')
})
