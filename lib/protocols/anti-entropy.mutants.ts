// Copies that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { antiEntropy } from './anti-entropy'

const { on } = antiEntropy
type On = typeof on

/** Opens the left half of the tree only. */
const halfTree: On['compare'] = (s, { hashes }, from, here) => {
  const left = Object.entries(hashes).filter(([place]) => place === '0' || +place % 2 === 1)
  return on.compare(s, { hashes: Object.fromEntries(left) }, from, here)
}
/** Takes whatever comes for the later entry. */
const lastArrival: On['mend'] = (s, body, from, here) => {
  const [after, ...does] = on.mend(s, body, from, here)
  return [{ ...after, entries: { ...after.entries, ...body.entries } }, ...does]
}

const mutant = (change: Partial<typeof antiEntropy>) =>
  ({ ...antiEntropy, ...change }) as AnyProtocol

export const mutants: Record<string, AnyProtocol> = {
  'opens-half-of-the-tree': mutant({ on: { ...on, compare: halfTree } }),
  'takes-the-last-arrival-for-the-latest': mutant({ on: { ...on, mend: lastArrival } }),
  'forgets-its-copy-on-waking': mutant({ wake: (_, here) => antiEntropy.start(here) }),
}
