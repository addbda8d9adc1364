// The ticks of each node's own clock, where clocks differ: drift becomes something one can see.

import { type Film, readsOf, worldAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { wordOf } from '@/lib/sim/scenario'
import type { Page } from './page'

/** Whether any clock can show anything but the true time. */
export const clocksDiffer = ({ scenario, protocol }: Film) =>
  Boolean(protocol.reads) ||
  (scenario.clocks ?? []).some((one) => one.offset || one.driftPpm) ||
  (scenario.script ?? []).some((line) => ['drift', 'bump'].includes(wordOf(line)))

const looks = 60

/** When each node's clock shows a multiple of `step`, in true time. */
export const clockTicks = (film: Film, { from, to }: Page, step: Millis): Millis[][] => {
  const ticks: Millis[][] = film.names.map(() => [])
  let before: { at: Millis; reads: Millis[] } | undefined
  for (let i = 0; i <= looks; i++) {
    const at = from + ((to - from) * i) / looks
    const world = worldAt(film, at)
    const reads = world.nodes.map(({ id }) => readsOf(film, world, id))
    const last = before
    if (last)
      reads.forEach((now, k) => {
        const was = last.reads[k]!
        for (let n = Math.ceil(was / step); n * step < now && n < was / step + 100; n++)
          ticks[k]!.push(last.at + ((n * step - was) / (now - was)) * (at - last.at))
      })
    before = { at, reads }
  }
  return ticks
}
