'use client'
// A figure awake: one scenario and one moment, and what a reader does to them.

import {
  type FocusEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { eventAt } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { barOf, keepStop } from './bar-keys'
import { onPress, onTurn } from './buttons'
import { control } from './control'
import { type Developed, wholeOf } from './develop'
import { hear, nodeOf } from './keys'
import type { Live } from './live'
import type { Visit } from './player'
import { type Opened, type OpenSheet, sheetsOf } from './sheets'
import { Show } from './show'
import type { Parts } from './stage'
import { type Run, useRun } from './use-run'

export type AwakeProps = {
  id: string
  number: number | undefined
  published: AnyScenario
  held: Millis | undefined
  developed: Developed
  visit: Visit | undefined
  /** What stands around the pictures, unless the page has it already. */
  parts?: Parts | undefined
  toolbar?: ReactNode
}

export function Awake(props: AwakeProps) {
  const { id } = props
  const place = useRef<HTMLDivElement>(null)
  // The first drawing is the server's, without hands, so that hydration finds what it expects.
  // In development nothing is hydrated here, and a slider may not be given its hand afterwards.
  const [awake, setAwake] = useState(process.env.NODE_ENV === 'development')
  useLayoutEffect(() => setAwake(true), [])
  const run = useRun(props, place, awake)
  const [shown, show] = useState(0)
  const [marked, mark] = useState<number>()
  const [opened, setOpened] = useState<Opened>()
  const { open, close } = sheetsOf(run, opened, setOpened)
  const live = liveOf(run, open, place, { show, mark })
  const onFocus = useFocus(run)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={place}
      role="group"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        const name = hear(event)
        if (name) live.control(name, event.target as Element)
      }}
      onFocus={onFocus}
      data-playing={run.head.playing || undefined}
      onPointerDown={({ nativeEvent }) => onGrab(nativeEvent, run, live)}
      onClick={({ nativeEvent }) => onPress(nativeEvent, run, live)}
      onInput={({ nativeEvent }) => void onTurn(nativeEvent, run)}
    >
      <Show {...{ id, run, place, shown, marked }} live={awake ? live : undefined} />
      {opened?.draw({ run, id, about: opened.about, close, open })}
      <Words id={id} run={run} />
    </div>
  )
}

/** Once there was an edit, the words follow it. */
const Words = ({ id, run }: { id: string; run: Run }) =>
  run.tools && <run.tools.EditedWords id={id} run={run} />

type Setters = {
  show: (panel: number) => void
  mark: (event: number | undefined) => void
}

/** The hands of a figure. */
function liveOf(run: Run, open: OpenSheet, place: { current: Element | null }, to: Setters): Live {
  const { head, film } = run
  return {
    control: (name, element) => control(name, run, open, place.current!, element),
    seek: head.seek,
    pull: run.pull,
    // What a phone has not shown yet is not in the page.
    show: (panel) =>
      void (wholeOf(run.developed.pictures) ?? Promise.resolve()).then(() => to.show(panel)),
    open,
    pictures: {
      onNode: (node, element) => open('menu', { node, element }),
      onMessage: (message) => open('inside', { message }),
      // A first press goes there, a second one asks; so does one that is to be compared.
      onEvent: (event) => {
        const { at } = eventAt(film, event)
        if (at === head.at || run.chosen !== undefined) open('why', { event })
        if (at !== head.at) head.seek(at)
      },
      onHover: to.mark,
    },
  }
}

/** The toolbar keeps its stop; a node says what it is, as that changes, while it has focus. */
function useFocus(run: Run) {
  const { film, head, twin } = run
  const [node, focus] = useState<Element>()
  useEffect(() => {
    if (node) void import('./node-words').then(({ name }) => name(node, run))
  }, [node, film, head.at, twin])
  return ({ target }: FocusEvent) => {
    const bar = barOf(target)
    if (bar) keepStop(bar, target)
    focus(nodeOf(target) ? target : undefined)
  }
}

/** A press on a bar of the script drags it. */
function onGrab(event: PointerEvent, run: Run, { open }: Live) {
  const bar = (event.target as Element).closest('[data-line]')
  if (!bar) return
  let released = false
  addEventListener('pointerup', () => (released = true), { once: true })
  const tap = () => open('script', { line: Number(bar.getAttribute('data-line')) })
  void import('./drag').then(({ dragLine }) => {
    if (released) tap()
    else dragLine(event, bar, run, tap)
  })
}
