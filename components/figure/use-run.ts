// A run being looked at: what is shown, at which moment, and what an edit does to both.

import { type RefObject, useEffect, useRef, useState } from 'react'
import { eventAt, type Film } from '@/lib/sim/film'
import type { Json, Millis } from '@/lib/sim/protocol'
import type { Lever } from '@/lib/sim/scenario'
import type { AwakeProps } from './awake'
import { amend, type Edited, edit, firstOf, published, turn } from './edits'
import { letGo, useHeld, waiting, within } from './hold'
import type { Over } from './over'
import { type Scene, sceneOf, toldAt } from './scene'
import { defaultStep, speedAt } from './speed'
import { type Playhead, usePlayhead } from './use-playhead'
import { fetchTools, type Take, useTake } from './use-take'
import { type Twin, useTwin } from './use-twin'

/** Where time goes after an edit, and what is said; what is left out is as it would be. */
type Landing = {
  readonly at?: Millis | undefined
  readonly play?: boolean
  readonly says?: string
}

export type Run = Take &
  Twin & {
    readonly film: Film
    readonly scene: Scene
    readonly head: Playhead
    /** As far as a question lets it go. */
    readonly held: Millis
    /** The step of the scale of speeds. */
    readonly pace: number
    readonly setPace: (step: number) => void
    /** The sentence that stands now, if it is not the film's own. */
    readonly says: string | undefined
    readonly say: (text: string, at?: Millis) => void
    /** Makes `next` what is shown, once it has been shot. */
    readonly change: (next: Edited, land?: (film: Film, before: Film) => Landing) => void
    /** The event of this film that another is to be compared with. */
    readonly chosen: number | undefined
    readonly choose: (event: number | undefined) => void
    /** What lies over the pictures. */
    readonly over: Over | undefined
    /** Lays it there until the reader moves on; nothing takes it away. */
    readonly lay: (over: Over | undefined) => void
    readonly turn: (option: string, value: Json) => void
    readonly pull: (lever: Lever) => void
  }

/** When the last event of a film is. */
const lastMoment = (film: Film) => eventAt(film, film.length - 1).at

/** `awake` after the first drawing, which must be the server's own, word for word. */
export function useRun(props: AwakeProps, place: RefObject<Element | null>, awake: boolean): Run {
  const take = useTake(props)
  const film = take.developed.films[0]!
  const scene = sceneOf(film)
  const [pace, setPace] = useState(() => defaultStep(film.until))
  const toldAfter = (at: Millis) => scene.told.find((one) => one.at > at)?.at ?? film.until
  const { poster } = props.published
  const asked = useHeld(props.id)
  const held = awake ? asked : (props.held ?? Infinity)
  const end = Math.min(film.until, held)
  const last = Math.max(...take.developed.films.map(lastMoment))
  const playhead = usePlayhead(poster, end, last, speedAt(pace).ratio, toldAfter, place)
  const seek: Playhead['seek'] = (to, on) => playhead.seek(within(props.id, to), on)
  const head = { ...playhead, seek }
  const { says = awake && head.at === held ? waiting : undefined, say } = useSaid(scene, head)
  useVisit(props, take, head, say)
  const edits = useEdits(props.id, take, film, head, say)
  const twin = useTwin(take, head)
  const choice = useChoice(film)
  const laid = useLaid(film, head.at, twin.twin)
  return {
    ...take,
    ...twin,
    ...choice,
    ...laid,
    film,
    scene,
    head,
    held,
    pace,
    setPace,
    says,
    say,
    ...edits,
  }
}

/** An event that was chosen; in another film it is nobody. */
function useChoice(film: Film) {
  const [held, hold] = useState<{ film: Film; event: number }>()
  const chosen = held?.film === film ? held.event : undefined
  const choose: Run['choose'] = (event) => hold(event === undefined ? event : { film, event })
  return { chosen, choose }
}

/** What was laid over this moment of this film; else what differs from the published one. */
function useLaid(film: Film, at: Millis, twin: Twin['twin']) {
  const [held, hold] = useState<{ film: Film; at: Millis; over: Over }>()
  const laid = held?.film === film && held.at === at ? held.over : undefined
  const lay: Run['lay'] = (over) => hold(over && { film, at, over })
  return { over: laid ?? twin?.overOf(film), lay }
}

type Said = { readonly text: string; readonly at: Millis; readonly since: number }

/** Real time in which a sentence can be read while a run plays on. */
const readable = 2500

/**
 * A sentence about an edit or a link: it stands until the film itself tells something later, and
 * while that plays by itself, until it could be read.
 */
function useSaid(scene: Scene, { at: now, playing }: Playhead) {
  const [said, setSaid] = useState<Said>()
  // Whoever says something later says it at the moment that is shown then.
  const latest = useRef(now)
  latest.current = now
  const isOver = ({ at, since }: Said) =>
    (toldAt(scene, now)?.at ?? 0) > at && !(playing && performance.now() - since < readable)
  // Whoever comes back to its moment has heard it.
  if (said && (said.at > now || isOver(said))) setSaid(undefined)
  const say = (text: string, at = latest.current) => setSaid({ text, at, since: performance.now() })
  return { says: said?.text, say }
}

/** Goes where a link leads. What was edited before can be had back by Undo. */
function useVisit(
  { id, published: first, visit }: AwakeProps,
  take: Take,
  head: Playhead,
  say: Run['say'],
) {
  useEffect(() => {
    if (!visit) return
    const { scenario, developed, at, says, play = false } = visit
    const { edited } = take
    // Of the stage, a link is what is published there.
    take.setEdited(firstOf(edited) === first ? edit(edited, scenario) : published(scenario))
    letGo(id, play ? Infinity : at)
    head.seek(at, play)
    if (says !== undefined) say(says, at)
    void take.redraw(developed, scenario, true)
  }, [visit])
}

/** How much of the film is played before what a lever changes. */
const leadIn = 0.02

function useEdits(id: string, take: Take, film: Film, head: Playhead, say: Run['say']) {
  const { edited, developed } = take
  const turning = useRef<string>(undefined)
  const change: Run['change'] = (next, land = () => ({})) => {
    if (next === edited) return
    // The question is of the run as it was published.
    letGo(id, Infinity)
    turning.current = undefined
    take.shoot(next, async (films) => {
      const { at = head.at, play, says } = land(films[0]!, film)
      head.seek(at, play)
      const tools = await take.redraw({ ...developed, films }, next.now)
      if (tools) say(says ?? tools.editWords(edited.now, films[0]!), at)
    })
  }
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
      const at = parted && Math.max(0, parted - leadIn * after.until)
      return { at, play: parted !== undefined }
    })
  }
  return { change, turn: turnDial, pull: pullLever }
}
