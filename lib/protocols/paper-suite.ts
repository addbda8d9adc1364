// A paper's experiments as tests, each with the sample of the ordinary run.

import { describe, expect, test } from 'vitest'
import { holds, type Paper } from './paper'

/** Declares one test for each experiment: whatever was published is measured here as well. */
export function paperSuite({ source, experiments }: Paper) {
  describe(source, () => {
    for (const { name, unit, ordinary, published, measure } of experiments)
      test(`${name} (${ordinary} ${unit})`, () => {
        const measured = measure(ordinary)
        expect(measured).toHaveLength(published.length)
        const wrong = published.flatMap((it, i) => {
          const ours = measured[i]!
          return holds(it, ours)
            ? []
            : [`${it.what}: ${ours.ours} ± ${ours.margin}, published ${it.value}`]
        })
        expect(wrong).toEqual([])
      })
  })
}
