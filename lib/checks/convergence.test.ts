// Convergence: copies that hold the same, and where they part.

import { expect, test } from 'vitest'
import { alike, converged } from './convergence'

test('copies converge if they hold the same, in whatever order their keys were written', () => {
  const copies = [
    { A1: 'Ann', A2: 'Ben' },
    { A2: 'Ben', A1: 'Ann' },
  ]
  expect(converged(copies)).toMatchObject({ holds: 'yes', culprits: [] })
  expect(converged([]).holds).toBe('yes')
})

test('the copies of the smaller group are at fault, and the first difference is named', () => {
  const ann = { seats: { A1: 'Ann' } }
  const ben = { seats: { A1: 'Ben' } }
  expect(alike([ben, ann, ann])).toEqual([[1, 2], [0]])
  expect(converged([ben, ann, ann], ['n1', 'n2', 'n3'])).toMatchObject({
    holds: 'no',
    culprits: [0],
    says: 'n2 and n1 differ: "Ann" and "Ben" at seats.A1',
  })
  expect(converged([{}, { A1: 1 }]).says).toBe('copy 1 and copy 2 differ: nil and 1 at A1')
  expect(converged([[1], [1, 2]]).says).toBe('copy 1 and copy 2 differ: nil and 2 at 1')
})
