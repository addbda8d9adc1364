'use client'
// Draws a run as it stands: only the pictures that are in sight, and the words once it is at rest.

import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { pageInks } from '@/components/pictures/inks'
import type { Shape } from '@/components/pictures/picture'
import type { Film } from '@/lib/sim/film'
import { showState } from './buttons'
import { enliven } from './keys'
import type { Live } from './live'
import { draw, type Hand, isSingle, panelsOf, placesOf } from './panels'
import { isSilent, sceneOf, toldAt } from './scene'
import { speedAt } from './speed'
import { Stage } from './stage'
import { calmed, type Kept, longestOf, sentenceAt, stayMs } from './status'
import type { Run } from './use-run'

type Props = {
  id: string
  run: Run
  place: RefObject<Element | null>
  shown: number
  marked: number | undefined
  live: Live | undefined
}

/** Numbers are read no faster than this; text that changes has the whole page laid out anew. */
const readMs = 100

/** A sentence stays until it can be read, however fast a film is played; then comes the last. */
function useCalm(tells: string, playing: boolean): string {
  const last = useRef<Kept>({ tells, since: 0 })
  last.current = playing ? calmed(last.current, tells, performance.now()) : { tells, since: 0 }
  return last.current.tells
}

/**
 * What is told, and the moment that it tells of: of the film in the one picture that a phone shows,
 * else of the first. While it plays, what is told is told as of its own moment: how long ago it was
 * only flickers. Where the words are all of one moment, that stays as long as they.
 */
function useTale({ head, pace, developed, edited }: Run, film: Film) {
  const { at: now, playing } = head
  const scene = sceneOf(film)
  const silent = isSilent(scene)
  const since = playing ? (toldAt(scene, now)?.at ?? 0) : now
  const step = (silent ? stayMs : readMs) * speedAt(pace).ratio
  const at = playing ? Math.max(Math.floor(now / step) * step, since) : now
  const sentence = sentenceAt(film, since || at, developed.describe, edited)
  return { at, tells: useCalm(sentence, playing && !silent) }
}

/**
 * At once: what comes later would put a dial back that has been turned on meanwhile. Only in
 * development, where all is drawn at once, the toolbar is not in the page by then.
 */
const useToolbar = process.env.NODE_ENV === 'development' ? useEffect : useLayoutEffect

/** Words are spoken this long after the last step, so that a quick walk is not a flood. */
const restMs = 500

export function Show({ id, run, place, marked, live, ...props }: Props) {
  const { developed, head, twin, over, origin } = run
  const { films, pictures, describe } = developed
  const parts = useMemo(() => run.parts && (over?.parts(run.parts) ?? run.parts), [over, run.parts])
  const places = useMemo(() => placesOf(films, pictures, twin, origin[0]), [films, pictures, twin])
  // Where two runs stood there may be one again.
  const shown = Math.min(props.shown, places.length - 1)
  const room = useRef(0)
  const sight = useShape(place, room)
  useLayoutEffect(() => twin?.keep(picturesIn(place)!, room.current), [twin?.keep, sight])
  const hand = useHand({ id, run, marked, live, sight })
  const { at, tells } = useTale(run, places[shown]!.film)
  const spoken = useSpoken(run, tells, live)
  useToolbar(() => {
    if (live) showState(place.current!, run)
  }, [live !== undefined, run.edited, run.tools, run.toolbar, run.pace])
  useEffect(() => {
    if (live) enliven(place.current!)
  }, [live && sight, films, shown])
  return (
    <Stage
      id={id}
      parts={parts}
      toolbar={run.toolbar}
      protocol={developed.protocol}
      scenario={run.edited.now}
      panels={panelsOf(places, shown, hand)}
      shown={shown}
      at={head.at}
      readable={at}
      held={run.held}
      tells={tells}
      longest={longestOf(origin, describe)}
      says={run.says}
      spoken={spoken}
      live={live}
    />
  )
}

type Drawn = Pick<Props, 'id' | 'run' | 'marked' | 'live'> & { sight: Shape | undefined }

/** Draws what is in sight; what is not stays as it was drawn last, and costs nothing. */
function useHand({ id, run, marked, live, sight }: Drawn): Hand {
  const drawn = useRef<Record<string, ReactNode>>({}).current
  return (one, i, shape) => {
    const key = `${i} ${shape}`
    const hidden = sight && sight !== shape && !isSingle(one)
    if (hidden && drawn[key]) return drawn[key]
    // Events of the other film are not this one's; its nodes are.
    const hands = one.film === run.film ? live?.pictures : live && { onNode: live.pictures.onNode }
    const { at } = run.head
    const over = run.over?.draw(one, shape, at, `${id}-${i}-${shape}`)
    const held = run.held < run.film.until
    const drawing = { id, at, inks: pageInks, live: hands, marked, over, held }
    drawn[key] = draw(one, i, shape, drawing)
    return drawn[key]
  }
}

const picturesIn = ({ current }: RefObject<Element | null>) =>
  current?.querySelector<HTMLElement>('[data-picture]')

/** Which shape is in sight: the page decides by the figure's own width; and how high it is. */
function useShape(place: RefObject<Element | null>, room: { current: number }) {
  const [shape, setShape] = useState<Shape>()
  useEffect(() => {
    const look = () => {
      const wide = place.current?.querySelector('[data-wide]')
      setShape(wide && wide.getClientRects().length > 0 ? 'wide' : 'tall')
      const box = picturesIn(place)
      if (box && !box.dataset.compared) room.current = box.getBoundingClientRect().height
    }
    const watch = new ResizeObserver(look)
    watch.observe(place.current!)
    return () => watch.disconnect()
  }, [place, room])
  return shape
}

/** The sentence for those who listen: only at rest, and not what the timeline says itself. */
function useSpoken({ head, says, over }: Run, tells: string, live: Live | undefined): string {
  const [spoken, setSpoken] = useState('')
  const { playing } = head
  const also = playing ? undefined : over?.says?.(head.at)
  const words = playing ? '' : [says ?? tells, also].filter(Boolean).join('. ')
  const first = useRef(words)
  useEffect(() => {
    if (playing || !live || words === first.current) return
    const timer = setTimeout(() => {
      first.current = ''
      const onLine = document.activeElement?.matches('input[type=range]')
      setSpoken(onLine && !says ? '' : words)
    }, restMs)
    return () => clearTimeout(timer)
  }, [playing, words, live, says])
  return spoken
}
