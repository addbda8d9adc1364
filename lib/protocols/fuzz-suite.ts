// The fuzz of one protocol as tests: nothing breaks, all was met, and every mutant is caught.

import { describe, expect, test } from 'vitest'
import { hunt } from '@/lib/sim/fuzz'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { type Counts, type Meeting, meet } from './meet'

export type { Counts, Looking } from './meet'

type Suite = Meeting & {
  /** The least that must be met of each. */
  readonly least: Counts
  readonly mutants: Readonly<Record<string, AnyProtocol>>
}

/** Declares the tests: the ordinary run of so many seeds, and one test per mutant. */
export function fuzzSuite(suite: Suite) {
  const { protocol, weather, seeds, least, mutants } = suite
  describe(`${protocol.name}, fuzzed`, () => {
    test(`in ${seeds} schedules nothing breaks, and the faults bite`, () => {
      const met = meet(suite)
      for (const [what, count] of Object.entries(least)) {
        expect(met[what] ?? 0, `${what} (met: ${JSON.stringify(met)})`).toBeGreaterThanOrEqual(
          count,
        )
      }
    })

    test.each(Object.entries(mutants))('%s is caught', (_name, mutant) => {
      const sentences = Object.keys({ ...protocol.always, ...protocol.eventually })
      expect(sentences).toContain(hunt(mutant, weather, 0, seeds)?.failure.broke)
    })
  })
}
