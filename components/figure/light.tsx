// Why? in the picture: the cone of causes of an event stands out, and the rest is pale.

import { pageInks } from '@/components/pictures/inks'
import { type Cone, type Overlay, overlays } from '@/components/pictures/over/over'
import { causeSigns } from '@/components/pictures/over/signs'
import { cone, why } from '@/lib/sim/cause'
import { eventAt, type Film } from '@/lib/sim/film'
import type { Millis, NodeId, PictureName } from '@/lib/sim/protocol'
import type { Over } from './over'
import { withSigns } from './over-parts'
import type { Run } from './use-run'

/** All that led to an event, as far as a picture can show it. */
export function coneOf(film: Film, about: number): Cone {
  const events = cone(film, about)
  const messages = new Set<number>()
  const last = new Map<NodeId, Millis>()
  for (const index of events) {
    const { node, at, kind, message } = eventAt(film, index)
    if (kind === 'message') messages.add(message)
    if (node) last.set(node, Math.max(at, last.get(node) ?? 0))
  }
  const { events: told, missing } = why(film, about)
  const since = Math.min(told.at(-1)?.at ?? 0, ...missing.map(({ sent }) => sent))
  return { about, events, messages, missing: new Set(missing.map(({ id }) => id)), last, since }
}

/** Lights the causes of an event in the pictures, until the reader moves on. */
export async function light(run: Run, about: number): Promise<void> {
  const { film, developed } = run
  const found = new Map<PictureName, Overlay | undefined>()
  for (const { name } of developed.pictures) found.set(name, await overlays[name]?.())
  const lit = coneOf(film, about)
  // The legend is the server's until it must say more.
  if (!run.parts) await run.redraw(developed, run.edited.now)
  run.lay(overOf(film, lit, found))
}

const overOf = (
  film: Film,
  lit: Cone,
  found: ReadonlyMap<PictureName, Overlay | undefined>,
): Over => ({
  draw: (place, shape, at, id) => {
    const Draw = found.get(place.picture.name)?.Causes
    if (!Draw || place.film !== film) return undefined
    const films = place.films ?? [film]
    return <Draw {...{ film, films, at, shape, id, inks: pageInks, cone: lit }} />
  },
  parts: (parts) => withSigns(parts, causeSigns(lit.missing.size > 0)),
})
