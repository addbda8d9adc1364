// The one sentence under a figure: what was told last, or what an edit did.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { type Edited, isOther } from './edits'
import { type Describe, isSilent, sceneOf, subjectAt } from './scene'

/**
 * What was told last, and how long ago. Where nothing is ever told, its picture in words; of the
 * published run's still, what its author says of it.
 */
export function sentenceAt(film: Film, at: Millis, describe?: Describe, edited?: Edited): string {
  const { because, poster } = film.scenario
  if (because?.says && at === poster && !(edited && isOther(edited))) return because.says
  if (describe && isSilent(sceneOf(film))) return describe(film, at, 'short')
  const told = subjectAt(sceneOf(film), at)
  if (!told) return 'nothing to tell yet'
  const ago = at - told.at
  return ago >= 1 ? `${told.says} (${momentWords(ago)} ago)` : told.says
}

/** The longest sentence of a figure's films, or nearly. */
export const longestOf = (films: readonly Film[], describe?: Describe): string =>
  films
    .map((film) =>
      describe && isSilent(sceneOf(film))
        ? describe(film, film.until, 'short')
        : `${sceneOf(film).longest} (000 ms ago)`,
    )
    .sort((one, other) => other.length - one.length)[0]!

/** A sentence, and since when in real time it has been read. */
export type Kept = { readonly tells: string; readonly since: number }

/** No sentence is taken away sooner than this. */
export const stayMs = 1200

/** What is read now: the sentence of before, until it has stayed long enough. */
export const calmed = (last: Kept, tells: string, now: number): Kept =>
  tells === last.tells || now - last.since < stayMs ? last : { tells, since: now }

type Props = { at: Millis; sentence: string; longest: string }

/** How long ago stays in one line. */
const unbroken = (sentence: string) => sentence.replace(/ (\S+) ago\)$/, '\u00a0$1\u00a0ago)')

/** Keeps room for the longest sentence, so that nothing moves below it. */
export function Status({ at, sentence, longest }: Props): ReactNode {
  return (
    <p className="status">
      <span aria-hidden="true">
        <b>0000 ms</b>
        {unbroken(longest)}
      </span>
      <span>
        <b>{momentWords(at)}</b>
        {unbroken(sentence)}
      </span>
    </p>
  )
}
