// The chance that a page which asks many servers meets a slow one, against pages that were drawn.

import { ln, power } from '@/lib/sim/curves'
import { roll } from '@/lib/sim/dice'
import type { Values } from '@/lib/sim/protocol'
import type { Chart, Place } from './drawn'
import { percentWords, rounded, type Study } from './study'

const options = {
  servers: {
    is: 'number',
    from: 1,
    to: 200,
    step: 1,
    default: 100,
    says: 'servers that one page asks',
  },
  slow: {
    is: 'number',
    from: 0.001,
    to: 0.1,
    step: 0.001,
    default: 0.01,
    says: 'share of answers that are slow',
  },
  pages: {
    is: 'number',
    from: 50,
    to: 2000,
    step: 50,
    default: 400,
    says: 'pages drawn',
  },
  draw: { is: 'number', from: 1, to: 100, step: 1, default: 1, says: 'which draw' },
} as const

type Data = Chart & {
  readonly chance: number
  readonly drawn: number
  /** The fewest servers with which every other page is slow. */
  readonly half: number
}

const most = 200
/** Where the curve is computed: closely where it bends. */
const places = Array.from({ length: most }, (_, i) => i + 1).filter((n) => n < 20 || n % 4 === 0)
const dots = [1, ...Array.from({ length: 20 }, (_, i) => (i + 1) * 10)]

/** Waits for all `servers`; each is slow with chance `slow`, by itself. */
const chanceOf = (slow: number, servers: number) => 1 - power(1 - slow, servers)

/** For each page the first server that is slow, from 1; `most + 1` if none is. */
function firstSlow(slow: number, pages: number, draw: number): number[] {
  return Array.from({ length: pages }, (_, page) => {
    const dice = roll(draw / 4096, page)
    for (let server = 1; server <= most; server++) if (roll(dice, server) < slow) return server
    return most + 1
  })
}

function compute({ servers, slow, pages, draw }: Values<typeof options>): Data {
  const first = firstSlow(slow, pages, draw)
  const drawnAt = (n: number) => first.filter((server) => server <= n).length / pages
  const [chance, drawn] = [chanceOf(slow, servers), drawnAt(servers)]
  const half = -Math.floor(-(ln(0.5) / ln(1 - slow)))
  const curve = places.map((n): Place => [n, rounded(chanceOf(slow, n), 4)])
  return {
    chance,
    drawn,
    half,
    says:
      `Of pages that ask ${servers} servers, each slow ${percentWords(slow)} of the time, ` +
      `${percentWords(chance)} meet a slow one; of ${pages} drawn, ${percentWords(drawn)} did.`,
    across: { says: 'servers that one page asks', from: 0, to: most },
    up: { says: 'pages that wait for a slow answer', from: 0, to: 1, as: 'percent' },
    layers: [
      { is: 'rule', says: `${servers} servers`, hue: 0, x: servers },
      { is: 'line', says: '1 − (1 − p)ⁿ', hue: 4, points: curve },
      {
        is: 'dots',
        says: `${pages} pages drawn`,
        hue: 1,
        points: dots.map((n): Place => [n, drawnAt(n)]),
      },
    ],
  }
}

/** Independence, and one slow answer is enough: Dean and Barroso, The tail at scale, 2013. */
export const fanOut = {
  name: 'fan-out',
  says: 'The more servers one page asks, the likelier that one of them is slow.',
  options,
  compute,
  facts: ({ chance, drawn, half }) => ({ chance: rounded(chance, 4), drawn, half }),
  picture: 'chart',
} satisfies Study<typeof options, 'chart', Data>
