// Commands from outside (§8): refused, or logged, applied once and answered; and reads.

import type { Asked, Entry, Here, State, Step } from './kind'
import { tell, termAt } from './kind'

/** The commands that the committed entries carry out: a retried one counts once (§8). */
export const applied = ({ log, committed }: Pick<State, 'log' | 'committed'>) => {
  const known = new Set<string>()
  const isNew = ({ serial }: Entry) => !serial || (!known.has(serial) && known.add(serial))
  return log.slice(0, committed).filter(isNew)
}

/** Commits up to there. Whoever asked this server for an entry learns if it is in its place. */
export const apply = (s: State, committed: number, here: Here): State =>
  committed <= s.committed
    ? s
    : {
        ...s,
        committed,
        asked: s.asked.map((a) =>
          a.to === null && a.index <= committed
            ? { ...a, to: here.at, outcome: termAt(s.log, a.index) === a.term ? 'ok' : 'fail' }
            : a,
        ),
      }

/**
 * A leader logs a command unless that is applied already. It answers a read of itself at once:
 * one that is deposed and does not know it answers stale (§8). Others refuse.
 */
export const asked =
  (type: Asked['type'], propose: (s: State, entry: Entry, here: Here) => Step) =>
  (s: State, command: { readonly value?: string; readonly serial?: string }, here: Here): Step => {
    const { value = '', serial = '' } = command
    const { term, leader, log } = s
    const done = applied(s)
    const has = (entries: readonly Entry[]) => serial && entries.some((e) => e.serial === serial)
    const note = (outcome: Asked['outcome'], to: number | null, result: string | null = null) => {
      const a = { type, value, result, from: here.at, to, outcome, term, index: log.length + 1 }
      // What is in the log already is a command that is retried, and not another operation.
      return has(log) ? s : { ...s, asked: [...s.asked, a] }
    }
    if (leader !== here.self) {
      const why = leader ? `n${leader} leads` : 'it knows no leader'
      return [note('fail', here.at), tell(here, `refuses to ${type}: ${why}`)]
    }
    if (type === 'write' && !has(done)) {
      return propose(note('unknown', null), { term, value, serial }, here)
    }
    const result = type === 'write' ? null : (done.at(-1)?.value ?? '')
    return [note('ok', here.at, result), tell(here, `answers “${result || value || 'nothing'}”`)]
  }
