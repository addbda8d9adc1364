// The one sentence under a figure: what was told last, or what an edit did.

import type { ReactNode } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { type Scene, subjectAt } from './scene'

type Props = {
  at: Millis
  scene: Scene
  /** The sentence after an edit or about a link; it stands until time moves. */
  says: string | undefined
}

/** What was told last, and how long ago. */
export function sentenceAt(scene: Scene, at: Millis): string {
  if (scene.describe) return scene.describe(at)
  const told = subjectAt(scene, at)
  if (!told) return 'nothing has happened yet'
  const ago = at - told.at
  return ago >= 1 ? `${told.says} (${momentWords(ago)} ago)` : told.says
}

/** Keeps room for the longest sentence of the film, so that nothing moves below it. */
export function Status({ at, scene, says }: Props): ReactNode {
  const longest = `${scene.longest} (000 ms ago)`
  return (
    <p className="grid border-t border-hair px-4 py-2.5">
      <span aria-hidden="true" className="invisible col-start-1 row-start-1 select-none">
        <b className="mr-2 font-semibold">0000 ms</b>
        {longest}
      </span>
      <span className="col-start-1 row-start-1">
        <b className="mr-2 font-semibold tabular-nums">{momentWords(at)}</b>
        {says ?? sentenceAt(scene, at)}
      </span>
    </p>
  )
}
