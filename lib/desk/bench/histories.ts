// How long the checker takes for all recorded histories, where they are at hand.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readHistory } from '@/lib/checks/history-text'
import { linearizable } from '@/lib/checks/linearizable'
import { models } from '@/lib/checks/model'
import { root } from '../run'
import type { Row } from './row'

const folder = join(root, '../shared/reference/histories')

const seconds = (work: () => void) => {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

/** All recorded histories, read and decided, beside reading them alone; no row without them. */
export function benchHistories(): Row[] {
  if (!existsSync(folder)) return []
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(edn|log|txt)$/.test(file) && !file.endsWith('FORMAT.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  let expanded = 0
  const read = () => texts.map(readHistory)
  const reading = seconds(read)
  const all = seconds(() => {
    for (const { format, initial, operations } of read()) {
      const model = format === 'kv' ? models.kv : models['cas-register']
      const verdict = linearizable(operations, model, { initial })
      if (verdict.holds === 'undecided') throw new Error('a recorded history stayed undecided')
      expanded += verdict.expanded
    }
  })
  return [
    {
      what: `${texts.length} recorded histories, ${expanded.toLocaleString('en')} states`,
      here: `${all.toFixed(2)} s`,
      baseline: `${reading.toFixed(2)} s to read them alone`,
      budget: 'aim 5 s',
    },
  ]
}
