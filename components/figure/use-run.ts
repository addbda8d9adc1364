// The state of a figure awake: its scenario with a way back, its films, its moment, its sentence.

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Json, Millis } from '@/lib/sim/protocol'
import type { AnyScenario, Lever } from '@/lib/sim/scenario'
import type { AwakeProps } from './awake'
import { type Developed, shootInSlices } from './develop'
import { amend, type Edited, edit, firstOf, published, turn } from './edits'
import { type Scene, sceneOf, toldAt } from './scene'
import { defaultStep, speedAt } from './speed'
import type { Parts } from './stage'
import { type Playhead, usePlayhead } from './use-playhead'

/** A sentence about an edit or a link, and since when it stands. */
type Said = { readonly text: string; readonly at: Millis }
/** Where time goes after an edit; what is left out stays as it is. */
export type Landing = {
  readonly at?: Millis | undefined
  readonly play?: boolean
  readonly says?: string
}

export type Run = {
  readonly edited: Edited
  readonly developed: Developed
  readonly parts: Parts | undefined
  /** What only an edit needs, once there was one. */
  readonly tools: Tools | undefined
  readonly film: Film
  readonly scene: Scene
  readonly head: Playhead
  readonly pace: number
  readonly setPace: (step: number) => void
  /** The sentence that stands now, if it is not the film's own. */
  readonly says: string | undefined
  readonly say: (text: string) => void
  /** Makes `next` what is shown, once it has been shot. */
  readonly change: (next: Edited, land?: (film: Film, before: Film) => Landing) => void
  readonly turn: (option: string, value: Json) => void
  readonly pull: (lever: Lever) => void
}

/** What only an edit needs is fetched with the first. */
const fetchTools = () => import('./redraw')
type Tools = Awaited<ReturnType<typeof fetchTools>>

/** How much of the film is played before what a lever changes. */
const leadIn = 0.02

export function useRun(
  { id, number, published: scenario, developed: given, visit, parts: drawn }: AwakeProps,
  place: RefObject<Element | null>,
): Run {
  const [edited, setEdited] = useState(() => published(scenario))
  const [developed, setDeveloped] = useState(given)
  const [parts, setParts] = useState(drawn)
  const [tools, setTools] = useState<Tools>()
  const [said, setSaid] = useState<Said>()
  const film = developed.films[0]!
  const scene = sceneOf(film)
  const [pace, setPace] = useState(() => defaultStep(film.until))
  const toldAfter = (at: Millis) => scene.told.find((one) => one.at > at)?.at ?? film.until
  const { ratio } = speedAt(pace)
  const head = usePlayhead(scenario.poster, film.until, ratio, toldAfter, place)
  const shooting = useRef<() => void>(undefined)
  const turning = useRef<string>(undefined)

  const redraw = (
    fresh: Developed,
    now: AnyScenario,
    then: (words: Tools['editWords']) => void,
  ) => {
    setDeveloped(fresh)
    void fetchTools().then((fetched) => {
      setTools(fetched)
      setParts(fetched.partsOf(fresh, now, id, number))
      then(fetched.editWords)
    })
  }
  const say = (text: string) => setSaid({ text, at: head.at })
  const change: Run['change'] = (next, land = () => ({})) => {
    if (next === edited) return
    shooting.current?.()
    turning.current = undefined
    setEdited(next)
    shooting.current = shootInSlices(developed.protocol, next.now, (films) => {
      const { at = head.at, play, says } = land(films[0]!, film)
      head.seek(at)
      if (play !== undefined) head.play(play)
      redraw({ ...developed, films }, next.now, (words) => {
        setSaid({ text: says ?? words(edited.now, films[0]!), at })
      })
    })
  }
  useEffect(() => () => shooting.current?.(), [])

  useEffect(() => {
    if (!visit) return
    const { scenario: now, developed: fresh, at, says } = visit
    setEdited((before) =>
      now === scenario ? published(now) : edit(published(firstOf(before)), now),
    )
    head.play(false)
    head.seek(at)
    setSaid(says === undefined ? undefined : { text: says, at })
    redraw(fresh, now, () => {})
  }, [visit])

  const turnDial = (option: string, value: Json) => {
    const next = turn(edited.now, option, value)
    const again = turning.current === option && edited.past.length > 0
    change(again ? amend(edited, next) : edit(edited, next))
    turning.current = option
  }
  const pullLever = async (lever: Lever) => {
    const { pull, firstDifference } = await fetchTools()
    change(edit(edited, pull(edited.now, lever, firstOf(edited))), (after, before) => {
      const parted = firstDifference(before, after)?.at
      return {
        at: parted && Math.max(0, parted - leadIn * after.until),
        play: parted !== undefined,
      }
    })
  }
  const stands =
    said && said.at <= head.at && (toldAt(scene, head.at)?.at ?? 0) <= said.at
      ? said.text
      : undefined
  return {
    edited,
    developed,
    parts,
    tools,
    film,
    scene,
    head,
    pace,
    setPace,
    says: stands,
    say,
    change,
    turn: turnDial,
    pull: pullLever,
  }
}
