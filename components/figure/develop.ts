// From a scenario to what a figure draws: its protocol, its drawings, its films, shot in slices.

import { drawings } from '@/components/pictures/drawings'
import type { Drawing, Picture } from '@/components/pictures/picture'
import { fetchProtocol } from '@/lib/protocols'
import { type Film, Take } from '@/lib/sim/film'
import type { AnyProtocol, PictureName } from '@/lib/sim/protocol'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import type { Kept } from './kept'
import { type Describe, sceneOf } from './scene'

/** A figure's run: its film, and a second one where the scenario is held against another. */
export type Developed = {
  readonly protocol: AnyProtocol
  readonly pictures: readonly Drawing[]
  /** Of a film in which nothing is ever told: its first picture in words. */
  readonly describe: Describe | undefined
  readonly films: readonly Film[]
}

/** At most two stand side by side. */
export const picturesOf = (protocol: AnyProtocol, scenario: AnyScenario): readonly PictureName[] =>
  (scenario.pictures ?? protocol.pictures).slice(0, scenario.against ? 1 : 2)

/** A slice, in ms of real time: half a frame. */
const slice = 8

/**
 * Shoots the films of a scenario; `done` is called at once if half a frame is enough, else later.
 * The answer stops it.
 */
export function shootInSlices(
  protocol: AnyProtocol,
  scenario: AnyScenario,
  done: (films: readonly Film[]) => void,
): () => void {
  const second = opponent(scenario)
  const takes = [scenario, ...(second ? [second] : [])].map((one) => new Take(protocol, one))
  let timer: ReturnType<typeof setTimeout> | undefined
  let shot = 0
  const go = () => {
    const end = performance.now() + slice
    // The time is looked at after each event: one alone may take longer than a slice.
    while (shot < takes.length)
      if (!takes[shot]!.more(1)) shot++
      else if (performance.now() > end) {
        timer = setTimeout(go)
        return
      }
    done(takes.map((take) => take.film))
  }
  go()
  return () => clearTimeout(timer)
}

type Gallery<D> = { readonly [N in PictureName]?: () => Promise<D> }
const fetchFrom = <D>(gallery: Gallery<D>, name: PictureName): Promise<D> => {
  const fetch = gallery[name]
  if (!fetch) throw new Error(`there is no picture “${name}”`)
  return fetch()
}

/** Pictures with their words and legends: for the server, and after an edit. */
export async function fetchPictures(names: readonly PictureName[]): Promise<readonly Picture[]> {
  const { pictures } = await import('@/components/pictures')
  return Promise.all(names.map((name) => fetchFrom(pictures, name)))
}

/**
 * Fetches and shoots what a figure needs; what is `kept` is drawn already. Rejects with
 * a sentence for a protocol there is not.
 */
export async function develop(scenario: AnyScenario, kept?: Kept): Promise<Developed> {
  // Side by side, where the scenario itself says which pictures it needs.
  const fetchDrawing = (name: PictureName) =>
    kept && name === 'lanes' ? undefined : fetchFrom(drawings, name)
  const early = scenario.pictures?.map(fetchDrawing)
  // Only where lanes stand in the page.
  const keeping = kept && import('./kept')
  const protocol = await fetchProtocol(scenario.protocol)
  if (!protocol) throw new Error(`there is no protocol “${scenario.protocol}”`)
  const names = picturesOf(protocol, scenario)
  const fetched = await Promise.all(names.map((name, i) => early?.[i] ?? fetchDrawing(name)))
  const films = await new Promise<readonly Film[]>((done) => {
    shootInSlices(protocol, scenario, done)
  })
  const keeper = await keeping
  const pictures = fetched.map(
    (one) => one ?? keeper!.keptDrawing(kept!, films, () => fetchFrom(drawings, 'lanes')),
  )
  const silent = sceneOf(films[0]!).told.length === 0
  const describe = silent ? (await fetchPictures(names.slice(0, 1)))[0]!.describe : undefined
  return { protocol, pictures, films, describe }
}

/** Fetches what draws any film, where a drawing only keeps what stands in the page. */
export const wholeOf = (pictures: readonly Drawing[]): Promise<unknown> | undefined => {
  const late = pictures.flatMap(({ whole }) => (whole ? [whole()] : []))
  return late.length > 0 ? Promise.all(late) : undefined
}
