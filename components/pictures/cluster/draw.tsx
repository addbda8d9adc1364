// A cluster: nodes on a ring, the messages between them, and the walls that stop them.

import type { ReactNode } from 'react'
import { eventAt, type Film } from '@/lib/sim/film'
import type { NodeId } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { Frame } from '../frame'
import { path } from '../geometry'
import type { Inks } from '../inks'
import { fitting } from '../lettering'
import { letters } from '../letters'
import { mark } from '../mark'
import type { PictureProps, Shape } from '../picture'
import { Dot, type DotProps, those } from './dot'
import { linksOf } from './links'
import { stripWindow } from './log-strip'
import { flying, idleAt } from './message'
import { Node } from './node'
import { isUpper, type Place, placeOf } from './place'
import { type Scene, sceneAt, trafficOf } from './seen'
import { Walls, wallLines } from './wall'

const mostSlots = 240

const linksPath = (scenario: AnyScenario, { spots }: Place) =>
  linksOf(scenario, spots.length)
    .map(([a, b]) =>
      path('M', spots[a - 1]!.x, spots[a - 1]!.y, 'L', spots[b - 1]!.x, spots[b - 1]!.y),
    )
    .join('')

/** Something laid under the nodes, around those that are its members. */
export type Overlay = {
  readonly draw: (place: Place) => ReactNode
  readonly members: readonly NodeId[]
}

const dots = new WeakMap<object, Map<string, ReactNode>>()

/** A dot that looks as it did is the same element: an event draws again only whom it changes. */
const dotOf = ({ reel }: Film, shape: Shape, dot: DotProps): ReactNode => {
  const { node, face, word, hue } = dot.seen
  const looks = [node.up, node.paused, face.mood, hue, word, dot.labelled, dot.marked]
  const key = `${shape} ${dot.inks.ink} ${node.id} ${looks}`
  const drawn = dots.get(reel) ?? new Map<string, ReactNode>()
  dots.set(reel, drawn)
  if (!drawn.has(key)) drawn.set(key, <Dot key={node.id} {...dot} />)
  return drawn.get(key)
}

/** The nodes of a scene: circles with words, or dots. */
const nodesOf = (
  { film, marked, inks, at, shape }: PictureProps,
  scene: Scene,
  place: Place,
  overlay?: Overlay,
) => {
  const pointed = marked === undefined ? 0 : eventAt(film, marked).node
  const named = place.dots ? those(scene.nodes) : undefined
  const window =
    shape === 'thumb' ? undefined : stripWindow(scene.nodes.map(({ face }) => face.log))
  return scene.nodes.map((seen, i) => {
    const { id } = seen.node
    const common = { seen, place, inks, spot: place.spots[i]!, marked: id === pointed }
    return named ? (
      dotOf(film, shape, { ...common, labelled: shape !== 'thumb' && named.has(id) })
    ) : (
      <Node
        key={id}
        {...common}
        at={at}
        upper={isUpper(place, i)}
        window={window}
        plain={shape === 'thumb'}
        within={overlay && (overlay.members.includes(id) ? 'member' : 'other')}
      />
    )
  })
}

const crowds = new WeakMap<Scene['nodes'], Map<string, ReactNode>>()

/** Dots stay what they are until the next event: nothing is compared or drawn again meanwhile. */
const groupOf = (props: PictureProps, scene: Scene, place: Place, overlay?: Overlay) => {
  const draw = () => <g>{nodesOf(props, scene, place, overlay)}</g>
  if (!place.dots) return draw()
  const { shape, marked, inks } = props
  const key = `${shape} ${marked} ${inks.ink}`
  const drawn = crowds.get(scene.nodes) ?? new Map<string, ReactNode>()
  crowds.set(scene.nodes, drawn)
  if (!drawn.has(key)) drawn.set(key, draw())
  return drawn.get(key)
}

/** How many of a crowd are what, under its ring: nobody counts sixty dots. */
const tally = (nodes: Scene['nodes'], { width, height, size }: Place, { ink }: Inks) => {
  const counts: { [word: string]: number } = {}
  for (const { word } of nodes) counts[word] = (counts[word] ?? 0) + 1
  const says = Object.entries(counts).map(([word, count]) => `${word}: ${count}`)
  const text = fitting(says.sort().join(' · '), size, width)
  return says.length < 5 && letters(width / 2, height - size, text, ink, { anchor: 'middle' })
}

/** The cluster with something laid under its nodes. */
export function drawCluster(props: PictureProps, says?: string, overlay?: Overlay): ReactNode {
  const { film, at, inks, shape } = props
  const scene = sceneAt(film, at)
  const place = placeOf(scene.nodes.length, shape)
  const walls = wallLines(scene.world.cuts, place)
  const slots = Math.min(mostSlots, trafficOf(film).most)
  return (
    <Frame of={props} box={place} says={says}>
      {mark(linksPath(film.scenario, place), { stroke: inks.hair, strokeWidth: 1.5 })}
      {overlay?.draw(place)}
      {place.dots && shape !== 'thumb' && tally(scene.nodes, place, inks)}
      <Walls lines={walls} inks={inks} />
      <g>
        {Array.from({ length: slots }, (_, i) => {
          const seen = scene.messages[i]
          return seen ? flying(i, { seen, at, place, walls, inks }) : idleAt(i)
        })}
      </g>
      {groupOf(props, scene, place, overlay)}
    </Frame>
  )
}
