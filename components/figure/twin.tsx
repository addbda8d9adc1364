// What if: the published film held against the edited one, and what differs drawn over both.

import { pageInks } from '@/components/pictures/inks'
import { listed } from '@/components/pictures/names'
import { type Apart, type Overlay, overlays } from '@/components/pictures/over/over'
import { apartSigns } from '@/components/pictures/over/signs'
import type { Drawing } from '@/components/pictures/picture'
import { type Difference, differences, firstDifference, onlyIn } from '@/lib/sim/compare'
import { eventAt, type Film, shoot } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { firstOf } from './edits'
import { eventSentence } from './event-words'
import type { Held, Over } from './over'
import { withPennant, withSigns } from './over-parts'
import type { Take } from './use-take'

/** Both films, drawn in `picture`, and the moment at which they part. */
export async function holdAgainst({ developed, edited }: Take, picture: Drawing): Promise<Held> {
  const film = shoot(developed.protocol, firstOf(edited))
  const overlay = (await overlays[picture.name]?.()) ?? {}
  const made = new WeakMap<Film, Over>()
  const overOf = (other: Film) => {
    const over = made.get(other) ?? overBoth(film, other, overlay, picture.name)
    made.set(other, over)
    return over
  }
  const now = developed.films[0]!
  const parted = firstDifference(film, now)
  return { film, picture, labels, overOf, keep, ...partingOf(film, now, parted) }
}

const labels: Held['labels'] = [
  { label: 'as you changed it', short: 'yours' },
  { label: 'as published', short: 'before' },
]

const keep: Held['keep'] = (pictures, height) => {
  pictures.dataset.compared = 'yes'
  pictures.style.height = `${height}px`
  return () => {
    delete pictures.dataset.compared
    pictures.style.height = ''
  }
}

const wordsIn = (film: Film, index: number, at: Millis) =>
  index < film.length && film.reel.at.data[index] === at
    ? eventSentence(film, eventAt(film, index))
    : 'nothing happens then'

/**
 * "The two runs part at 412 ms: here n4 crashes; there n4 receives heartbeat." What differs only in
 * what nobody tells, as the draws of another seed do, is passed over for what is told otherwise.
 */
type Parting = Pick<Held, 'at' | 'says'>
function partingOf(published: Film, edited: Film, parted: Difference | undefined): Parting {
  if (!parted) return { at: undefined, says: 'The two runs are the same, event by event.' }
  const most = Math.max(published.length, edited.length)
  for (let index = parted.index; index < most; index++) {
    const at = Math.min(...[published, edited].map(({ reel }) => reel.at.data[index] ?? Infinity))
    const [here, there] = [wordsIn(edited, index, at), wordsIn(published, index, at)]
    if (here !== there)
      return { at, says: `The two runs part at ${momentWords(at)}: here ${here}; there ${there}.` }
  }
  const says = `The two runs part at ${momentWords(parted.at)}, and nothing that is told differs.`
  return { at: parted.at, says }
}

const apartFrom = (film: Film, other: Film, parted: Difference): Apart => {
  const here = parted.index < film.length ? eventAt(film, parted.index).node : 0
  return { other, own: onlyIn(film, other), at: parted.at, node: here }
}

/** "n2 and n4 differ from the published run." */
export function apartWords(film: Film, other: Film, at: Millis): string {
  const nodes = new Set(differences(film, other, at).map(({ node }) => node))
  if (nodes.size === 0) return 'No node differs from the published run.'
  const names = [...nodes].map((node) => film.names[node - 1] ?? other.names[node - 1] ?? '')
  return `${listed(names)} ${nodes.size > 1 ? 'differ' : 'differs'} from the published run.`
}

const withNodes = ['cluster', 'quorums']

function overBoth(published: Film, edited: Film, { Apart: Draw }: Overlay, name: string): Over {
  const parted = firstDifference(published, edited)
  if (!parted) return { draw: () => undefined, parts: (parts) => parts }
  const nodes = withNodes.includes(name)
  const [first, second] = [
    apartFrom(edited, published, parted),
    apartFrom(published, edited, parted),
  ]
  return {
    draw: ({ film, films = [film] }, shape, at, id) =>
      Draw && (
        <Draw
          {...{ film, films, shape, id, inks: pageInks, apart: film === edited ? first : second }}
          at={Math.min(at, film.until)}
        />
      ),
    says: (at) => apartWords(edited, published, at),
    parts: (parts) =>
      withPennant(withSigns(parts, Draw ? apartSigns(nodes) : []), parted.at, edited.until),
  }
}
