// `npm run report`: writes content/reports.json, the numbers that the about page shows.

import { join } from 'node:path'
import { writeWhole } from '@/lib/posts/store'
import { countAll } from './numbers'
import { main, refuseWords, root, words } from './run'

const help = `npm run report

Counts what the publication says of itself (claims held, schedules fuzzed, mutants caught, …) and
writes it to content/reports.json. npm test fails while that file says anything else.`

main(async () => {
  refuseWords(words(), help)
  const numbers = await countAll()
  writeWhole(join(root, 'content/reports.json'), `${JSON.stringify(numbers, null, 2)}\n`)
  for (const [what, count] of Object.entries(numbers)) console.log(`${what}: ${count}`)
}, help)
