// A printed figure: what it shows stands over each of two drawings, and nothing leaves the sheet.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { sign } from '@/components/pictures/sign'
import { Print, type Printed } from './print'
import { printSize } from './sizes'

const drawing = (
  <svg viewBox="0 0 720 480" role="img" aria-label="a run">
    <path d="M0 0H720" />
  </svg>
)
const pair = (signs: number): Printed => ({
  id: 'x',
  title: 'Two who will not wait',
  drawings: [
    { label: 'this run', drawing },
    { label: 'Whoever is refused waits a while', drawing },
  ],
  signs: Array.from({ length: signs }, (_, i) => sign(`what it says ${i}`, null)),
  says: 'Two runs.',
})
/** Where the words of a sheet stand. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)</g)].map(([, x, y, says]) => ({
    ...{ x: Number(x), y: Number(y), says },
  }))

it('has the title and both labels, each over its own drawing', () => {
  const texts = textsOf(renderToStaticMarkup(<Print {...pair(2)} />))
  const [title, first, second] = texts
  expect(texts.map(({ says }) => says)).toEqual([
    'Two who will not wait',
    'this run',
    'Whoever is refused waits a while',
    'what it says 0',
    'what it says 1',
  ])
  expect(first!.y).toBeGreaterThan(title!.y)
  expect(first!.y).toBe(second!.y)
  expect(second!.x).toBeGreaterThan(printSize.width / 2)
})

it('says as much of its signs as there is room for, and nothing beside the sheet', () => {
  const texts = textsOf(renderToStaticMarkup(<Print {...pair(60)} />))
  expect(texts.length).toBeGreaterThan(10)
  for (const { x, y } of texts) {
    expect(x).toBeLessThan(printSize.width)
    expect(y).toBeLessThan(printSize.height)
  }
})
