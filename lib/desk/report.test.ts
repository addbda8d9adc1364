// What the about page says in numbers is true today.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countAll } from './numbers'

test('content/reports.json says what is here now; npm run report writes it', async () => {
  const said = JSON.parse(readFileSync('content/reports.json', 'utf8'))
  expect(said).toEqual(await countAll())
  for (const count of Object.values(said)) expect(count).toBeGreaterThan(0)
})
