// What is printed of two runs side by side is measured by one scale.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { AnyScenario } from '@/lib/sim/scenario'
import { figureNamed } from '../figure-named'
import { printedOf } from './printed'

it('draws a bar of one as long in a run of short queues as in one of long ones', async () => {
  const queues = await figureNamed<AnyScenario>('queues')
  const { drawings } = await printedOf({ id: 'queues', of: queues as never } as never)
  // The first window has one to serve on either side.
  const first = drawings.map(
    ({ drawing }) => / d="([^"]*)"/.exec(renderToStaticMarkup(drawing))?.[1],
  )
  expect(first[0]).toBeDefined()
  expect(first[1]).toBe(first[0])
  const { beside, label } = queues.against!
  expect(drawings.map((one) => one.label)).toEqual([beside, label])
})
