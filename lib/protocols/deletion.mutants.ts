// Deletions that each break one rule: the fuzz must catch every one of them.

import type { AnyProtocol } from '@/lib/sim/protocol'
import { deletion } from './deletion'

const { on, after, ask } = deletion
const mutant = (change: Partial<typeof deletion>) => ({ ...deletion, ...change }) as AnyProtocol

/** Simply removes what is deleted. */
const noCertificate: (typeof ask)['delete'] = (s, command, here) => {
  const [{ items, ...rest }, ...does] = ask.delete(s, command, here)
  const kept = Object.entries(items).filter(([, item]) => item.value)
  return [{ ...rest, items: Object.fromEntries(kept) }, ...does]
}
/** Looks away when an old copy meets a certificate that sleeps. */
const sleeps: (typeof on)['mend'] = (s, { items, wants }, from, here) => {
  const [met] = on.mend(s, { items, wants }, from, here)
  const quiet = Object.entries(items).filter(
    ([key]) => met.woke === s.woke || met.items[key]?.active !== here.clock,
  )
  return on.mend(s, { items: Object.fromEntries(quiet), wants }, from, here)
}
/** Wakes a certificate as if it were a deletion of today. */
const newDate: (typeof on)['mend'] = (s, body, from, here) => {
  const [met, ...does] = on.mend(s, body, from, here)
  if (met.woke === s.woke) return [met, ...does]
  const dated = Object.entries(met.items).map(
    ([key, item]) =>
      [key, item.value || item.active !== here.clock ? item : { ...item, at: here.clock }] as const,
  )
  return [{ ...met, items: Object.fromEntries(dated) }, ...does]
}

export const mutants: Record<string, AnyProtocol> = {
  'deletes-without-a-certificate': mutant({ ask: { ...ask, delete: noCertificate } }),
  'lets-a-certificate-sleep': mutant({ on: { ...on, mend: sleeps } }),
  'wakes-a-certificate-under-a-new-date': mutant({ on: { ...on, mend: newDate } }),
  'keepers-forget-with-the-rest': mutant({
    after: {
      ...after,
      compare: (s, here) => after.compare(s, { ...here, options: { ...here.options, dormant: 0 } }),
    },
  }),
  'forgets-its-items-on-waking': mutant({
    wake: (s, here) => deletion.wake!({ ...s, items: {} }, here),
  }),
}
