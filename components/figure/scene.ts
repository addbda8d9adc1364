// What a figure needs to know of a whole film, read once: what is told, and when.

import type { Picture } from '@/components/pictures/picture'
import { eventAt, type Film, narrated } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'

/** A moment at which something is told: its first event, and its sentences as one. */
export type Told = {
  readonly at: Millis
  readonly index: number
  readonly says: string
  /** Nothing but messages died: what was told before is the better sentence a moment later. */
  readonly dead: boolean
}
export type Scene = {
  readonly told: readonly Told[]
  /** The longest sentence: a figure keeps room for it, so that nothing moves. */
  readonly longest: string
}
/** A picture in words. */
export type Describe = Picture['describe']

const scenes = new WeakMap<Film, Scene>()

/** The scene of a film; kept as long as the film is. */
export function sceneOf(film: Film): Scene {
  const known = scenes.get(film)
  if (known) return known
  const told = toldIn(film)
  const longest = told.reduce(
    (most, { says }) => (says.length > most.length ? says : most),
    film.scenario.because?.says ?? '',
  )
  const scene = { told, longest }
  scenes.set(film, scene)
  return scene
}

/** Nothing is ever told in it. */
export const isSilent = ({ told }: Scene) => told.length === 0

/** At one instant two sentences are told, and the others left to the picture. */
const most = 2

function toldIn(film: Film): Told[] {
  const told: Told[] = []
  let count = 0
  for (let index = 0; index < film.length; index++) {
    const event = eventAt(film, index)
    if (!narrated(event)) continue
    const { at } = event
    const says = event.says.join('; ')
    const dead = event.kind === 'death'
    const last = told.at(-1)
    if (last?.at !== at) {
      told.push({ at, index, says, dead })
      count = 1
    } else if (++count <= most)
      told[told.length - 1] = { ...last, says: `${last.says}; ${says}`, dead: last.dead && dead }
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

/** What a moment is about: what was told then, or the last that was more than a death. */
export function subjectAt(scene: Scene, at: Millis): Told | undefined {
  const last = toldAt(scene, at)
  if (!last?.dead || last.at === at) return last
  return scene.told.findLast((one) => one.at <= at && !one.dead)
}
