'use client'
// A figure awake: one scenario and one moment, and what a reader does to them.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { PictureHandlers } from '@/components/pictures/picture'
import { eventAt, next, previous } from '@/lib/sim/film'
import type { NodeId } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { ControlName } from './controls'
import type { Developed } from './develop'
import { isEdited, undo } from './edits'
import { focusNode, hear, keepStop, nodeOf } from './keys'
import type { Live } from './live'
import { nodeWords } from './node-words'
import type { Visit } from './player'
import { Show } from './show'
import type { Parts } from './stage'
import { type Run, useRun } from './use-run'

export type AwakeProps = {
  id: string
  number: number | undefined
  published: AnyScenario
  developed: Developed
  visit: Visit | undefined
  parts: Parts | undefined
}

export function Awake(props: AwakeProps) {
  const place = useRef<HTMLDivElement>(null)
  // The first drawing is the server's, without hands, so that hydration finds what it expects.
  const [awake, setAwake] = useState(false)
  useLayoutEffect(() => setAwake(true), [])
  const run = useRun(props, place)
  const [shown, show] = useState(0)
  const [marked, mark] = useState<number>()
  const [sheet, setSheet] = useState<ReactNode>()
  const { EditedWords } = run.tools ?? {}
  const sheets = sheetsOf(run, props.id, setSheet)
  const live: Live = {
    playing: run.head.playing,
    control: (name, element) => control(name, run, sheets, place.current!, element),
    seek: run.head.seek,
    pace: run.setPace,
    pull: run.pull,
    turn: run.turn,
    show,
    more: sheets.more,
    pictures: {
      onNode: sheets.menu,
      onEvent: (index) => run.head.seek(eventAt(run.film, index).at),
      onHover: mark,
    } satisfies PictureHandlers,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const name = hear(event)
    if (name) live.control(name, event.target as Element)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={place}
      role="group"
      aria-labelledby={`${props.id}-title`}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const bar = target.closest('[role=toolbar]')
        if (bar) keepStop(bar, target)
        const node = nodeOf(target)
        if (node) target.setAttribute('aria-label', nodeWords(run.film, run.head.at, node))
      }}
    >
      <Show
        id={props.id}
        run={run}
        place={place}
        shown={shown}
        marked={marked}
        live={awake ? live : undefined}
      />
      {sheet}
      {EditedWords && (
        <EditedWords id={props.id} films={run.developed.films} edited={isEdited(run.edited)} />
      )}
    </div>
  )
}

type Sheets = {
  readonly menu: (node: NodeId, element: Element) => void
  readonly more: () => void
  readonly keys: () => void
}

/** What opens over a figure is fetched when it is first wanted; time waits while it is open. */
function sheetsOf(run: Run, id: string, set: (sheet: ReactNode) => void): Sheets {
  const { head } = run
  const open = (fetching: Promise<(close: () => void) => ReactNode>) => {
    const { playing } = head
    head.play(false)
    const close = () => {
      set(undefined)
      if (playing) head.play(true)
    }
    void fetching.then(
      (sheet) => set(sheet(close)),
      () => run.say('could not load this; try again'),
    )
  }
  return {
    menu: (node, element) =>
      open(import('./menu').then((m) => (close) => m.menuOf({ run, node, element, close }))),
    more: () => open(import('./more').then((m) => (close) => m.moreOf({ run, id, close }))),
    keys: () => open(import('./key-sheet').then((m) => (close) => m.keySheetOf(close))),
  }
}

/** Does what a control of the list says. */
function control(name: ControlName, run: Run, sheets: Sheets, figure: Element, element?: Element) {
  const { head, edited, film, scene, pace, setPace, developed } = run
  const { at } = head
  const go = (to: number | undefined, end: number) => {
    head.play(false)
    head.seek(to ?? end)
  }
  const ats = (step: typeof next) => developed.films.flatMap((one) => step(one, at)?.at ?? [])
  const node = element && nodeOf(element)
  const acts: Record<ControlName, () => void> = {
    play: () => head.play(!head.playing),
    back: () => go(Math.max(...ats(previous), 0), 0),
    forward: () => go(Math.min(...ats(next), film.until), film.until),
    tellBack: () => go(scene.told.findLast((one) => one.at < at)?.at, 0),
    tellOn: () => go(scene.told.find((one) => one.at > at)?.at, film.until),
    start: () => go(0, 0),
    end: () => go(film.until, film.until),
    slower: () => setPace(pace - 1),
    faster: () => setPace(pace + 1),
    nodeBack: () => focusNode(figure, -1),
    nodeOn: () => focusNode(figure, 1),
    menu: () => (node ? sheets.menu(node, element) : focusNode(figure, 1)),
    undo: () => run.change(undo(edited), () => ({ says: 'undone' })),
    keys: sheets.keys,
    leave: () => figure.querySelector<HTMLElement>('[data-picture]')?.focus(),
  }
  acts[name]()
}
