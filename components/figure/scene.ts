// What a figure needs to know of a whole film, read once: what is told, and when.

import { eventAt, type Film, narrated } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'

/** A moment at which something is told: its first event, and its sentences as one. */
export type Told = { readonly at: Millis; readonly index: number; readonly says: string }
export type Scene = {
  readonly told: readonly Told[]
  /** The longest sentence: a figure keeps room for it, so that nothing moves. */
  readonly longest: string
}

const scenes = new WeakMap<Film, Scene>()

/** The scene of a film; kept as long as the film is. */
export function sceneOf(film: Film): Scene {
  const known = scenes.get(film)
  if (known) return known
  const told = toldIn(film)
  const longest = told.reduce((most, { says }) => (says.length > most.length ? says : most), '')
  const scene = { told, longest }
  scenes.set(film, scene)
  return scene
}

function toldIn(film: Film): Told[] {
  const told: Told[] = []
  let dead = 0
  for (let index = 0; index < film.length; index++) {
    const event = eventAt(film, index)
    if (!narrated(event)) continue
    const { at, kind } = event
    const says = event.says.join('; ')
    const last = told.at(-1)
    dead = kind === 'death' && last?.at === at ? dead + 1 : 0
    if (last?.at !== at) told.push({ at, index, says })
    // A wall kills many at once: the first is told, the others are left to the picture.
    else if (dead < 2) told[told.length - 1] = { ...last, says: `${last.says}; ${says}` }
  }
  return told
}

/** What was told last at a moment; undefined before the first. */
export function toldAt({ told }: Scene, at: Millis): Told | undefined {
  let low = 0
  let high = told.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (told[middle]!.at <= at) low = middle + 1
    else high = middle
  }
  return told[low - 1]
}
