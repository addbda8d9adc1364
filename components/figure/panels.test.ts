// Which films share a scale: two that stand side by side, and an edited one with the published.

import { expect, it } from 'vitest'
import { type Drawing, drawingOf } from '@/components/pictures/picture'
import { chatter } from '@/lib/sim/chatter'
import { shoot } from '@/lib/sim/film'
import type { AnyScenario } from '@/lib/sim/scenario'
import { panelsOf, placesOf } from './panels'
import { apartWords } from './twin'

const story: AnyScenario = {
  ...{ protocol: 'chatter', nodes: 4, seed: 3, delay: [5, 15], until: 400, poster: 100 },
}
const first = shoot(chatter, story)
const edited = shoot(chatter, { ...story, script: [[120, { crash: 2 }]] })
const pictures = [drawingOf('bars', () => null), drawingOf('chart', () => null)]
const [bars] = pictures
const twinIn = (picture: Drawing) => ({
  ...{ film: first, picture },
  labels: [{ label: 'as you changed it' }, { label: 'as published' }],
})

it('the published run needs no other', () => {
  expect(placesOf([first], pictures, undefined, first).map(({ films }) => films)).toEqual([
    undefined,
    undefined,
  ])
})

it('an edited run is drawn on axes that hold the published one too', () => {
  for (const { film, films } of placesOf([edited], pictures, undefined, first)) {
    expect(film).toBe(edited)
    expect(films).toEqual([edited, first])
  }
})

it('two that are held against each other share theirs, each once', () => {
  const places = placesOf([edited], pictures, twinIn(bars!), first)
  expect(places.map(({ films }) => films)).toEqual([
    [edited, first],
    [edited, first],
  ])
})

it('a longer run is not squeezed beside another', () => {
  const longer = shoot(chatter, { ...story, until: 800 })
  expect(placesOf([longer], pictures, undefined, first)[0]!.films).toBeUndefined()
})

it('who differs from the published run is said by name', () => {
  expect(apartWords(edited, first, 119)).toBe('No node differs from the published run.')
  expect(apartWords(edited, first, 121)).toBe('n2 differs from the published run.')
  expect(apartWords(edited, first, 390)).toMatch(/ and n\d differ from the published run\.$/)
})

it('two beside each other are drawn once, with words that can be read in half the width', () => {
  const shapes = (places: ReturnType<typeof placesOf>) =>
    panelsOf(places, 0, (_, i, shape) => `${i} ${shape}`).map(({ wide, tall }) => [wide, tall])
  const paired = placesOf([edited], pictures, twinIn(bars!), first)
  expect(shapes(paired)).toEqual([
    ['0 tall', undefined],
    ['1 tall', undefined],
  ])
  const lanes = drawingOf('lanes', () => null)
  const both = placesOf([edited], [lanes], twinIn(lanes), first)
  expect(shapes(both)).toEqual(shapes(paired))
  expect(shapes(placesOf([first], pictures))).toEqual(shapes(paired))
  const cluster = drawingOf('cluster', () => null)
  expect(shapes(placesOf([first], [cluster, lanes]))).toEqual([
    ['0 tall', undefined],
    ['1 wide', undefined],
  ])
  const log = drawingOf('log', () => null)
  expect(shapes(placesOf([first], [log, cluster]))).toEqual(shapes(paired))
  expect(shapes(placesOf([first], [log]))).toEqual([['0 wide', '0 tall']])
})
