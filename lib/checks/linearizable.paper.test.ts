// The recorded histories of Porcupine and Knossos: every verdict, and the operation at fault.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHistory } from './history-text'
import { linearizable } from './linearizable'
import { models } from './model'

const reference = new URL('../../../shared/reference/histories/', import.meta.url)
const absent = !existsSync(reference)

/** Judges one recorded history as its format says. */
function judge(path: string) {
  const recorded = readHistory(readFileSync(new URL(path, reference), 'utf8'))
  const model = recorded.format === 'kv' ? models.kv : models['cas-register']
  const { initial, operations } = recorded
  return { operations, ...linearizable(operations, model, { initial }) }
}

function verdicts(folder: string) {
  const table = readFileSync(new URL(`${folder}/verdicts.tsv`, reference), 'utf8')
  const rows = table.trim().split('\n').slice(1)
  return rows.map((row) => row.split('\t') as [file: string, linearizable: string])
}

describe.skipIf(absent)('115 recorded histories', () => {
  test('of anishathalye/porcupine (56) and jepsen-io/knossos (59): the published verdicts', () => {
    const wrong: string[] = []
    let [judged, expanded] = [0, 0]
    for (const folder of ['porcupine', 'knossos'])
      for (const [file, expected] of verdicts(folder)) {
        const verdict = judge(`${folder}/${file}`)
        judged++
        expanded += verdict.expanded
        if (verdict.holds !== (expected === 'true' ? 'yes' : 'no')) wrong.push(file)
      }
    expect(wrong).toEqual([])
    expect(judged).toBe(115)
    expect(expanded).toBeLessThan(2_000_000)
  })

  // knossos test/knossos/wgl_test.clj names the operation at fault and the place of its return.
  test.each([
    ['bad-analysis', 'process 21', 2, 14],
    ['rethink-fail-minimal', 'process 1', 3, 4],
  ])('in %s the operation at fault is the one that Knossos names', (file, client, value, to) => {
    const { holds, culprits, operations } = judge(`knossos/cas-register/bad/${file}.edn`)
    expect(holds).toBe('no')
    expect(operations[culprits[0]!]).toMatchObject({ client, type: 'read', result: value, to })
  })
})
