// A question as the server draws it, and what its answer is made of.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Predict } from './predict'

const question = {
  ask: 'Who leads in the end?',
  choices: ['n1', 'n2'],
  answer: 'n2',
  others: [
    { says: 'n1', runs: 250 },
    { says: 'n2', runs: 700 },
    { says: 'something else', runs: 50 },
  ],
  runs: 1000,
  id: 'vote',
  moment: 640,
}
const html = renderToStaticMarkup(<Predict {...question} />)

it('asks, offers the choices, and folds the answer away', () => {
  expect(html).toContain('Who leads in the end?')
  expect(html.match(/<button[^>]*>n\d<\/button>/g)).toHaveLength(2)
  expect(html).toMatch(/<details><summary[^>]*>The answer/)
  expect(html).not.toContain('<details open')
})

it('says how many of the other runs came out so, longest where most', () => {
  expect(html).toContain('1,000 other runs')
  expect(html).toMatch(/n2<\/b><\/th><td[^>]*>700/)
  expect([...html.matchAll(/<rect width="([\d.]+)%"/g)].map(([, width]) => Number(width))).toEqual([
    25, 70, 5,
  ])
})

it('leads to the moment from which the run goes on', () => {
  expect(html).toContain('href="?at=640&amp;play#vote"')
})
